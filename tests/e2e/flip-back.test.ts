import { expect, test } from 'vitest';
import { day } from '../shown/day.ts';
import {
  CARD,
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
const COOKIES = 'linkedin/cookies';
const COOKIES_PAGE = `${ORIGIN}/mypreferences/d/member-cookies`;
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

async function flipBack() {
  await turnOff();
  switchOnBehindOurBack();
  await lab.openPage();
  await until('it is a flip-back', async () => (await shown()).isFlippedBack);
}

/** What the popup says of flip-backs. */
async function shown() {
  const document = await lab.shown();
  const element = document.querySelector(CARD);
  return {
    isFlippedBack: element?.hasAttribute('data-flipped-back') ?? false,
    notice: element?.querySelector('[data-notice="flip-back"]')?.textContent ?? null,
    first: document.querySelector('[data-setting]')?.getAttribute('data-setting') ?? null,
  };
}

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
      `On ${day(kept.heldSince)}.* you had switched this off\\. On ${day(kept.foundAt)}.*, LinkedIn shows it on\\.`,
    ),
  );
  expect(notice).toContain(`Last read as off when its page was loaded, ${day(kept.verifiedAt)}`);
  await hasBadge('!!');
});

test('it stands before what is graver and only shares', async () => {
  await lab.choosePlace('DE');
  const off = { reading: { state: 'off' }, readAt: longAgo(), fresh: true };
  const held = { since: longAgo(), cause: 'person', verifiedAt: longAgo() };
  await lab.putFinding({ ...off, reading: { state: 'on' } });
  await lab.putFinding({ ...off, held }, COOKIES);
  expect((await shown()).first).toBe(SETTING);

  await lab.browser.open(COOKIES_PAGE);
  await lab.flippedBack(COOKIES);
  await hasBadge('!!');
  const first = await until('it is told', async () => {
    const document = await lab.shown();
    const isTold = document.querySelector(`[data-setting="${COOKIES}"][data-flipped-back]`);
    return isTold && document.querySelector('[data-setting]')?.getAttribute('data-setting');
  });
  expect(first).toBe(COOKIES);
});

test('a person who says that it was they is believed, at the next reading too', async () => {
  await flipBack();
  await lab.press('mine');
  await until('nothing is claimed', async () => !(await shown()).isFlippedBack);
  await hasBadge('!');
  expect(await shown()).toMatchObject(none);

  await lab.openPage();
  expect((await lab.verdict('sharing')).actions).not.toContain('mine');
  expect(await shown()).toMatchObject(none);
  expect(await badge()).toBe('!');
});

test('turned off again, it is told no more', async () => {
  await flipBack();
  await lab.press('turn-off');
  await until('it is off', async () => (await lab.finding()).reading.state === 'off', 180_000);
  await lab.verdict('protected');
  expect(await shown()).toMatchObject(none);
  await until('the badge tells it no more', async () => (await badge()) !== '!!');
  expect(lab.simulator.account.switches[SWITCH]).toBe(false);
});

test('a page that cannot be read takes nothing back', async () => {
  await flipBack();
  lab.simulator.set({ page: 'missing-control' });
  await lab.press('check');
  await lab.verdict('unknown', 90_000);
  expect((await shown()).isFlippedBack).toBe(true);
  expect(await badge()).toBe('!!');
});

test('a switch that the person presses on the page has not flipped back', async () => {
  await turnOff();
  const page = await lab.openPage();
  await moveByHand(page);
  await lab.verdict('sharing');
  await until('the page has saved it', async () => lab.simulator.account.switches[SWITCH]);
  expect(await shown()).toMatchObject(none);

  await page.reload();
  await until('it is read anew', async () => (await lab.finding()).fresh);
  await lab.verdict('sharing');
  expect(await shown()).toMatchObject(none);
  expect(await badge()).toBe('!');
});

test('what was never read as off when its page was loaded is not said to have flipped back', async () => {
  await lab.choosePlace('DE');
  lab.simulator.set({ save: 'lies' });
  const page = await lab.browser.open(SETTING_PAGE);
  await page.waitForSelector(SWITCH_IN_PAGE);
  await lab.verdict('sharing');
  await moveByHand(page);
  await lab.verdict('protected');

  await page.reload();
  await lab.verdict('sharing');
  expect(await lab.stored(FINDING)).not.toHaveProperty('flipBack');
  expect(await shown()).toMatchObject(none);
});
