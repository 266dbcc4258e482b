/** Where the banner's script finds the warnings. Apart from `stored.ts`, as a page's script carries no zod. */
export const WARNINGS = { area: 'local', key: 'warnings', version: 3 } as const;
