import { describe, expect, inject, test } from 'vitest';
import { openDashboard, press, shown, textOf } from './dashboard.ts';
import {
  CARD,
  FEED,
  ORIGIN,
  openLab,
  SETTING,
  SETTING_PAGE,
  SWITCH,
  SWITCH_IN_PAGE,
  until,
} from './lab.ts';
import { moveByHand } from './move-by-hand.ts';

const lab = openLab();
const FINDING = `finding/${SETTING}`;
const PARTNERS = 'linkedin/partners';
const WORK = 'firefox-container-2';
const SIGN_IN = `${ORIGIN}/login`;

const reading = async (key: string) => (await lab.stored(key))?.reading;
const accounts = () => lab.stored('accounts');
/** Until then nobody else takes over. */
const nothingUnderWay = () =>
  until('nothing is under way', async () => ((await lab.errand())?.step ?? 'ended') === 'ended');

/** Opens the people's page of the dashboard and does one thing there. */
async function inDashboard(act: (page: Awaited<ReturnType<typeof openAccounts>>) => Promise<void>) {
  const page = await openAccounts();
  await act(page);
  await page.close();
}

async function openAccounts() {
  const page = await openDashboard(lab, '#accounts');
  await shown(page, '.new-profile');
  return page;
}

async function addProfile(name: string) {
  await nothingUnderWay();
  await inDashboard(async (page) => {
    await page.evaluate((value) => {
      const form = document.querySelector<HTMLFormElement>('.new-profile');
      const field = form?.querySelector('input');
      if (!form || !field) throw new Error('There is no form for a new person');
      field.value = value;
      form.requestSubmit();
    }, name);
    await until(
      'the new person uses the browser',
      async () => (await accounts())?.profile !== '' && (await accounts())?.profile !== undefined,
    );
  });
}

