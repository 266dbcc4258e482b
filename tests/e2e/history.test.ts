import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { HISTORY_FORMAT_VERSION } from '../../src/core/history/file.ts';
import { MAX_FILE_LENGTH } from '../../src/core/history/file-problem.ts';
import { entriesOf } from '../../src/core/recipe/setting-key.ts';
import {
  bringIn,
  catchWhatIsTaken,
  choose,
  openDashboard,
  press,
  shown,
  textOf,
  whatWasTaken,
} from './dashboard.ts';
import { openLab, SETTING, SETTING_PAGE, until } from './lab.ts';
import { seed } from './seed.ts';

const lab = openLab();

const keys = entriesOf(services).map(({ key }) => key);
const OTHER = keys.find((key) => key !== SETTING) as string;
const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 5, 15, 12);

type Row = [at: number, said: string, fresh: boolean, cause: string, strategy?: string];

function seedHistories(histories: Readonly<Record<string, Row[]>>): Promise<void> {
  return seed(
    lab,
    Object.fromEntries(
      Object.entries(histories).map(([key, rows]) => [`history/${key}`, { rows }]),
    ),
  );
}

interface Shown {
  readonly key: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly movedBy: string | null;
  readonly text: string;
}

/** The changes that stand in the page, in the order in which they stand there. */
function changesOn(page: Page): Promise<Shown[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('ol ol > [data-change-of]')].map((item) => ({
      key: item.getAttribute('data-change-of'),
      from: item.getAttribute('data-from'),
      to: item.getAttribute('data-to'),
      movedBy: item.getAttribute('data-moved-by'),
      text: item.textContent ?? '',
    })),
  );
}

const FILTER = 'select[name="setting"]';

/** Everything kept in the browser but what was made of it. */
async function localStore(): Promise<Record<string, unknown>> {
  const all = await lab.browser.inExtension((api) => api.storage.local.get(null));
  const { overview: _, revision: __, ...local } = all;
  return local;
}

async function fileOf(format: 'json' | 'csv'): Promise<string> {
  return lab.send('history.export', { format });
}

test('an opt-out and its undoing both stand in the history, with who caused them', async () => {
  await lab.choosePlace('DE');
  await lab.press('turn-off');
  expect(await lab.outcome()).toBe('done');
  await lab.verdict('protected');
  await lab.press('undo');
  await lab.verdict('sharing', 180_000);

  const dashboard = await openDashboard(lab, '#history');
  const changes = await until('all three are shown', async () => {
    const all = await changesOn(dashboard);
    return all.length === 3 && all;
  });
  expect(changes).toMatchObject([
    { key: SETTING, from: 'off', to: 'on', movedBy: 'errand' },
    { key: SETTING, from: 'on', to: 'off', movedBy: 'errand' },
    { key: SETTING, from: null, to: 'on', movedBy: null },
  ]);
  expect(changes[0]?.text).toContain('From off to on');
  expect(changes[0]?.text).toContain('Default Check changed it, on your click.');
  expect(changes[1]?.text).toContain('From on to off');
  expect(changes[2]?.text).toContain('First reading: on');
  const title = entriesOf(services).find(({ key }) => key === SETTING)?.setting.title;
  for (const { text } of changes) expect(text).toContain(title);
});

test('before anything was read, the history says so and has nothing to save', async () => {
  const dashboard = await openDashboard(lab, '#history');
  await shown(dashboard, '[data-empty]');
  expect(await changesOn(dashboard)).toEqual([]);
  await shown(dashboard, '[data-action="save-json"]:disabled');
  await shown(dashboard, '[data-action="save-csv"]:disabled');
});

