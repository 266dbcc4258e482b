/**
 * Where the person's profile stands: an ISO 3166-1 alpha-2 code and the groups it is a member of.
 * Members are data (`catalogue/jurisdiction-groups.ts`); this is what a rule is matched against.
 */
export interface Jurisdiction {
  readonly code: string;
  readonly groups: readonly string[];
}

export type Groups = Readonly<Record<string, readonly string[]>>;

export function toJurisdiction(code: string, groups: Groups): Jurisdiction {
  return {
    code,
    groups: Object.keys(groups).filter((group) => groups[group]?.includes(code)),
  };
}

/** @param names codes and names of groups */
export function isAmong(names: readonly string[], { code, groups }: Jurisdiction): boolean {
  return names.some((name) => name === code || groups.includes(name));
}
