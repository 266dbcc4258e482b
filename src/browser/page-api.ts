import type { Browser } from 'webextension-polyfill';

type PageApi = Pick<Browser, 'runtime' | 'i18n' | 'extension'>;

const scope = globalThis as { browser?: PageApi; chrome?: PageApi };

/** What a content script has. Both browsers give promises here natively. */
export const pageApi = (scope.browser ?? scope.chrome) as PageApi;

/** Whether this script's extension is still there: it can be updated or removed while a page is open. */
export function isConnected(): boolean {
  try {
    return pageApi.runtime.id !== undefined;
  } catch {
    return false;
  }
}

interface Peeking {
  readonly dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}

/** The shadow root of an element, also a closed one: what an extension may ask, and no page. */
export function shadowOf(element: Element): ShadowRoot | null {
  const { dom } = (scope.chrome ?? {}) as Peeking;
  const own = element as Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  try {
    return own.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return null;
  }
}

/** In a private window nothing is shown that was read outside of it. */
export function isPrivate(): boolean {
  return pageApi.extension.inIncognitoContext ?? false;
}
