import { expect, test } from 'vitest';
import { outcomeCodes } from '../../src/core/errand.ts';
import {
  type Action,
  CARD,
  FEED,
  ORIGIN,
  openLab,
  SETTING,
  SETTING_PAGE,
  SWITCH,
  until,
} from './lab.ts';
import { inLastingProfile } from './lasting-profile.ts';

const lab = openLab();
const FINDING = `finding/${SETTING}`;
const ERRAND = `errand/${SETTING}`;

const puts = () => lab.simulator.log.filter(({ method }) => method === 'PUT').length;
const step = async () => (await lab.stored(ERRAND, 'session'))?.step as string | undefined;

test.each(['opening', 'pressing', 'verifying'])(
  'a background killed while an errand is %s loses nothing and presses nothing twice',
  async (at) => {
    lab.simulator.set({ delayMs: 1500 });
    await lab.choosePlace('DE');
    await lab.press('turn-off');
    await until(`the errand is ${at}`, async () => (await step()) === at);
    await lab.browser.killBackground();
    expect(await lab.outcome()).toBe('done');
    expect(puts()).toBe(1);
    expect((await lab.verdict('protected')).reading).toBe('off');
  },
);

test('a background killed while an errand is listing loses nothing and presses nothing', async () => {
  lab.simulator.set({ delayMs: 1500, absentPage: 'blank' });
  lab.simulator.account.offered[SWITCH] = false;
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  await until('the errand is listing', async () => (await step()) === 'listing');
  await lab.browser.killBackground();
  expect(await lab.outcome()).toBe('not-offered');
  expect(puts()).toBe(0);
  expect((await lab.verdict('unknown')).reading).toBe('absent');
});

test('an errand that hangs ends, even if the ring that ends it is lost', async () => {
  lab.simulator.set({ page: 'silent' });
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  const { tabId } = await until('the errand is there', () => lab.stored(ERRAND, 'session'));
  await lab.loseRing(ERRAND);
  expect(await lab.outcome()).toBe('could-not-read');
  await until('it rings no more', async () => !(await lab.alarm(ERRAND)));
  await lab.browser.inExtension((api, id) => api.tabs.remove(id), tabId);
});

test.each(['round', ERRAND, 'errand/linkedin/of-another-version'])(
  'the alarm %s that outlived what it was for rings once',
  async (name) => {
    // In one go: a busy machine may take longer than that to ask.
    const isSet = await lab.browser.inExtension(async (api, left) => {
      await api.alarms.create(left, { when: Date.now() + 500, periodInMinutes: 0.5 });
      return Boolean(await api.alarms.get(left));
    }, name);
    expect(isSet).toBe(true);
    await until('it rings no more', async () => !(await lab.alarm(name)));
  },
);

test('a browser that is restarted under an errand tells of it, and presses nothing more', () =>
  inLastingProfile(lab.simulator, async ({ start, stop }) => {
    lab.simulator.set({ delayMs: 20_000 });
    const browser = await start();
    const before = await browser.popup();
    await before.waitFor(CARD);
    await before.click(`${CARD} [data-action="turn-off"]`);
    await until('the errand has arrived', () =>
      browser.inExtension(
        async (api, key) => (await api.storage.session.get(key))[key]?.value?.arrived as boolean,
        ERRAND,
      ),
    );
    await stop();

    const after = await (await start()).popup();
    await after.waitFor(`${CARD} [data-outcome="restarted"]`, 60_000);
    expect(await after.text(`${CARD} .errand`)).toContain('We do not know whether');
    expect(await after.attribute(CARD, 'data-verdict')).not.toBe('protected');
    await after.close();
    expect(puts()).toBe(0);
    expect(lab.simulator.account.switches[SWITCH]).toBe(true);
  }));

test('a page that puts its switch back twice is reported, and pressed again by a clear choice alone', async () => {
  lab.simulator.set({ save: 'springs-back' });
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('sprang-back');
  /** What comes of the next click. */
  const next = async (action: Action) => {
    const { id } = await lab.stored(ERRAND, 'session');
    await lab.press(action);
    return until(
      'the next errand has ended',
      async () => {
        const errand = await lab.stored(ERRAND, 'session');
        return errand.id !== id && errand.outcome?.code;
      },
      180_000,
    );
  };

  expect(await next('turn-off')).toBe('keeps-springing-back');
  const status = await lab.verdict('sharing');
  expect(status.outcome).toBe('keeps-springing-back');
  expect(status.text).toContain('came back on by itself, again');
  expect(status.text).toContain('Use “Show me” and press it yourself');
  expect(status.actions).not.toContain('turn-off');
  const leading = await lab.withPopup((popup) =>
    popup.attribute(`${CARD} .primary`, 'data-action'),
  );
  expect(leading).toBe('guide');
  expect((await lab.stored('warnings'))[0].keepsSpringingBack).toBe(true);
  expect(puts()).toBe(2);

  // To have been shown it changes nothing.
  expect(await next('guide')).toBe('shown');
  expect((await lab.status()).actions).not.toContain('turn-off');
  expect(await next('press-again')).toBe('keeps-springing-back');
  expect(puts()).toBe(3);
});

