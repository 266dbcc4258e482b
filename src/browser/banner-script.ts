import { browser } from './api.ts';
import { BANNER_NEWS } from './banner-news.ts';
import { registerScript } from './registered-script.ts';

/**
 * Has the banner's script run on pages that match, now and later; with no patterns, nowhere.
 * Registered, a page that matches runs one script of ours; otherwise it runs none.
 */
export async function runBannerOn(patterns: readonly string[], file: string): Promise<void> {
  const script = { id: 'banner', js: [file], runAt: 'document_idle' as const };
  const isNew = await registerScript(script, patterns);
  // Not waited for: a page that never ends to load would hold up all that waits for this.
  if (isNew && patterns.length > 0) void runInOpenTabs(patterns, file);
}

/** Has the banners in all pages that match ask what there is to show. Not waited for: most pages have none. */
export async function tellBanners(patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  for (const { id } of tabs) {
    if (id === undefined) continue;
    browser.tabs.sendMessage(id, BANNER_NEWS, { frameId: 0 }).catch(() => {});
  }
}

async function runInOpenTabs(patterns: readonly string[], file: string): Promise<void> {
  // A page that is still loading runs it when it is ready, but not because it is registered now.
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      id === undefined
        ? undefined
        : browser.scripting.executeScript({ target: { tabId: id }, files: [file] }),
    ),
  );
}
