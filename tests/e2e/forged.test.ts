import { expect, inject, test } from 'vitest';
import { readingSaid } from '../shown/reading-said.ts';
import { FEED, ORIGIN, openLab, SETTING, SETTING_PAGE, SWITCH_IN_PAGE, until } from './lab.ts';

/* Messages that none of our own scripts would send, from where they would not send them. */
const lab = openLab();
const FINDING = `finding/${SETTING}`;

/** Sends a message as one of our own scripts in the page would: from its isolated world. */
async function sendFromPage(url: string, message: unknown): Promise<unknown> {
  return lab.browser.inExtension(
    async (api, address, sent) => {
      const [tab] = await api.tabs.query({ url: address });
      const [injected] = await api.scripting.executeScript({
        target: { tabId: tab.id },
        // biome-ignore lint/suspicious/noExplicitAny: either browser's API, in a page.
        func: (it: unknown) => (globalThis as any).chrome.runtime.sendMessage(it),
        args: [sent],
      });
      return injected.result ?? null;
    },
    url,
    message,
  );
}

const forbidden = { ok: false, error: 'forbidden' };

test.each<[string, string, unknown, unknown]>([
  ['a reading from the feed', FEED, readingSaid({ state: 'off' }), forbidden],
  ['a place from the feed', FEED, { type: 'place.choose', request: { code: 'CN' } }, forbidden],
  [
    'a place from a settings page',
    SETTING_PAGE,
    { type: 'place.choose', request: { code: 'CN' } },
    forbidden,
  ],
  ['an overview', SETTING_PAGE, { type: 'overview.get', request: {} }, forbidden],
  ['the quiet mode', FEED, { type: 'banner.choose', request: { banner: false } }, forbidden],
  ['a reading for another address', SETTING_PAGE, readingSaid({ state: 'off' }), forbidden],
  [
    'a reading with text in it',
    SETTING_PAGE,
    readingSaid({ state: 'off', text: 'hello' }),
    { ok: false, error: 'malformed' },
  ],
  ['an unknown type', SETTING_PAGE, { type: 'state.set', request: {} }, null],
  [
    'a setting that no recipe has',
    FEED,
    { type: 'warning.dismiss', request: { key: 'linkedin/nothing', until: 'changed' } },
    { ok: false, error: 'unknown-setting' },
  ],
])('%s, forged, is refused', async (_, url, message, answer) => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(url);
  if (url === SETTING_PAGE) {
    await page.waitForSelector(SWITCH_IN_PAGE);
    await until('it has been read', () => lab.stored(FINDING));
  }
  expect(await sendFromPage(url, message)).toEqual(answer);
  expect((await lab.stored('place'))?.code).toBe('DE');
  expect((await lab.stored(FINDING))?.reading.state).not.toBe('off');
});

test('the page itself has no way to speak to us', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
  await lab.rests(new URL(SETTING_PAGE).pathname);
  const before = await lab.stored(FINDING);
  const answered = await page.evaluate(
    async (message, origin) => {
      window.postMessage(message, origin);
      document.dispatchEvent(new CustomEvent('message', { detail: message }));
      // biome-ignore lint/suspicious/noExplicitAny: what a page may find there.
      const runtime = (globalThis as any).chrome?.runtime ?? (globalThis as any).browser?.runtime;
      return typeof runtime?.sendMessage;
    },
    readingSaid({ state: 'off' }),
    ORIGIN,
  );
  expect(answered).toBe('undefined');
  // What our own script says later is heard; of what the page said, nothing was.
  await lab.hear();
  await page.evaluate(() => history.pushState(null, '', '/mypreferences/d/categories/privacy'));
  await lab.arrives('/mypreferences/d/categories/privacy');
  expect(await lab.stored(FINDING)).toEqual(before);
});

test('nothing of ours can be fetched by a page', async () => {
  const page = await lab.browser.open(FEED);
  const files = ['manifest.json', 'icons/16.png', 'src/entrypoints/banner/index.iife.js'];
  const reached = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map((address) =>
          fetch(address).then(
            () => true,
            () => false,
          ),
        ),
      ),
    files.map((file) => `${lab.browser.extensionOrigin}/${file}`),
  );
  expect(reached).toEqual(files.map(() => false));
  expect((await lab.status()).verdict).toBe('unchecked');
});

test.runIf(inject('browser') === 'chromium')(
  'what is kept can be neither read nor written from the process of a page',
  async () => {
    await lab.choosePlace('DE');
    const page = await lab.browser.open(FEED);
    const tried = await lab.browser.inExtension(async (api, url) => {
      const [tab] = await api.tabs.query({ url });
      const [injected] = await api.scripting.executeScript({
        target: { tabId: tab.id },
        func: async () => {
          // biome-ignore lint/suspicious/noExplicitAny: the browser's API, in a page.
          const { local } = (globalThis as any).chrome.storage;
          const outcome = (tries: Promise<unknown>) => tries.then(String, () => 'refused');
          return [await outcome(local.get('place')), await outcome(local.set({ place: 1 }))];
        },
      });
      return injected.result as string[];
    }, page.url());
    expect(tried).toEqual(['refused', 'refused']);
    expect((await lab.stored('place'))?.code).toBe('DE');
  },
);
