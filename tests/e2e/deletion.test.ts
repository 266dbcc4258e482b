import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import {
  bringIn,
  catchWhatIsTaken,
  openDashboard,
  press,
  remindAfter,
  shown,
  textOf,
  whatWasTaken,
} from './dashboard.ts';
import { FEED, openLab, SETTING, SETTING_PAGE, until } from './lab.ts';
import { registeredScripts } from './pace.ts';
import { found, seed } from './seed.ts';

const lab = openLab();

const NOON = Date.UTC(2026, 5, 15, 12);

/** All that the extension keeps, wherever the browser keeps it. */
async function everythingKept() {
  const kept = await lab.browser.inExtension(async (api) => ({
    local: await api.storage.local.get(null),
    session: await api.storage.session.get(null),
    alarms: (await api.alarms.getAll()).map(({ name }: { name: string }) => name),
    badge: await api.action.getBadgeText({}),
    title: await api.action.getTitle({}),
    permissions: await api.permissions.getAll(),
  }));
  return { ...kept, scripts: (await registeredScripts(lab.browser)).map(({ id }) => id) };
}

/** What is kept locally, but for what was made of it. */
async function keptLocally(): Promise<Record<string, unknown>> {
  const { overview: _, revision: __, ...local } = (await everythingKept()).local;
  return local;
}

/** As it is right after the extension was installed. */
async function fresh() {
  const kept = await everythingKept();
  expect(Object.keys(kept.local)).toEqual(['overview']);
  expect([kept.session, kept.scripts]).toEqual([{}, []]);
  // The lab has swept away the alarm that an installed extension has.
  return { ...kept, alarms: ['daily'] };
}

async function deleteEverything(dashboard: Page): Promise<void> {
  await press(dashboard, '[data-action="delete"]');
  await shown(dashboard, '[data-deletion="asked"]');
  await press(dashboard, '[data-action="sure"]');
  await shown(dashboard, '[data-deletion="done"]');
}

test('after deleting everything the extension keeps what a fresh one keeps, key by key', async () => {
  const asInstalled = await fresh();

  await lab.choosePlace('DE');
  await lab.check();
  await lab.verdict('sharing');
  await remindAfter(lab, '7');
  await seed(lab, {
    'set-aside/place/1': 'broken',
    unlisted: [{ address: SETTING_PAGE, id: 'allowSomethingNew', seenAt: NOON }],
    'history/elsewhere/telemetry': { rows: [] },
    ...found('partners', { state: 'on', strategy: 'known-id' }),
  });
  const kept = await everythingKept();
  expect(Object.keys(kept.local).length).toBeGreaterThan(6);
  expect(kept.scripts).toEqual(['banner']);
  expect(kept.badge).not.toBe(asInstalled.badge);
  const page = (await lab.browser.tabs()).find((tab) => tab.url() === SETTING_PAGE);
  await page?.close();

  const dashboard = await openDashboard(lab, '#delete');
  await shown(dashboard, '[data-action="delete"]');
  expect(await textOf(dashboard, 'main')).toContain('It cannot be taken back.');
  expect(await textOf(dashboard, 'main')).not.toContain('Yes, delete everything');
  await press(dashboard, '[data-action="delete"]');
  await shown(dashboard, '[data-deletion="asked"]');
  await press(dashboard, '[data-action="keep"]');
  await shown(dashboard, '[data-deletion="offered"]');
  expect(await lab.stored('place')).toMatchObject({ code: 'DE' });

  await deleteEverything(dashboard);
  expect(await textOf(dashboard, 'main')).toContain('Everything has been deleted.');
  expect(await everythingKept()).toEqual(asInstalled);
  expect(await lab.status()).toMatchObject({ verdict: 'unchecked', reading: 'never-read' });
  expect(await everythingKept()).toEqual(asInstalled);
});

test('a banner goes from the page with what it warned of', async () => {
  await lab.choosePlace('DE');
  await seed(lab, found('ai-training', { state: 'on', strategy: 'known-id' }));
  const feed = await lab.browser.open(FEED);
  const banner = () =>
    feed.evaluate(() => document.body?.previousElementSibling?.localName === 'div');
  await until('the banner stands', banner);
  await deleteEverything(await openDashboard(lab, '#delete'));
  // A page that nobody looks at is not told of anything.
  await feed.bringToFront();
  await until('the banner is gone', async () => !(await banner()));
});

