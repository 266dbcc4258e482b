import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLab, SETTING, SWITCH, until } from './lab.ts';
import { seedRaw, unseed } from './seed.ts';

const lab = openLab();

const FOLDER = join(import.meta.dirname, '../fixtures/stores');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

// biome-ignore lint/suspicious/noExplicitAny: raw, as the version of its time wrote it.
type Area = Record<string, any>;
const storeIn = (file: string): { local: Area; session: Area } =>
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

const local = (): Promise<Area> => lab.browser.inExtension((api) => api.storage.local.get(null));

/** What nothing but a person or a page changes, whatever version wrote it. */
const lasting = (kept: Area) =>
  Object.fromEntries(
    Object.entries(kept)
      .filter(([key]) => /^(finding|history|dismissal|place|set-aside|unlisted|told)/.test(key))
      .map(([key, { value }]) => [key, value]),
  );

async function startOn(file: string) {
  lab.simulator.account.switches[SWITCH] = false;
  const store = storeIn(file);
  await unseed(lab, 'all');
  await seedRaw(lab, store.local);
  await lab.browser.killBackground();
  return store;
}

test.each(files)(
  '%s is read by a background that starts on it, and nothing is lost',
  async (file) => {
    const store = await startOn(file);
    const status = await lab.verdict('protected');
    expect(status.reading).toBe('off');
    expect((await lab.send('overview.get', {})).place).toBe('DE');

    await lab.idle();
    const kept = await local();
    expect(lasting(kept)).toEqual(lasting(store.local));
    // What was under way went with the update.
    const gone = Object.keys(store.local).filter((key) => !(key in kept));
    expect(gone.filter((key) => key !== 'unfinished')).toEqual([]);

    const before = store.local[`history/${SETTING}`]?.value.rows ?? [];
    lab.simulator.account.switches[SWITCH] = true;
    await lab.press('check');
    await until('it is read', async () => {
      return (await lab.errand())?.outcome?.code === 'read';
    });
    await lab.verdict('sharing');
    const { rows } = await lab.stored(`history/${SETTING}`);
    expect(rows.slice(0, before.length)).toEqual(before);
    expect(rows.length).toBeGreaterThan(before.length);
  },
);

test('a second person of an earlier version is still there, with what was read of them', async () => {
  const file = files.find((name) => name.includes('profiles')) ?? '';
  const { local } = await startOn(file);
  const { profiles } = local['accounts'].value;
  await lab.send('profile.use', { id: profiles[1].id });
  expect((await lab.verdict('sharing')).reading).toBe('on');
});
