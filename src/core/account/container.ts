// Apart from `account-scope.ts`, as views carry no zod.

/** Outside containers; also where a browser has none. */
export const NO_CONTAINER = '';

/** @param cookieStoreId as a tab has it, if its browser has containers */
export function containerOf(cookieStoreId: string | undefined): string {
  return cookieStoreId?.startsWith('firefox-container-') ? cookieStoreId : NO_CONTAINER;
}
