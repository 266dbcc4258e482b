import { doesUrlMatchPatterns } from 'webext-patterns';
import { containerOf } from '../account/container.ts';
import { originOf } from '../recipe/origin.ts';
import type { Service } from '../recipe/recipe.ts';
import type { Sender, SenderKind } from './protocol.ts';

/** What a browser says about who sent a message. */
export interface RawSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | {
        readonly id?: number | undefined;
        readonly incognito: boolean;
        readonly cookieStoreId?: string | undefined;
        /** Where the tab is now, as far as we may know. */
        readonly url?: string | undefined;
      }
    | undefined;
}

interface Home {
  readonly id: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a trailing slash. */
  readonly origin: string;
}

/**
 * Told apart by address, as not every browser gives `sender.origin`. A sender of another extension,
 * without an address, or in a frame of a page, gets no kind and is refused everything.
 */
export function toSender(raw: RawSender, home: Home, services: readonly Service[]): Sender {
  const incognito = raw.tab?.incognito ?? false;
  if (raw.id !== home.id || raw.url === undefined) return { kinds: [], incognito };
  if (raw.url.startsWith(`${home.origin}/`)) return { kinds: ['extension-page'], incognito };

  const tabId = raw.tab?.id;
  if (tabId === undefined || raw.frameId !== 0) return { kinds: [], incognito };

  const url = addressOf(raw.url, raw.tab?.url);
  return {
    kinds: contentKinds(url, services),
    tabId,
    origin: originOf(url),
    container: containerOf(raw.tab?.cookieStoreId),
    incognito,
  };
}

/**
 * Chromium names the address that a page had when the first of our scripts came there. Where the page has
 * moved since, which it can only do within its origin, the tab knows better.
 */
function addressOf(url: string, inTab: string | undefined): string {
  return inTab !== undefined && originOf(inTab) === originOf(url) ? inTab : url;
}

function contentKinds(url: string, services: readonly Service[]): SenderKind[] {
  const kinds: SenderKind[] = [];
  if (doesUrlMatchPatterns(url, ...services.flatMap((service) => service.settingsPages))) {
    kinds.push('settings-page');
  }
  if (doesUrlMatchPatterns(url, ...services.flatMap((service) => service.warnOn))) {
    kinds.push('banner');
  }
  return kinds;
}
