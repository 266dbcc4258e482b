import { afterEach, describe, expect, inject, test } from 'vitest';
import { makeRoom } from '../fill.ts';
import { openLab } from '../lab.ts';
import { lifeGuards } from './guards.ts';
import { told } from './history.ts';
import { buildWithout } from './mutant.ts';
import { play } from './play.ts';

const stories = lifeGuards.map((guard) => [told(guard.history), guard] as const);

describe('with all guards nothing wrong is said', () => {
  const lab = openLab({ own: true });
  afterEach(async () => {
    await makeRoom(lab);
    await lab.browser.setSiteAccess(true);
  });

  test.each(stories)('%s', async (_, { history }) => {
    expect(await play(lab, history)).toEqual({ wrongSafe: [], wrongAlarm: [] });
  });
});

// A guard that no history misses is not proven.
describe.each(stories)('%s', (_, guard) => {
  const lab = openLab({ build: () => buildWithout(guard, inject('browser')) });

  test(`something wrong is said without this: ${guard.name}`, async () => {
    const { wrongSafe, wrongAlarm } = await play(lab, guard.history);
    expect([...wrongSafe, ...wrongAlarm]).not.toEqual([]);
  });
});
