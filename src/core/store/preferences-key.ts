// Apart from `stored.ts`, as the banner's script carries no schemas.
export const PREFERENCES = { area: 'local', key: 'preferences' } as const;
