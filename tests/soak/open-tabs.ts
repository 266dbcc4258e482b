import { waitUntil } from '../e2e/browsers/wait.ts';
import { type SwitchId, switchIds } from '../simulator/settings.ts';
import { ORIGIN } from '../simulator/site.ts';
import { ask, entries, type Ground, kept, truthOf } from './ground.ts';
import { openPopup } from './opened-popup.ts';

/** So many open at once, as a browser that restores its tabs does it. */
const AT_ONCE = 10;
/** Every fifth tab is the feed, the others are settings pages in turn. */
const FEED_EVERY = 5;
const PATIENCE_MS = 300_000;

export interface Tab {
  readonly id: number;
  readonly path: string;
}

export interface TabsOpened {
  readonly tabs: readonly Tab[];
  readonly contentMs: number;
  readonly faults: readonly string[];
}

/** Opens tabs of settings, half of which are off, and of the feed; then badge and popup must say the truth. */
export async function openTabs(ground: Ground, count: number): Promise<TabsOpened> {
  const { browser, simulator } = ground;
  switchIds.forEach((id: SwitchId, index) => {
    simulator.account.switches[id] = index % 2 === 0;
  });
  await ask(ground, 'place.choose', { code: 'DE' });

  const addresses = Array.from({ length: count }, (_, index) => addressOf(index));
  const tabs: Tab[] = [];
  for (let first = 0; first < count; first += AT_ONCE) {
    tabs.push(...(await openBatch(ground, addresses.slice(first, first + AT_ONCE))));
  }
  const loaded = await browser.inExtension(
    async (api) => (await api.tabs.query({ status: 'complete', url: 'https://*/*' })).length,
  );
  const faults = loaded === count ? [] : [`${loaded} of ${count} tabs are open`];

  // What a tab in the background is slow to settle on is waited for; what never comes is told below.
  await waitUntil(
    'all are read',
    async () => ((await misread(ground)).length === 0 ? true : undefined),
    PATIENCE_MS,
  ).catch(() => {});
  for (const line of await misread(ground)) faults.push(`kept: ${line}`);

  const { contentMs, readings } = await openPopup(ground);
  for (const entry of entries) {
    const [said, truth] = [readings[entry.key], truthOf(ground, entry)];
    if (said !== truth) faults.push(`the popup: ${entry.key} is ${said}, and not ${truth}`);
  }
  const badge: string = await browser.inExtension((api) => api.action.getBadgeText({}));
  if (badge !== '!') faults.push(`the badge says "${badge}", and some settings are on`);
  return { tabs, contentMs, faults };
}

function addressOf(index: number): string {
  if (index % FEED_EVERY === FEED_EVERY - 1) return `${ORIGIN}/feed/`;
  const turn = index - Math.floor(index / FEED_EVERY);
  return entries[turn % entries.length]?.setting.open ?? ORIGIN;
}

async function openBatch({ browser }: Ground, addresses: readonly string[]): Promise<Tab[]> {
  const ids = await browser.inExtension(
    (api, all) =>
      Promise.all(
        all.map(async (url) => (await api.tabs.create({ url, active: false })).id as number),
      ),
    addresses,
  );
  await waitUntil(
    'the tabs have loaded',
    () =>
      browser.inExtension(async (api, all) => {
        const tabs = await Promise.all(all.map((id) => api.tabs.get(id)));
        const there = tabs.every(
          ({ status, url }) => status === 'complete' && url.startsWith('https:'),
        );
        return there || undefined;
      }, ids),
    PATIENCE_MS,
  );
  return ids.map((id, index) => ({ id, path: new URL(addresses[index] as string).pathname }));
}

async function misread(ground: Ground): Promise<string[]> {
  const lines = await Promise.all(
    entries.map(async (entry) => {
      const finding = await kept<{ reading: { state: string } }>(ground, `finding/${entry.key}`);
      const [said, truth] = [finding?.reading.state, truthOf(ground, entry)];
      return said === truth ? [] : [`${entry.key} is ${said}, and not ${truth}`];
    }),
  );
  return lines.flat();
}