test('who moved a switch, how certain it is and what was read again are told in words', async () => {
  await seedHistories({
    [SETTING]: [
      [NOON, 'on', true, 'unknown', 'known-id'],
      [NOON + DAY_MS, 'off', false, 'person', 'known-id'],
      [NOON + 2 * DAY_MS, 'off', true, 'unknown', 'known-id'],
      [NOON + 3 * DAY_MS, 'off', true, 'unknown', 'known-id'],
      [NOON + 4 * DAY_MS, 'unknown signed-out', true, 'unknown'],
      [NOON + 5 * DAY_MS, 'on', true, 'unknown', 'known-id'],
    ],
    [OTHER]: [[NOON + 6 * DAY_MS, 'off', false, 'person', 'known-id']],
  });
  const dashboard = await openDashboard(lab, '#history');
  await shown(dashboard, `[data-change-of="${OTHER}"]`);
  const changes = await changesOn(dashboard);
  expect(changes.map(({ movedBy }) => movedBy)).toEqual([
    'person',
    'unknown',
    null,
    'person',
    null,
  ]);
  const [other, on, unreadable, off, first] = changes.map(({ text }) => text);
  expect(other).toContain('Not certain: it was not read again after a reload.');
  expect(on).toContain('From unreadable to on');
  expect(on).toContain('Nobody we know of changed it: it may have been LinkedIn');
  expect(unreadable).toContain('From off to unreadable');
  expect(unreadable).toContain('You are not signed in to LinkedIn.');
  expect(unreadable).not.toContain('Nobody we know of');
  expect(off).toContain('You changed it, on its page.');
  expect(off).toContain('Read again when its page had been loaded anew');
  expect(off).toContain('Read the same 2 more times, last on');
  expect(first).toContain('First reading: on');
  expect(first).toContain('Read when its page had just been loaded.');

  await choose(dashboard, FILTER, OTHER);
  await until('only the one is shown', async () => (await changesOn(dashboard)).length === 1);
  await choose(dashboard, FILTER, '');
  await until('all are shown', async () => (await changesOn(dashboard)).length === 5);
});

test('a year of daily readings of everything is small, and is drawn bit by bit', async () => {
  const year = Array.from({ length: 365 }, (_, day): Row => {
    const said = day % 2 === 0 ? 'locked off' : 'unknown signed-out';
    const at = NOON + day * DAY_MS;
    return day % 2 === 0 ? [at, said, true, 'unknown', 'only-switch'] : [at, said, true, 'unknown'];
  });
  await seedHistories(Object.fromEntries(keys.map((key) => [key, year])));
  const bytes = new TextEncoder().encode(JSON.stringify(await localStore())).byteLength;
  expect(bytes).toBeGreaterThan(keys.length * 365 * 20);
  expect(bytes).toBeLessThan(1_000_000);

  const dashboard = await openDashboard(lab, '#history');
  await shown(dashboard, '[data-change-of]');
  const changes = await changesOn(dashboard);
  expect(changes.length).toBeLessThan(100);
  expect(await textOf(dashboard, '[data-shown]')).toContain(
    `of ${(keys.length * 365).toLocaleString('en')}`,
  );

  await press(dashboard, '[data-action="more"]');
  await until(
    'more are shown',
    async () => (await changesOn(dashboard)).length === 2 * changes.length,
  );
  // A person without a mouse goes on where the new ones begin; the focus moves once they are drawn.
  const focused = () =>
    dashboard.evaluate(() =>
      [...document.querySelectorAll('[data-change-of]')].indexOf(document.activeElement as Element),
    );
  await until('the first new one has the focus', async () => (await focused()) === changes.length);
});

test('what is saved is the history: JSON that comes back, and a table that opens', async () => {
  const rows: Row[] = [
    [NOON, 'on', true, 'unknown', 'known-id'],
    [NOON + 1, 'locked off', false, 'person'],
    [NOON + 2, 'unknown timeout', true, 'unknown'],
  ];
  await seedHistories({ [SETTING]: rows, [OTHER]: [[NOON, 'absent', true, 'unknown']] });
  const dashboard = await openDashboard(lab, '#history');
  await shown(dashboard, '[data-action="save-csv"]:not(:disabled)');
  await catchWhatIsTaken(dashboard);
  await press(dashboard, '[data-action="save-csv"]');
  await until('the table is saved', async () => (await whatWasTaken(dashboard)).length === 2);
  await press(dashboard, '[data-action="save-json"]');
  const taken = await until('both are saved', async () => {
    const all = await whatWasTaken(dashboard);
    return all.length === 4 && all;
  });
  const [csvName, jsonName, csv, json] = taken as [string, string, string, string];
  expect(csvName).toMatch(/^default-check-history-\d{4}-\d\d-\d\d\.csv$/);
  expect(jsonName).toMatch(/^default-check-history-\d{4}-\d\d-\d\d\.json$/);

  const lines = csv.split('\r\n').map((line) => line.split(','));
  expect(lines[0]).toEqual([
    'setting',
    'at',
    'state',
    'position',
    'reason',
    'strategy',
    'fresh',
    'cause',
  ]);
  const at = (moment: number) => new Date(moment).toISOString();
  expect(lines.slice(1).toSorted()).toEqual(
    [
      [SETTING, at(NOON), 'on', '', '', 'known-id', 'true', 'unknown'],
      [SETTING, at(NOON + 1), 'locked', 'off', '', '', 'false', 'person'],
      [SETTING, at(NOON + 2), 'unknown', '', 'timeout', '', 'true', 'unknown'],
      [OTHER, at(NOON), 'absent', '', '', '', 'true', 'unknown'],
      [''],
    ].toSorted(),
  );
  expect(Object.keys(JSON.parse(json).settings).toSorted()).toEqual([SETTING, OTHER].toSorted());
});

