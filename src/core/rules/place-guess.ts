interface ZonedLocale extends Intl.Locale {
  getTimeZones?(): string[] | undefined;
}

/**
 * The one country whose time zones include this one. A guess: several countries, or a browser
 * without `Intl.Locale.prototype.getTimeZones`, give none.
 *
 * @param timeZone an IANA name, such as `Europe/Berlin`
 * @param codes ISO 3166-1 alpha-2 codes
 */
export function guessPlace(timeZone: string, codes: readonly string[]): string | undefined {
  const candidates = codes.filter((code) => zonesOf(code).includes(timeZone));
  return candidates.length === 1 ? candidates[0] : undefined;
}

function zonesOf(code: string): readonly string[] {
  const locale: ZonedLocale = new Intl.Locale('und', { region: code });
  return locale.getTimeZones?.() ?? [];
}
