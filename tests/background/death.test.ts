import { describe, expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { groups } from '../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../src/catalogue/jurisdictions.ts';
import type { ErrandKind } from '../../src/core/errand/errand.schema.ts';
import { type Lab, openLab } from './lab.ts';
import type { Manners } from './world/service.ts';

/*
 * A background can die at any moment: a browser puts it to sleep, updates it, or closes. Each journey is made
 * once, and then once more for each of its writes, with a background that dies right after that one.
 */
const KEY = 'linkedin/ai-training';
const KEYS = [KEY, 'linkedin/partners', 'linkedin/research'];
/** Enough for a batch. */
const ofThree = services.map((service) => ({
  ...service,
  settings: service.settings.filter(({ id }) => KEYS.includes(`${service.id}/${id}`)),
}));
/** An errand ends within this time, whatever becomes of the background. */
const ERRAND_MS = 120_000;
const BATCH_MS = 600_000;

interface Journey {
  readonly begin: (lab: Lab) => Promise<unknown>;
  readonly manners?: Manners;
  readonly position?: 'on' | 'off';
  /** It is turned off first, so that it can be undone. */
  readonly isOff?: true;
  readonly lastsMs: number;
  readonly mostPresses: number;
}

const errand = (kind: ErrandKind) => (lab: Lab) => lab.ask('errand.start', { key: KEY, kind });

const journeys: Readonly<Record<string, Journey>> = {
  'a check': {
    begin: errand('check'),
    lastsMs: ERRAND_MS,
    mostPresses: 0,
  },
  'an opt-out': {
    begin: errand('opt-out'),
    lastsMs: ERRAND_MS,
    mostPresses: 1,
  },
  'an opt-out that is not saved': {
    begin: errand('opt-out'),
    manners: 'keeps-nothing',
    lastsMs: ERRAND_MS,
    mostPresses: 1,
  },
  'an opt-out of a switch that springs back': {
    begin: errand('opt-out'),
    manners: 'springs-back',
    lastsMs: ERRAND_MS,
    mostPresses: 1,
  },
  'an undoing': {
    begin: errand('undo'),
    isOff: true,
    lastsMs: ERRAND_MS,
    mostPresses: 1,
  },
  'showing a switch': {
    begin: errand('guide'),
    lastsMs: ERRAND_MS,
    mostPresses: 0,
  },
  'checking everything': {
    begin: (lab) => lab.ask('batch.check', {}),
    lastsMs: BATCH_MS,
    mostPresses: 0,
  },
  'turning several off': {
    begin: (lab) => lab.ask('batch.turn-off', { keys: KEYS }),
    lastsMs: BATCH_MS,
    mostPresses: 3,
  },
};

/** A lab in which the journey can begin. */
async function ready({ manners, isOff }: Journey): Promise<Lab> {
  const lab = openLab({ services: ofThree, groups, codes });
  await lab.ask('place.choose', { code: 'DE' });
  if (isOff) {
    await lab.ask('errand.start', { key: KEY, kind: 'opt-out' });
    await lab.clock.pass(60_000);
    lab.service.presses.length = 0;
  }
  if (manners) lab.service.manners = manners;
  return lab;
}

/** What is wrong, if anything is. */
async function wrongsIn(lab: Lab, { mostPresses }: Journey): Promise<string[]> {
  lab.killAfter(Number.POSITIVE_INFINITY);
  // Whoever opens a view wakes the background, and it picks up what is left.
  await lab.overview();
  await lab.clock.pass(1_000);
  const { statuses, batch } = await lab.overview();
  const wrongs: string[] = [];
  const { presses, switches } = lab.service;
  if (presses.length > mostPresses) wrongs.push(`pressed ${presses.length} times`);
  if (new Set(presses).size < presses.length) wrongs.push(`pressed one twice: ${presses}`);
  for (const { key, errand, judgement, finding } of statuses) {
    if (errand && errand.step !== 'ended') wrongs.push(`${key} is still ${errand.step}`);
    if (judgement.verdict !== 'protected') continue;
    if (switches.get(key) !== 'off') wrongs.push(`${key} is on and called protected`);
    if (!finding?.fresh)
      wrongs.push(`${key} is called protected, and nobody looked after a reload`);
  }
  if (batch && batch.step !== 'ended') wrongs.push(`the batch is still ${batch.step}`);
  const { unfinished } = lab.storage.held('local') as { unfinished?: { value: unknown[] } };
  if ((unfinished?.value ?? []).length > 0) wrongs.push('an errand is left over');
  const alarms = lab.alarms().filter((name) => name !== 'daily');
  if (alarms.length > 0) wrongs.push(`alarms are left over: ${alarms}`);
  wrongs.push(...lab.faults.map(String));
  return wrongs;
}

describe.each(Object.entries(journeys))('%s', (_, journey) => {
  test('does no harm when the background dies after any of its writes', async () => {
    const whole = await ready(journey);
    const before = whole.storage.writes();
    await journey.begin(whole);
    await whole.clock.pass(journey.lastsMs);
    const writes = whole.storage.writes() - before;
    expect(await wrongsIn(whole, journey)).toEqual([]);
    expect(writes).toBeGreaterThan(3);

    const wrongs: string[] = [];
    for (let write = 1; write <= writes; write++) {
      const lab = await ready(journey);
      lab.killAfter(lab.storage.writes() + write);
      await journey.begin(lab);
      await lab.clock.pass(journey.lastsMs + 10_000);
      const found = await wrongsIn(lab, journey);
      wrongs.push(...found.map((wrong) => `after write ${write} of ${writes}: ${wrong}`));
    }
    expect(wrongs).toEqual([]);
  });
});
