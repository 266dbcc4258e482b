import { describe, expect, test } from 'vitest';
import type { Batch } from '../../src/core/batch/batch.schema.ts';
import { STOP_DEADLINE_MS } from '../../src/core/batch/batch.ts';
import { BATCH_KEY, FEED, type Lab, openLab, SETTING } from './lab.ts';

/* Several settings one after another, with the pauses that the recipe asks for. */
const RESEARCH = 'linkedin/research';
/** Longer than a batch over all settings may last, however often it has to wait for a ring. */
const LONG_MS = 20 * STOP_DEADLINE_MS;

const batch = (lab: Lab) => lab.stored(BATCH_KEY) as Batch | null | undefined;

/** Passes time until something is so. */
async function until(lab: Lab, what: string, isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 250) {
    if (waited > LONG_MS) throw new Error(`Waited in vain until ${what}`);
    await lab.clock.pass(250);
  }
}

const ended = (lab: Lab) => until(lab, 'it has ended', () => batch(lab)?.step === 'ended');
const isPausing = (lab: Lab) =>
  until(lab, 'it pauses', () => batch(lab)?.step === 'pausing' && (batch(lab)?.index ?? 0) > 0);

async function turningOff(): Promise<Lab> {
  const lab = openLab();
  await lab.send('batch.turn-off', { keys: [SETTING, RESEARCH] });
  return lab;
}

async function checking(): Promise<Lab> {
  const lab = openLab();
  await lab.send('batch.check', {});
  return lab;
}

const tells = async (lab: Lab) =>
  (await lab.shown()).querySelector('[data-notice="batch"]')?.getAttribute('data-end');
const addresses = (lab: Lab) => lab.tabs.open().map(({ address }) => address);

test('checking everything reads page after page in one tab behind, in less than a minute and a half', async () => {
  const lab = await checking();
  expect(lab.tabs.open()).toHaveLength(1);
  const drawn = await lab.shown();
  expect(drawn.querySelector('[data-batch="check"] progress')).not.toBeNull();
  await ended(lab);
  const { end, results, stops, startedAt, endedAt } = batch(lab) as Batch;
  expect(end).toEqual({ code: 'finished' });
  const keys = stops.flatMap((stop) => stop.keys);
  expect(Object.keys(results).toSorted()).toEqual(keys.toSorted());
  expect(new Set(Object.values(results))).toEqual(new Set(['read']));
  expect((endedAt ?? 0) - startedAt).toBeLessThan(90_000);
  expect(lab.tabs.loads()).toBe(stops.length);
  expect(lab.service.presses).toEqual([]);
  expect(lab.tabs.open()).toEqual([]);
  expect(await tells(lab)).toBe('finished');

  await lab.send('batch.seen', {});
  expect(batch(lab)).toBeNull();
  expect(lab.alarms()).toEqual(['daily']);
});

test('turning several off presses each once, and reads each again', async () => {
  const lab = await turningOff();
  await ended(lab);
  expect(batch(lab)?.results).toEqual({ [SETTING]: 'done', [RESEARCH]: 'done' });
  expect(lab.service.presses.toSorted()).toEqual([SETTING, RESEARCH]);
  const { statuses } = await lab.overview();
  const protectedOnes = statuses.filter(({ judgement }) => judgement.verdict === 'protected');
  expect(protectedOnes.map(({ key }) => key).toSorted()).toEqual([SETTING, RESEARCH]);
});

test('it goes on in the tab that the browser put in the place of its own', async () => {
  const lab = await turningOff();
  await isPausing(lab);
  const [own] = lab.tabs.open();
  const by = lab.tabs.replace(own?.id ?? 0);
  await until(lab, 'it goes on', () => batch(lab)?.step === 'visiting');
  expect(lab.tabs.open().map(({ id }) => id)).toEqual([by]);
  await ended(lab);
  expect(batch(lab)).toMatchObject({
    end: { code: 'finished' },
    results: { [SETTING]: 'done', [RESEARCH]: 'done' },
  });
});

test('a background killed in the middle goes on', async () => {
  const lab = await turningOff();
  await isPausing(lab);
  lab.kill();
  await ended(lab);
  expect(batch(lab)?.results).toEqual({ [SETTING]: 'done', [RESEARCH]: 'done' });
  expect(lab.service.presses).toHaveLength(2);
});

