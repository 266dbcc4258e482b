import { afterEach, expect, inject, test } from 'vitest';
import { makeRoom } from '../fill.ts';
import { openLab } from '../lab.ts';
import { historiesOf, told } from './history.ts';
import { play } from './play.ts';
import { chosenShare } from './share.ts';

/*
 * Generated lives of a browser, in any order: pages that are loaded, left, brought back, loaded ahead, moved
 * to, crash or are put aside; an extension that is updated or killed; access that comes and goes. After each
 * step nothing may reassure for longer than two seconds over what the person could have seen.
 */
const lab = openLab({ own: true });

afterEach(async () => {
  await makeRoom(lab);
  await lab.browser.setSiteAccess(true);
});

const browser = inject('browser');
const { seed, count, mayPlay } = chosenShare(browser);
const histories = historiesOf(seed, count, browser)
  .map((history, index) => [index + 1, told(history), history] as const)
  .filter(([number]) => mayPlay(number));

test.each(histories)('%i: %s', async (_, __, history) => {
  expect(await play(lab, history)).toEqual({ wrongSafe: [], wrongAlarm: [] });
});
