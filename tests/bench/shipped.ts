import type { BenchBrowser } from './browser.ts';

const FINDING = 'finding/linkedin/ai-training';

interface Noting {
  /** When each state was first read, in milliseconds since the epoch. */
  readAt: Record<string, number>;
}

/** As freshly installed, with the banner as wanted; notes from now on when each state is first read. */
export async function startAfresh(browser: BenchBrowser, banner: boolean): Promise<void> {
  await browser.inExtension(
    async (api, finding, withBanner) => {
      const noting = globalThis as unknown as Noting;
      const isNew = noting.readAt === undefined;
      await api.storage.session.clear();
      await api.storage.local.clear();
      await api.alarms.clearAll();
      await api.runtime.sendMessage({ type: 'banner.choose', request: { banner: withBanner } });
      // Badge and banner follow what is stored.
      await api.runtime.sendMessage({ type: 'overview.get', request: {} });
      noting.readAt = {};
      if (!isNew) return;
      api.storage.local.onChanged.addListener((changes: Record<string, { newValue?: unknown }>) => {
        const kept = changes[finding]?.newValue as
          | { value?: { readAt: number; reading: { state: string } } }
          | undefined;
        if (kept?.value) noting.readAt[kept.value.reading.state] ??= kept.value.readAt;
      });
    },
    FINDING,
    banner,
  );
}

/** When each state was first read since the fresh start. */
export function readings(browser: BenchBrowser): Promise<Record<string, number>> {
  return browser.inExtension(() => (globalThis as unknown as Noting).readAt);
}

/** Whether a script of ours waits for pages beside those of the manifest. */
export async function bannerWaits(browser: BenchBrowser): Promise<boolean> {
  return browser.inExtension(
    async (api) => (await api.scripting.getRegisteredContentScripts()).length > 0,
  );
}
