// Apart from `recipe.ts`, as popup and banner carry no zod.

/** What a setting serves, most grave first: the order in which people see settings. */
export const purposes = ['ai-training', 'partners', 'research', 'profiling', 'ads'] as const;
export type Purpose = (typeof purposes)[number];
