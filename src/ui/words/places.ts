export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

export function namePlace(code: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

/** Places by name, in the order of the person's language. */
export function namePlaces(codes: readonly string[], language: string): NamedPlace[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => compare(a.name, b.name));
}

/** What the place is called in the language that most people there write. */
export function ownName(code: string): string {
  const most = new Intl.Locale('und', { region: code }).maximize();
  return new Intl.DisplayNames(most, { type: 'region' }).of(code) ?? code;
}
