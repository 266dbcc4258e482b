import { expect, test } from 'vitest';
import { day } from '../shown/day.ts';
import { flipBackIn } from '../shown/flip-back.ts';
import { openLab, SETTING, SWITCH, until } from './lab.ts';

const lab = openLab();

const TEN_DAYS_MS = 10 * 24 * 60 * 60 * 1000;

const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));
const hasBadge = (text: string) =>
  until(`the badge is ${text}`, async () => (await badge()) === text);

const longAgo = () => Date.now() - TEN_DAYS_MS;

/** Switched off by our errand and verified, ten days ago. */
async function turnOff() {
  await lab.turnOff();
  const { held, ...rest } = await lab.finding();
  expect(held.cause).toBe('errand');
  await lab.putFinding({ ...rest, held: { ...held, since: longAgo(), verifiedAt: longAgo() } });
}

function switchOnBehindOurBack() {
  lab.simulator.account.switches[SWITCH] = true;
}

const shown = async () => flipBackIn(await lab.shown());

const none = { isFlippedBack: false, notice: null };

test.each<[string, () => Promise<unknown>]>([
  ['a check', () => lab.press('check')],
  ['a visit to the page', () => lab.openPage()],
])('%s finds that what we had switched off is on again', async (_, readAgain) => {
  await turnOff();
  expect(await shown()).toMatchObject(none);
  switchOnBehindOurBack();
  await readAgain();

  const kept = await lab.flippedBack();
  const status = await lab.verdict('sharing');
  expect(status.reading).toBe('on');
  expect(status.actions).toEqual(expect.arrayContaining(['mine', 'turn-off']));
  expect(status.actions).not.toContain('undo');
  expect(kept.cause).toBe('errand');
  expect(day(kept.heldSince)).not.toBe(day(kept.foundAt));

  const { isFlippedBack, notice, first } = await shown();
  expect(isFlippedBack).toBe(true);
  expect(first).toBe(SETTING);
  expect(notice).toMatch(
    new RegExp(
      `You opted out on ${day(kept.heldSince)}.*\\. On ${day(kept.foundAt)}.* you were opted in again at LinkedIn\\.`,
    ),
  );
  expect(notice).toContain(
    `We last read it as opted out after loading its page, ${day(kept.verifiedAt)}`,
  );
  await hasBadge('!!');
});