describe('several people', () => {
  test('each have their own place, readings and history', async () => {
    await lab.choosePlace('DE');
    expect(await lab.check()).toBe('read');
    await lab.verdict('sharing');

    await addProfile('Ben');
    const { profile } = await accounts();
    const fresh = await lab.status();
    expect(fresh).toMatchObject({ verdict: 'unchecked', reading: 'never-read' });

    lab.simulator.account.switches[SWITCH] = false;
    await lab.choosePlace('US');
    expect((await lab.stored(`place@${profile}/`)).code).toBe('US');
    await lab.press('check');
    await until(
      'it is read',
      async () => (await reading(`${FINDING}@${profile}/`))?.state === 'off',
    );
    await lab.verdict('protected');
    expect((await lab.stored(`history/${SETTING}@${profile}/`)).rows).toHaveLength(1);

    await nothingUnderWay();
    await lab.withPopup((popup) => popup.select('select[name="profile"]', ''));
    await until('the first is back', async () => (await accounts()).profile === '');
    expect((await lab.verdict('sharing')).reading).toBe('on');
    expect((await lab.stored('place')).code).toBe('DE');
    expect((await lab.stored(`history/${SETTING}`)).rows).toHaveLength(1);
  });

  test('who is removed takes everything of theirs along, and nothing else', async () => {
    await lab.choosePlace('DE');
    expect(await lab.check()).toBe('read');
    await addProfile('Ben');
    const { profile } = await accounts();
    await lab.press('check');
    await until('it is read', () => reading(`${FINDING}@${profile}/`));
    await nothingUnderWay();
    expect(await lab.ask('profile.use', { id: '' })).toMatchObject({ ok: true });

    await inDashboard(async (page) => {
      await press(page, '[data-action="remove"]');
      await shown(page, '.question');
      expect(await textOf(page, '.question')).toContain('Ben');
      await press(page, '.question [data-action="keep"]');
      await until('it is asked no more', async () => !(await textOf(page, '.question')));
      expect((await accounts()).profiles).toHaveLength(2);

      await press(page, '[data-action="remove"]');
      await shown(page, '.question');
      await press(page, '.question [data-action="sure"]');
      await shown(page, '[data-action="take-back"]');
      await press(page, '[data-action="take-back"]');
      await shown(page, '[data-action="remove"]');
      expect((await accounts()).profiles).toHaveLength(2);

      await press(page, '[data-action="remove"]');
      await shown(page, '.question');
      await press(page, '.question [data-action="sure"]');
      await until('Ben is gone', async () => (await accounts()).profiles.length === 1);
    });
    const left = await until('nothing of Ben is left', () =>
      lab.browser.inExtension(async (api, id) => {
        const keys = Object.keys(await api.storage.local.get(null));
        return keys.some((key) => key.includes(id)) ? undefined : keys;
      }, profile),
    );
    expect(left).toContain(FINDING);
    expect((await lab.verdict('sharing')).reading).toBe('on');
  });

  test('what stands in a page from before says nothing of who came after, unless it warns', async () => {
    lab.simulator.account.switches[SWITCH] = false;
    await lab.choosePlace('DE');
    lab.simulator.set({ keeps: true });
    const page = await lab.browser.open(SETTING_PAGE);
    await lab.verdict('protected');

    expect(await lab.ask('profile.add', { name: 'Ben' })).toMatchObject({ ok: true });
    const { profile } = await accounts();
    const rows = async () =>
      (await lab.stored(`history/${SETTING}@${profile}/`))?.rows.map(
        (row: readonly unknown[]) => row[1],
      );
    await page.goto(FEED);
    await lab.hear();
    await page.evaluate(() => history.back());
    await lab.rests(new URL(SETTING_PAGE).pathname);
    await lab.verdict('unchecked');
    await moveByHand(page);
    await lab.verdict('sharing');
    expect(await rows()).toEqual(['on']);

    lab.simulator.account.switches[SWITCH] = false;
    await lab.browser.open(SETTING_PAGE);
    await lab.verdict('protected');
    expect(await rows()).toEqual(['on', 'off']);
  });

  test('whoever is chosen in the popup over a page from before is asked to reload it', async () => {
    await lab.choosePlace('DE');
    expect(await lab.ask('profile.add', { name: 'Ben' })).toMatchObject({ ok: true });
    const { profile } = await lab.stored('accounts');
    lab.simulator.account.switches[SWITCH] = false;
    expect(await lab.check()).toBe('read');
    await lab.verdict('protected');
    for (const tab of await lab.browser.tabs()) await tab.close();
    expect(await lab.ask('profile.use', { id: '' })).toMatchObject({ ok: true });
    lab.simulator.account.switches[SWITCH] = true;
    const page = await lab.browser.open(SETTING_PAGE);
    await page.waitForSelector(SWITCH_IN_PAGE);
    await lab.verdict('sharing');
    await page.bringToFront();
    await lab.withPopup(async (popup) => {
      await expect(popup.text('[data-notice="unread"]')).rejects.toThrow();
      await popup.select('select[name="profile"]', profile);
      await popup.waitFor('[data-notice="unread"]');
      expect(await popup.attribute(CARD, 'data-verdict')).toBe('unknown');
      await popup.click('[data-action="reload"]');
    });
    await until('it is read', async () => (await lab.status()).verdict === 'sharing');
  });
});

describe('a sign-out', () => {
  test('leaves no verdict of that account standing, wherever it was seen', async () => {
    lab.simulator.account.switches[SWITCH] = false;
    await lab.choosePlace('DE');
    expect(await lab.check()).toBe('read');
    await lab.verdict('protected');

    await lab.browser.open(SIGN_IN);
    const after = await lab.verdict('unknown');
    expect(after).toMatchObject({ reading: 'unknown', reason: 'signed-out' });
    expect(after.text).toContain('Whoever was signed in before was opted out');
    const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));
    await until('the badge asks', async () => (await badge()) === '?');

    expect(await lab.check()).toBe('read');
    await lab.verdict('protected');
  });
});