describe('it ends', () => {
  test('at the first sign-in wall, and leaves the tab to the person', async () => {
    const lab = openLab();
    lab.service.ways = 'sign-in';
    await lab.send('batch.check', {});
    await ended(lab);
    expect(batch(lab)?.end).toEqual({
      code: 'handed-over',
      reason: 'signed-out',
      service: 'linkedin',
    });
    expect(lab.tabs.open()).toHaveLength(1);
    expect(await tells(lab)).toBe('handed-over');
  });

  test('at a sign-in wall in the middle, and presses nothing more', async () => {
    const lab = await turningOff();
    await isPausing(lab);
    lab.service.ways = 'sign-in';
    await ended(lab);
    expect(batch(lab)?.end).toEqual({
      code: 'handed-over',
      reason: 'signed-out',
      service: 'linkedin',
    });
    expect(Object.values(batch(lab)?.results ?? {}).toSorted()).toEqual(['could-not-read', 'done']);
    expect(lab.service.presses).toHaveLength(1);
    expect(addresses(lab)).toEqual(['https://www.linkedin.com/login']);
  });

  test('with its tab closed, says so, and opens no other', async () => {
    const lab = await turningOff();
    await isPausing(lab);
    for (const { id } of lab.tabs.open()) lab.tabs.close(id);
    await ended(lab);
    expect(await tells(lab)).toBe('tab-closed');
    expect(lab.service.presses).toHaveLength(1);
    await lab.clock.pass(LONG_MS);
    expect(lab.tabs.open()).toEqual([]);
  });

  test.each([
    ['another page of the service', FEED],
    ['a page that we may not see', 'https://elsewhere.example/'],
  ])('with its tab led to %s by the person, and never takes it back', async (_, address) => {
    const lab = await checking();
    await isPausing(lab);
    const [tab] = lab.tabs.open();
    lab.tabs.go(tab?.id ?? -1, address);
    await ended(lab);
    expect(batch(lab)?.end).toEqual({ code: 'handed-over', reason: 'wrong-page' });
    await lab.clock.pass(LONG_MS);
    expect(addresses(lab)).toEqual([address]);
  });

  test('with access taken away, at once', async () => {
    const lab = await checking();
    await lab.clock.pass(1_000);
    await lab.setAccess(false);
    expect(batch(lab)).toMatchObject({ step: 'ended', end: { code: 'no-access' } });
  });

  test('with the browser restarted, says so, and leads no tab of the new one anywhere', async () => {
    const lab = await checking();
    await isPausing(lab);
    const loads = lab.tabs.loads();
    await lab.restart();
    await ended(lab);
    expect(await tells(lab)).toBe('interrupted');
    await lab.clock.pass(LONG_MS);
    expect(lab.tabs.loads()).toBe(loads);
  });

  test('cancelled while its tab opens, and leaves none behind', async () => {
    const lab = openLab();
    const release = lab.tabs.holdOpening();
    const begun = lab.send('batch.check', {});
    await lab.clock.pass(100);
    await lab.send('batch.cancel', {});
    release();
    await begun;
    await lab.clock.pass(LONG_MS);
    expect(batch(lab)?.end).toEqual({ code: 'cancelled' });
    expect(lab.tabs.open()).toEqual([]);
    expect(lab.tabs.loads()).toBe(0);
  });

  test('cancelled in the middle, and opens nothing more', async () => {
    const lab = await checking();
    await lab.clock.pass(6_000);
    const loads = lab.tabs.loads();
    await lab.send('batch.cancel', {});
    await lab.clock.pass(LONG_MS);
    expect(batch(lab)?.end).toEqual({ code: 'cancelled' });
    expect(lab.tabs.loads()).toBe(loads);
    expect(lab.tabs.open()).toEqual([]);
  });
});

test('pages that cannot be loaded are left at once', async () => {
  const lab = openLab();
  lab.service.ways = 'nowhere';
  await lab.send('batch.check', {});
  await ended(lab);
  const { results, stops, startedAt, endedAt } = batch(lab) as Batch;
  expect(new Set(Object.values(results))).toEqual(new Set(['unread']));
  // By the pages themselves, and not because their time was over.
  expect((endedAt ?? 0) - startedAt).toBeLessThan(stops.length * 5_000);
});

test('a second one is refused while one is under way', async () => {
  const lab = await checking();
  expect(await lab.ask('batch.check', {})).toEqual({ ok: false, error: 'refused' });
});

describe('one that is at work in a container', () => {
  const WORK = 'firefox-container-2';
  const turningOffIn = async (container: string) => {
    const lab = openLab();
    await lab.send('container.show', { id: container });
    await lab.send('batch.turn-off', { keys: [SETTING, RESEARCH] });
    return lab;
  };
  const next = (lab: Lab) =>
    [SETTING, RESEARCH].find((key) => batch(lab)?.results[key] === undefined) ?? '';

  test('takes no result from what was pressed outside of it', async () => {
    const lab = await turningOffIn(WORK);
    await isPausing(lab);
    const key = next(lab);
    await lab.send('container.show', { id: '' });
    await lab.send('errand.start', { key, kind: 'opt-out' });
    await ended(lab);
    await lab.clock.pass(60_000);
    expect(batch(lab)).toMatchObject({
      end: { code: 'finished' },
      results: { [key]: 'interrupted' },
    });
    expect(lab.finding(key)).toMatchObject({ reading: { state: 'off' } });
    expect(lab.stored(`finding/${key}@/${WORK}`)).toBeUndefined();
    expect(lab.faults).toEqual([]);
  });

  test('goes on with the others where one is being switched outside of it', async () => {
    const lab = openLab();
    await lab.send('errand.start', { key: SETTING, kind: 'opt-out' });
    await lab.send('container.show', { id: WORK });
    await lab.send('batch.turn-off', { keys: [SETTING, RESEARCH] });
    await ended(lab);
    expect(batch(lab)).toMatchObject({
      end: { code: 'finished' },
      results: { [SETTING]: 'interrupted', [RESEARCH]: 'done' },
    });
    expect(lab.faults).toEqual([]);
  });
});