test('what was saved before a deletion brings the same history back', async () => {
  await seed(lab, {
    [`history/${SETTING}`]: {
      rows: [
        [NOON, 'on', true, 'unknown', 'known-id'],
        [NOON + 1, 'off', false, 'person', 'name'],
        [NOON + 2, 'locked off', true, 'errand'],
      ],
    },
    'history/linkedin/partners': { rows: [[NOON, 'absent', true, 'unknown']] },
  });
  const before = await keptLocally();

  const dashboard = await openDashboard(lab, '#delete');
  await shown(dashboard, '[data-action="save-json"]:not(:disabled)');
  await catchWhatIsTaken(dashboard);
  await press(dashboard, '[data-action="save-json"]');
  const [, file] = await until('it is saved', async () => {
    const taken = await whatWasTaken(dashboard);
    return taken.length === 2 && (taken as [string, string]);
  });
  await deleteEverything(dashboard);
  expect(await keptLocally()).toEqual({});

  await dashboard.evaluate(() => {
    location.hash = '#history';
  });
  await shown(dashboard, '[data-empty]');
  await bringIn(dashboard, file);
  await shown(dashboard, '[data-import="done"]');
  expect(await keptLocally()).toEqual(before);
});

test('an opt-out under way ends with the deletion: what the page answers late is a new reading', async () => {
  lab.simulator.set({ delayMs: 3000, save: 'slow', saveMs: 3000 });
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  await until('the switch is being pressed', async () => {
    return (await lab.errand())?.step === 'pressing';
  });
  const dashboard = await openDashboard(lab, '#delete');
  await deleteEverything(dashboard);
  const deletedAt = await dashboard.evaluate(() => Date.now());
  const kept = await everythingKept();
  expect(kept.alarms).toEqual(['daily']);
  expect(kept.local['place']).toBeUndefined();
  expect(Object.keys(kept.local).filter((key) => key.startsWith('errand/'))).toEqual([]);

  // The page goes on by itself, and is read when it is looked at again.
  const page = await lab.browser.open(SETTING_PAGE);
  await page.bringToFront();
  const { rows } = await until('it is read anew', () => lab.stored(`history/${SETTING}`));
  for (const [at] of rows as [number][]) expect(at).toBeGreaterThanOrEqual(deletedAt);
  const after = await everythingKept();
  expect(after.alarms).toEqual(['daily']);
  expect(after.local['place']).toBeUndefined();
  expect(Object.keys(after.local).filter((key) => key.startsWith('errand/'))).toEqual([]);
});

test('a batch under way ends with the deletion, and opens no further page', async () => {
  await lab.choosePlace('DE');
  await lab.send('batch.check', {});
  await until('the first page was read', async () => {
    return Object.keys(await keptLocally()).some((key) => key.startsWith('finding/'));
  });
  await deleteEverything(await openDashboard(lab, '#delete'));
  expect((await everythingKept()).alarms).toEqual(['daily']);
  expect(await keptLocally()).toEqual({});
  await until('its tab is closed', async () => (await lab.browser.tabs()).length === 0);
});

test('what was asked for right before a deletion leaves nothing behind', async () => {
  const asInstalled = await fresh();
  // What a page says after the deletion is a new reading: this one says nothing.
  lab.simulator.set({ page: 'silent' });
  const replies = await lab.browser.inExtension((api, key) => {
    const ask = (type: string, request: object) => api.runtime.sendMessage({ type, request });
    return Promise.all([
      ask('place.choose', { code: 'DE' }),
      ask('batch.check', {}),
      ask('errand.start', { key, kind: 'opt-out' }),
      ask('reminder.choose', { after: 7 }),
      ask('everything.delete', {}),
    ]);
  }, SETTING);
  expect(replies.at(-1)).toEqual({ ok: true, value: null });
  const kept = await everythingKept();
  expect(kept).toEqual(asInstalled);
});