test('a save that takes half a minute ends in one outcome and is never believed before it is read', async () => {
  lab.simulator.set({ save: 'slow', saveMs: 30_000 });
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  const outcome = await lab.outcome();
  expect(outcomeCodes).toContain(outcome);
  expect(outcome).not.toBe('done');
  expect((await lab.status()).verdict).not.toBe('protected');
  expect((await lab.stored(ERRAND, 'session')).step).toBe('ended');

  await until('it is saved', async () => !lab.simulator.account.switches[SWITCH], 180_000);
  expect(await lab.outcome()).toBe(outcome);
  expect(puts()).toBe(1);
});

test('two errands of two settings, started at once, both end well', async () => {
  const keys = [SETTING, 'linkedin/partners'];
  await lab.choosePlace('DE');
  // Not by the popup's buttons: it closes with the first tab that opens.
  await lab.browser.inExtension(
    (api, settings) =>
      Promise.all(
        settings.map((key) =>
          api.runtime.sendMessage({ type: 'errand.start', request: { key, kind: 'opt-out' } }),
        ),
      ),
    keys,
  );
  for (const key of keys) {
    const outcome = await until(
      `the errand of ${key} has ended`,
      async () => (await lab.stored(`errand/${key}`, 'session'))?.outcome?.code,
      180_000,
    );
    expect([key, outcome]).toEqual([key, 'done']);
    // What was read is kept just after the errand has ended.
    await until(
      `${key} is kept as off`,
      async () => (await lab.stored(`finding/${key}`))?.reading.state === 'off',
    );
  }
  expect(puts()).toBe(2);
  const off = Object.entries(lab.simulator.account.switches).filter(([, isOn]) => !isOn);
  expect(off.map(([id]) => id)).toEqual([SWITCH, 'shareDataWithTrustedPartners']);
});

test('signed out between the press and the reload, nobody says how the switch stands', async () => {
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  await until('it has been pressed', async () => puts() > 0);
  lab.simulator.set({ page: 'sign-in-wall' });
  expect(await lab.outcome()).toBe('unverified');
  expect((await lab.stored(ERRAND, 'session')).outcome.reason).toBe('signed-out');
  expect((await lab.verdict('unknown')).reason).toBe('signed-out');
  expect(puts()).toBe(1);
});

test('a dead background changes nothing that a person can see', async () => {
  await lab.choosePlace('DE');
  expect(await lab.check()).toBe('read');
  // A page that is there would wake the background by what it says.
  for (const tab of await lab.browser.tabs()) await tab.close();
  // The badge comes after all else; the background answers once it is there.
  await lab.browser.inExtension((api) =>
    api.runtime.sendMessage({ type: 'overview.get', request: {} }),
  );
  const before = await lab.status();
  const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));
  const mark = await badge();

  await lab.browser.killBackground();
  expect(await badge()).toBe(mark);
  expect(await lab.status()).toEqual(before);
  // The popup drew what is kept: nobody had to be woken for it.
  expect(await lab.browser.backgroundRuns()).toBe(false);
});

test('two tabs of the setting: what one does, both and the popup agree on in the end', async () => {
  await lab.choosePlace('DE');
  const first = await lab.browser.open(SETTING_PAGE);
  await first.waitForSelector('input[role="switch"]');
  const second = await lab.browser.open(SETTING_PAGE);
  await second.waitForSelector('input[role="switch"]');
  await lab.verdict('sharing');

  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('done');
  expect(puts()).toBe(1);
  expect((await lab.browser.tabs()).length).toBe(2);
  await lab.verdict('protected');
});

test('another place judges what was read anew, at once', async () => {
  lab.simulator.account.offered[SWITCH] = false;
  await lab.choosePlace('CN');
  expect(await lab.check()).toBe('read');
  await lab.verdict('exempt');
  await lab.choosePlace('DE');
  await lab.verdict('unknown');
  await lab.choosePlace('CN');
  await lab.verdict('exempt');
});

