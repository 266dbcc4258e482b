// Apart from `unlisted.ts`, as a page's script carries no zod.

/** Words run together, as `allowDataForGenerativeAI`. No digits: those may count, or name a person. */
export const UNLISTED_ID = /^[a-z]{2,}(?:[A-Z][a-z]*|[-_][a-z]+)+$/;
export const MAX_ID_LENGTH = 80;
export const MAX_UNLISTED_PER_PAGE = 40;

/** Whether an id is one that the page's makers wrote, and not one that a framework counted up. */
export function isUnlistedId(id: string): boolean {
  return id.length <= MAX_ID_LENGTH && UNLISTED_ID.test(id);
}