describe.runIf(inject('browser') === 'firefox')('containers', () => {
  const openIn = (container: string, url: string) =>
    lab.browser.inExtension(
      async (api, cookieStoreId, address) => {
        await api.tabs.create({ url: address, cookieStoreId });
      },
      container,
      url,
    );

  test('are kept apart, and the popup shows the one that the person is in', async () => {
    await lab.choosePlace('DE');
    expect(await lab.check()).toBe('read');
    await lab.verdict('sharing');

    lab.simulator.account.switches[SWITCH] = false;
    await openIn(WORK, SETTING_PAGE);
    await until(
      'it is read there',
      async () => (await reading(`${FINDING}@/${WORK}`))?.state === 'off',
    );
    expect(await reading(FINDING)).toMatchObject({ state: 'on' });

    await lab.withPopup((popup) =>
      popup.waitFor(`${CARD}[data-verdict="protected"][data-reading="off"]`),
    );
    expect((await accounts()).container).toBe(WORK);
    // The badge speaks for all of them.
    expect(await lab.browser.inExtension((api) => api.action.getBadgeText({}))).toBe('!');

    await lab.browser.open(SETTING_PAGE.replace('data-for-ai-improvement', 'nothing-of-ours'));
    await lab.withPopup((popup) =>
      popup.waitFor(`${CARD}[data-verdict="sharing"][data-reading="on"]`),
    );
  });

  test('an errand is done in the container for which it was asked', async () => {
    await lab.choosePlace('DE');
    await openIn(WORK, FEED);
    await until('the tab is there', async () => (await lab.browser.tabs()).length > 0);
    expect(await lab.ask('container.show', { id: WORK })).toMatchObject({ ok: true });
    expect(await lab.ask('errand.start', { key: SETTING, kind: 'opt-out' })).toMatchObject({
      ok: true,
    });
    expect(await lab.outcome()).toBe('done');
    await until(
      'it is kept there',
      async () => (await reading(`${FINDING}@/${WORK}`))?.state === 'off',
    );
    expect(await reading(FINDING)).toBeUndefined();
    const stores = await lab.browser.inExtension(async (api) => {
      const tabs = await api.tabs.query({ url: 'https://www.linkedin.com/mypreferences/*' });
      return tabs.map((tab: { cookieStoreId: string }) => tab.cookieStoreId);
    });
    expect(stores).toEqual([WORK]);
  });

  test('the banner stands only in the container that it is about', async () => {
    await lab.choosePlace('CN');
    await openIn(WORK, SETTING_PAGE);
    await until(
      'it is read there',
      async () => (await reading(`${FINDING}@/${WORK}`))?.state === 'on',
    );
    await openIn(WORK, FEED);
    const hosts = () =>
      lab.browser.inExtension(async (api) => {
        const tabs = await api.tabs.query({ url: 'https://www.linkedin.com/feed/*' });
        return Promise.all(
          tabs.map(async ({ id, cookieStoreId }: { id: number; cookieStoreId: string }) => {
            const [found] = await api.scripting.executeScript({
              target: { tabId: id },
              // The banner stands between head and body.
              func: () => document.body.previousElementSibling?.localName === 'div',
            });
            return [cookieStoreId, found.result] as const;
          }),
        );
      });
    await until('it stands there', async () => (await hosts()).some(([, stands]) => stands));
    await lab.browser.open(FEED);
    await until('both have loaded', async () => (await hosts()).length === 2);
    expect(Object.fromEntries(await hosts())).toEqual({ [WORK]: true, 'firefox-default': false });

    // In a page that had nothing to show before, too.
    await lab.choosePlace('DE');
    await until('it stands in both', async () => (await hosts()).every(([, stands]) => stands));
  });

  test('one that is forgotten takes its readings along', async () => {
    await openIn(WORK, SETTING_PAGE);
    await until('it is read there', () => reading(`${FINDING}@/${WORK}`));
    expect(await lab.ask('container.forget', { id: WORK })).toMatchObject({ ok: true });
    const keys = await lab.browser.inExtension(async (api) =>
      Object.keys(await api.storage.local.get(null)),
    );
    expect(keys.filter((key: string) => key.includes(WORK))).toEqual([]);
    expect((await accounts()).containers).toEqual([]);
  });
});

test('another person’s switch is pressed in no other place', async () => {
  await lab.choosePlace('DE');
  await addProfile('Ben');
  const { profile } = await accounts();
  expect(await lab.ask('errand.start', { key: PARTNERS, kind: 'check' })).toMatchObject({
    ok: true,
  });
  await until('it is read', () => reading(`finding/${PARTNERS}@${profile}/`));
  expect(await lab.stored(`finding/${PARTNERS}`)).toBeUndefined();
  const [page] = await lab.browser.tabs();
  if (!page) throw new Error('the errand has no tab');
  await page.waitForSelector(SWITCH_IN_PAGE);
  await moveByHand(page);
  await until(
    'the person moved it',
    async () => (await reading(`finding/${PARTNERS}@${profile}/`))?.state === 'off',
  );
  expect(await lab.stored(`finding/${PARTNERS}`)).toBeUndefined();
});