const off = { reading: { state: 'off' }, readAt: 1_790_000_000_000, fresh: true };
test.each<[string, unknown]>([
  ['a wrong type', 'off'],
  ['a truncated object', { version: 1, value: { reading: { state: 'off' } } }],
  ['a future version', { version: 99, value: off }],
  ['no version', { value: off }],
  ['more than any version stored', { version: 1, value: { ...off, protected: true } }],
  ['a state that does not exist', { version: 1, value: { ...off, reading: { state: 'safe' } } }],
  ['null', null],
])('a finding of %s is set aside, told, and never reads as protected', async (_, broken) => {
  await lab.choosePlace('DE');
  await lab.browser.inExtension(
    (api, key, value) => api.storage.local.set({ [key]: value }),
    FINDING,
    broken,
  );
  const status = await lab.verdict('presumed-sharing');
  expect(status).toMatchObject({ reading: 'never-read', notice: 'set-aside' });

  const kept = await lab.browser.inExtension(async (api) => {
    const all: Record<string, unknown> = await api.storage.local.get(null);
    return Object.entries(all).filter(([key]) => key.startsWith('set-aside/finding/'));
  });
  expect(kept.map(([, value]) => value)).toEqual([broken]);

  await lab.withPopup((popup) => popup.click('[data-action="set-aside-seen"]'));
  await until('the notice is gone', async () => (await lab.status()).notice === null);
  expect(await lab.check()).toBe('read');
  await lab.verdict('sharing');
});

test.each(['place', 'preferences', 'overview', 'warnings', 'set-aside'])(
  'a %s that cannot be read harms nothing else',
  async (key) => {
    lab.simulator.account.switches[SWITCH] = false;
    await lab.choosePlace('DE');
    expect(await lab.check()).toBe('read');
    await lab.verdict('protected');
    await lab.browser.inExtension(
      (api, broken) => api.storage.local.set({ [broken]: { version: 1, value: [{ a: 1 }, 7] } }),
      key,
    );
    expect((await lab.verdict('protected')).reading).toBe('off');
    const place = await lab.withPopup((popup) =>
      popup.evaluate((doc) => doc.querySelector<HTMLSelectElement>('select')?.value),
    );
    if (key !== 'place') expect(place).toBe('DE');
  },
);

test('an overview that was edited by hand is not believed', async () => {
  await lab.choosePlace('DE');
  await lab.verdict('presumed-sharing');
  const before = await lab.browser.inExtension(async (api) => {
    const { overview } = await api.storage.local.get('overview');
    const json = overview.json.replaceAll('presumed-sharing', 'protected');
    await api.storage.local.set({ overview: { ...overview, json } });
    return json !== overview.json;
  });
  expect(before).toBe(true);
  expect((await lab.status()).verdict).toBe('presumed-sharing');
});

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
const read = (reading: object) => ({
  type: 'page.read',
  request: {
    path: '/mypreferences/d/x',
    load: 'l',
    key: SETTING,
    fresh: true,
    touched: false,
    reading,
  },
});

test.each<[string, string, unknown, unknown]>([
  ['a reading from the feed', FEED, read({ state: 'off' }), forbidden],
  ['a place from the feed', FEED, { type: 'place.choose', request: { code: 'CN' } }, forbidden],
  [
    'a place from a settings page',
    SETTING_PAGE,
    { type: 'place.choose', request: { code: 'CN' } },
    forbidden,
  ],
  ['an overview', SETTING_PAGE, { type: 'overview.get', request: {} }, forbidden],
  ['the quiet mode', FEED, { type: 'banner.choose', request: { banner: false } }, forbidden],
  ['a reading for another address', SETTING_PAGE, read({ state: 'off' }), forbidden],
  [
    'a reading with text in it',
    SETTING_PAGE,
    read({ state: 'off', text: 'hello' }),
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
    await page.waitForSelector('input[role="switch"]');
    await until('it has been read', () => lab.stored(FINDING));
  }
  expect(await sendFromPage(url, message)).toEqual(answer);
  expect((await lab.stored('place'))?.code).toBe('DE');
  expect((await lab.stored(FINDING))?.reading.state).not.toBe('off');
});

test('a banner may start an errand only while a warning stands', async () => {
  await lab.choosePlace('CN');
  await lab.browser.open(FEED);
  const start = { type: 'errand.start', request: { key: SETTING, kind: 'opt-out' } };
  expect(await sendFromPage(FEED, start)).toEqual({ ok: false, error: 'refused' });
  expect(await lab.stored(ERRAND, 'session')).toBeUndefined();
});

test('the page itself has no way to speak to us', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector('input[role="switch"]');
  await until('it has been read', () => lab.stored(FINDING));
  const before = await lab.stored(FINDING);
  const answered = await page.evaluate(
    async (message, origin) => {
      window.postMessage(message, origin);
      document.dispatchEvent(new CustomEvent('message', { detail: message }));
      // biome-ignore lint/suspicious/noExplicitAny: what a page may find there.
      const runtime = (globalThis as any).chrome?.runtime ?? (globalThis as any).browser?.runtime;
      return typeof runtime?.sendMessage;
    },
    read({ state: 'off' }),
    ORIGIN,
  );
  expect(answered).toBe('undefined');
  await new Promise((resolve) => setTimeout(resolve, 500));
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
  await expect(lab.withPopup((popup) => popup.attribute(CARD, 'data-verdict'))).resolves.toBe(
    'unchecked',
  );
});
