// Apart from `accounts.ts`, as views carry no zod.
export const MAX_PROFILES = 20;
/** An add-on may open every page in a container of its own, and close it for good afterwards. */
export const MAX_CONTAINERS = 20;
export const MAX_NAME_LENGTH = 40;