test('what is brought in joins the history, once, and nothing else', async () => {
  await lab.choosePlace('DE');
  await lab.check();
  await lab.verdict('sharing');
  // What warns is said once more when its page has settled.
  await lab.rests(new URL(SETTING_PAGE).pathname);
  const file = JSON.parse(await fileOf('json'));
  const [mine] = file.settings[SETTING];
  const earlier = new Date(NOON - DAY_MS).toISOString();
  const strange = 'elsewhere/telemetry';
  file.settings[SETTING] = [{ ...mine, at: earlier, reading: { state: 'off' } }, mine];
  file.settings[strange] = [mine];
  const before = await localStore();

  const dashboard = await openDashboard(lab, '#history');
  await shown(dashboard, '[data-change-of]');
  await bringIn(dashboard, JSON.stringify(file));
  await shown(dashboard, '[data-import="done"]');
  await shown(dashboard, `[data-added-to="${SETTING}"][data-count="1"]`);
  await shown(dashboard, '[data-left-out="1"]');
  expect(await textOf(dashboard, '[data-left-out]')).toContain(strange);
  await until('it is shown', async () => (await changesOn(dashboard)).length === 2);

  const key = `history/${SETTING}`;
  const { [key]: kept, ...others } = await localStore();
  const { [key]: had, ...othersBefore } = before;
  expect(others).toEqual(othersBefore);
  expect((kept as { value: { rows: Row[] } }).value.rows).toEqual([
    [NOON - DAY_MS, 'off', true, 'unknown'],
    ...(had as { value: { rows: Row[] } }).value.rows,
  ]);
  expect(await lab.status()).toMatchObject({ verdict: 'sharing', reading: 'on' });

  await bringIn(dashboard, JSON.stringify(file));
  await shown(dashboard, '[data-import="done"]:not(:has([data-added-to]))');
  expect((await localStore())[key]).toEqual(kept);
});

test('a file that is not a history of ours is told as what it is, and changes nothing', async () => {
  await seedHistories({ [SETTING]: [[NOON, 'on', true, 'unknown', 'known-id']] });
  const good = JSON.parse(await fileOf('json'));
  const changed = (change: object) => JSON.stringify({ ...good, ...change });
  const observation = good.settings[SETTING][0];
  const altered = { [SETTING]: [{ ...observation, at: new Date(0).toISOString(), note: 'Ada' }] };
  const before = await localStore();
  const dashboard = await openDashboard(lab, '#history');
  await shown(dashboard, '[data-change-of]');

  const files: readonly [string, string][] = [
    ['not-json', ''],
    ['not-json', await fileOf('csv')],
    ['not-json', JSON.stringify(good).slice(0, -2)],
    ['not-a-history', '{"bookmarks": []}'],
    ['not-a-history', changed({ settings: altered })],
    ['newer', changed({ formatVersion: HISTORY_FORMAT_VERSION + 1 })],
    ['too-large', ' '.repeat(MAX_FILE_LENGTH + 1)],
  ];
  for (const [problem, text] of files) {
    await bringIn(dashboard, text);
    await shown(dashboard, `[data-import="${problem}"]`);
    expect(await textOf(dashboard, '[data-import]')).toContain('Nothing was changed');
    expect(await localStore()).toEqual(before);
    // The next one is to be told anew.
    await bringIn(dashboard, JSON.stringify(good));
    await shown(dashboard, '[data-import="done"]');
  }
});

test('a file as large as may be gets through to the background', async () => {
  const longest = await lab.browser.inExtension(
    (api, length) =>
      api.runtime.sendMessage({ type: 'history.import', request: { text: 'x'.repeat(length) } }),
    MAX_FILE_LENGTH,
  );
  expect(longest).toEqual({ ok: true, value: { ok: false, problem: 'not-json' } });
  const longer = await lab.browser.inExtension(
    (api, length) =>
      api.runtime.sendMessage({ type: 'history.import', request: { text: 'x'.repeat(length) } }),
    MAX_FILE_LENGTH + 1,
  );
  expect(longer).toEqual({ ok: true, value: { ok: false, problem: 'too-large' } });
});
