import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { ORIGIN, openLab, SETTING, until } from './lab.ts';
import { sayByTurns } from './say.ts';

const lab = openLab();

/** Eight settings, each with a page of its own. */
const settings = (services[0]?.settings ?? [])
  .filter(({ open }, index, all) => all.findIndex((one) => one.open === open) === index)
  .slice(0, 8)
  .map(({ id, open }) => ({ key: `linkedin/${id}`, open, path: new URL(open).pathname }));
const TIMES = 10;

async function openAll(): Promise<Page[]> {
  const pages: Page[] = [];
  for (const { open } of settings) pages.push(await lab.browser.open(open));
  return pages;
}

/** Resolves when the store has changed so often. */
const afterWrites = (times: number) =>
  lab.browser.inExtension(
    (api, wanted) =>
      new Promise<void>((done) => {
        let left = wanted;
        const count = () => {
          left -= 1;
          if (left > 0) return;
          api.storage.local.onChanged.removeListener(count);
          done();
        };
        api.storage.local.onChanged.addListener(count);
      }),
    times,
  );

const bothOf = async (key: string) => {
  const [finding, history] = await lab.browser.inExtension(
    async (api, wanted) => {
      const found = await api.storage.local.get(wanted);
      return wanted.map((one) => found[one]?.value);
    },
    [`finding/${key}`, `history/${key}`],
  );
  return { finding, rows: (history?.rows ?? []) as [number, string][] };
};

test('eight tabs that speak at once, while the person chooses, lose nothing', async () => {
  expect(settings).toHaveLength(8);
  await lab.choosePlace('DE');
  await openAll();
  for (const { key } of settings) {
    await until(`${key} is read`, () => lab.stored(`finding/${key}`));
  }
  const choose = lab.browser.inExtension(async (api) => {
    const ask = (type: string, request: object) => api.runtime.sendMessage({ type, request });
    for (const code of ['FR', 'IT', 'AT', 'GB']) {
      await Promise.all([
        ask('place.choose', { code }),
        ask('reminder.choose', { after: 30 }),
        ask('banner.choose', { banner: code !== 'GB' }),
        ask('profile.rename', { id: '', name: `Ada ${code}` }),
        ask('overview.get', {}),
      ]);
    }
  });
  const said = await Promise.all([
    ...settings.map((one) => sayByTurns(lab, one, TIMES, true)),
    choose,
  ]);
  expect(said.slice(0, -1)).toEqual(settings.map(() => TIMES));

  for (const { key } of settings) {
    const { finding, rows } = await bothOf(key);
    const tail = rows.slice(-TIMES).map(([, what]) => what);
    expect([key, tail]).toEqual([
      key,
      Array.from({ length: TIMES }, (_, turn) => (turn % 2 === 0 ? 'off' : 'on')),
    ]);
    expect(finding.reading.state).toBe('on');
  }
  expect((await lab.stored('place')).code).toBe('GB');
  expect((await lab.stored('reminding')).remindAfter).toBe(30);
  expect((await lab.stored('preferences')).banner).toBe(false);
  expect((await lab.stored('accounts')).profiles).toEqual([{ id: '', name: 'Ada GB' }]);
  expect((await lab.stored('set-aside')) ?? []).toEqual([]);
});

test('a background killed in the middle of writing leaves a finding and a history that agree', async () => {
  await lab.choosePlace('DE');
  const four = settings.slice(0, 4);
  for (const { open } of four) await lab.browser.open(open);
  for (const { key } of four) {
    await until(`${key} is read`, () => lab.stored(`finding/${key}`));
  }
  for (let time = 0; time < 12; time++) {
    const written = afterWrites(1 + (time % 6));
    await Promise.all(four.map((one) => sayByTurns(lab, one, TIMES, false)));
    await written;
    await lab.browser.killBackground();
    for (const { key } of four) {
      const { finding, rows } = await bothOf(key);
      const [at = Number.POSITIVE_INFINITY, said] = rows.at(-1) ?? [];
      expect([key, said]).toEqual([key, finding.reading.state]);
      // The same reading once more, or one too many for a day, adds no row.
      expect(at).toBeLessThanOrEqual(finding.readAt);
    }
  }
  const kept: string[] = await lab.browser.inExtension(async (api) =>
    Object.keys(await api.storage.local.get(null)),
  );
  expect(kept.filter((key) => key.startsWith('set-aside'))).toEqual([]);
  expect(ORIGIN).toBe(new URL(four[0]?.open ?? '').origin);
  expect(four[0]?.key).toBe(SETTING);
});
