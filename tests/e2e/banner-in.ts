import type { Page } from 'puppeteer-core';
import type { Lab } from './lab.ts';

/** What can be seen of a banner: narrow windows show less. */
export interface ShownBanner {
  readonly text: string;
  readonly label: string | null;
  /** What is said to a screen reader without being asked, politely: nothing in the first moment. */
  readonly status: string;
  readonly lang: string | null;
  readonly dir: string | null;
  /** What in it has the focus, and the line that is drawn around that. */
  readonly focused: { action: string | null; outline: string } | null;
}

/** The banner in a page, or null where there is none. Its root is closed: only an extension sees inside. */
export function bannerIn(
  lab: Pick<Lab, 'browser'>,
  page: Pick<Page, 'url'>,
): Promise<ShownBanner | null> {
  return lab.browser.inExtension(async (api, url) => {
    const [tab] = await api.tabs.query({ url });
    const [injected] = await api.scripting.executeScript({
      target: { tabId: tab.id },
      func: () => {
        const host = document.body?.previousElementSibling as HTMLElement | null;
        if (host?.localName !== 'div') return null;
        // biome-ignore lint/suspicious/noExplicitAny: each browser has its own way into a closed root.
        const dom = (globalThis as any).chrome?.dom;
        const root = dom?.openOrClosedShadowRoot
          ? dom.openOrClosedShadowRoot(host)
          : // biome-ignore lint/suspicious/noExplicitAny: Firefox's way.
            (host as any).openOrClosedShadowRoot;
        const section = root?.querySelector('section');
        if (!section) return null;
        const active = root.activeElement;
        return {
          text: section.innerText,
          label: section.getAttribute('aria-label'),
          status: section.querySelector('[role="status"]')?.innerText ?? '',
          lang: section.getAttribute('lang'),
          dir: section.getAttribute('dir'),
          focused: active && {
            action: active.getAttribute('data-action'),
            outline: getComputedStyle(active).outlineStyle,
          },
        };
      },
    });
    return injected.result as ShownBanner | null;
  }, page.url());
}

/** The same once it has said what it has to say. */
export async function bannerThatSpeaks(
  lab: Pick<Lab, 'browser'>,
  page: Pick<Page, 'url'>,
): Promise<ShownBanner | undefined> {
  const shown = await bannerIn(lab, page);
  return shown?.status ? shown : undefined;
}
