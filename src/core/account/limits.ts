// Apart from `accounts.ts`, as views carry no zod.
export const MAX_PROFILES = 20;
export const MAX_NAME_LENGTH = 40;
