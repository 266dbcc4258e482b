import { describe, expect, test } from 'vitest';
import { day } from '../shown/day.ts';
import { flipBackIn } from '../shown/flip-back.ts';
import { CARD, type Lab, openLab, SETTING } from './lab.ts';

const COOKIES = 'linkedin/cookies';
const COOKIES_PAGE = 'https://www.linkedin.com/mypreferences/d/member-cookies';
const TEN_DAYS_MS = 10 * 24 * 60 * 60 * 1000;

/** Switched off by our errand and verified, ten days ago. */
async function turnedOff(): Promise<Lab> {
  const lab = openLab();
  await lab.choosePlace('DE');
  expect(await lab.pressed('turn-off')).toBe('done');
  const { held, ...rest } = lab.finding() ?? {};
  expect(held?.cause).toBe('errand');
  const longAgo = lab.clock.now() - TEN_DAYS_MS;
  await lab.seed(
    { [`finding/${SETTING}`]: { ...rest, held: { ...held, since: longAgo, verifiedAt: longAgo } } },
    2,
  );
  for (const { id } of lab.tabs.open()) lab.tabs.close(id);
  return lab;
}

async function flippedBack(): Promise<Lab> {
  const lab = await turnedOff();
  lab.turn('on');
  await lab.openPage();
  expect((await shown(lab)).isFlippedBack).toBe(true);
  return lab;
}

const shown = async (lab: Lab) => flipBackIn(await lab.shown());

const none = { isFlippedBack: false, notice: null };

test.each<[string, (lab: Lab) => Promise<unknown>]>([
  ['a check', (lab) => lab.pressed('check')],
  ['a visit to the page', (lab) => lab.openPage()],
])('%s finds that what we had switched off is on again', async (_, readAgain) => {
  const lab = await turnedOff();
  expect(await shown(lab)).toMatchObject(none);
  lab.turn('on');
  await readAgain(lab);

  const kept = lab.finding()?.flipBack;
  if (!kept) throw new Error('it is no flip-back');
  const status = await lab.status();
  expect(status).toMatchObject({ verdict: 'sharing', reading: 'on' });
  expect(status.actions).toEqual(expect.arrayContaining(['mine', 'turn-off']));
  expect(status.actions).not.toContain('undo');
  expect(kept.cause).toBe('errand');

  const { isFlippedBack, notice, first } = await shown(lab);
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
  expect(await lab.badgeText()).toBe('!!');
});

test('it stands before what is graver and only shares', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  const longAgo = lab.clock.now() - TEN_DAYS_MS;
  const off = { reading: { state: 'off' }, readAt: longAgo, fresh: true };
  const held = { since: longAgo, cause: 'person', verifiedAt: longAgo };
  await lab.seed({ [`finding/${SETTING}`]: { ...off, reading: { state: 'on' } } }, 2);
  await lab.seed({ [`finding/${COOKIES}`]: { ...off, held } }, 2);
  expect((await shown(lab)).first).toBe(SETTING);

  await lab.openPage(COOKIES_PAGE);
  expect(lab.finding(COOKIES)?.flipBack).toBeDefined();
  expect(await lab.badgeText()).toBe('!!');
  expect((await shown(lab)).first).toBe(COOKIES);
});

test('a person who says that it was they is believed, at the next reading too', async () => {
  const lab = await flippedBack();
  await lab.press('mine');
  expect(await shown(lab)).toMatchObject(none);
  expect(await lab.badgeText()).toBe('!');

  await lab.openPage();
  expect((await lab.status()).actions).not.toContain('mine');
  expect(await shown(lab)).toMatchObject(none);
  expect(await lab.badgeText()).toBe('!');
});

test('turned off again, it is told no more', async () => {
  const lab = await flippedBack();
  expect(await lab.pressed('turn-off')).toBe('done');
  expect((await lab.status()).verdict).toBe('protected');
  expect(await shown(lab)).toMatchObject(none);
  expect(await lab.badgeText()).not.toBe('!!');
});

test('a page that cannot be read takes nothing back', async () => {
  const lab = await flippedBack();
  lab.service.shows = 'not-found';
  await lab.pressed('check');
  expect((await lab.status()).verdict).toBe('unknown');
  expect((await shown(lab)).isFlippedBack).toBe(true);
  expect(await lab.badgeText()).toBe('!!');
});

test('a switch that the person presses on the page has not flipped back', async () => {
  const lab = await turnedOff();
  const page = await lab.openPage();
  await lab.moveByHand(page, 'on');
  expect((await lab.status()).verdict).toBe('sharing');
  expect(await shown(lab)).toMatchObject(none);

  await lab.openPage();
  expect((await lab.status()).verdict).toBe('sharing');
  expect(await shown(lab)).toMatchObject(none);
  expect(await lab.badgeText()).toBe('!');
});

test('what was never read as off when its page was loaded is not said to have flipped back', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  const page = await lab.openPage();
  await lab.moveByHand(page, 'off');
  expect((await lab.status()).verdict).toBe('protected');

  lab.turn('on');
  await lab.openPage();
  expect((await lab.status()).verdict).toBe('sharing');
  expect(lab.finding()).not.toHaveProperty('flipBack');
  expect(await shown(lab)).toMatchObject(none);
});

describe('undoing', () => {
  /** What was read of the setting and who had moved it, in the order in which it came. */
  const history = (lab: Lab) => {
    const { rows } = lab.stored(`history/${SETTING}`) as {
      rows: [number, string, boolean, string][];
    };
    return rows.map(([, said, , cause]) => [said, cause]);
  };
  const ask = (lab: Lab) => lab.ask('errand.start', { key: SETTING, kind: 'undo' });
  const done = async () => {
    const lab = openLab();
    await lab.choosePlace('DE');
    expect(await lab.pressed('turn-off')).toBe('done');
    expect((await lab.status()).actions).toContain('undo');
    return lab;
  };

  test('switches back on what we switched off, and that is no flip-back', async () => {
    const lab = await done();
    expect(await lab.pressed('undo')).toBe('done');
    expect(lab.service.switches.get(SETTING)).toBe('on');
    const status = await lab.status();
    expect(status).toMatchObject({ verdict: 'sharing', reading: 'on', outcome: 'done' });
    expect(status.text).toContain("You're opted in again: we read it again after a reload");
    expect(status.actions).toContain('turn-off');
    expect(status.actions).not.toContain('undo');
    expect(await shown(lab)).toMatchObject(none);
    expect(history(lab)).toEqual([
      ['on', 'unknown'],
      ['off', 'errand'],
      ['on', 'errand'],
    ]);

    // Nor at the next reading, when the errand is over.
    await lab.openPage();
    expect((await lab.status()).verdict).toBe('sharing');
    expect(await shown(lab)).toMatchObject(none);
  });

  test.each([
    ['keeps-nothing', 'not-saved', "LinkedIn didn't save the change. You're still opted out"],
    [
      'springs-back',
      'sprang-back',
      "The setting changed, then changed back by itself. You're still opted out",
    ],
  ] as const)('on a page that %s ends %s', async (manners, outcome, words) => {
    const lab = await done();
    lab.service.manners = manners;
    expect(await lab.pressed('undo')).toBe(outcome);
    const status = await lab.status();
    expect(status).toMatchObject({ verdict: 'protected', reading: 'off', outcome });
    expect(status.text).toContain(words);
    expect(status.actions).toContain('undo');
    expect(lab.service.presses).toHaveLength(2);
  });

  test('is not offered for what was off already', async () => {
    const lab = openLab();
    lab.turn('off');
    await lab.choosePlace('DE');
    expect(await lab.pressed('turn-off')).toBe('already-there');
    expect((await lab.status()).actions).not.toContain('undo');
    expect(await ask(lab)).toEqual({ ok: false, error: 'refused' });
    expect(lab.errand()?.kind).toBe('opt-out');
  });

  test('is not offered for what the person switched off', async () => {
    const lab = openLab();
    const page = await lab.openPage();
    await lab.moveByHand(page, 'off');
    await lab.openPage();
    expect(lab.finding()).toMatchObject({ fresh: true });
    expect((await lab.status()).actions).not.toContain('undo');
    expect(await ask(lab)).toEqual({ ok: false, error: 'refused' });
    expect(history(lab)).toContainEqual(['off', 'person']);
  });

  test('is taken along by a sign-out: whose setting it would be is not known', async () => {
    const lab = await done();
    lab.tabs.openByHand('https://www.linkedin.com/login');
    await lab.clock.pass(5_000);
    const after = await lab.status();
    expect(after).toMatchObject({ verdict: 'unknown', reason: 'signed-out' });
    expect(after.text).toContain('Whoever was signed in before was opted out');
    expect(after.actions).not.toContain('undo');
    await lab.openPage();
    expect((await lab.status()).actions).not.toContain('undo');
    expect(await ask(lab)).toEqual({ ok: false, error: 'refused' });
  });
});

test('pressed again only by a clear choice, where the page has put its switch back twice', async () => {
  const lab = openLab();
  lab.service.manners = 'springs-back';
  await lab.choosePlace('DE');
  expect(await lab.pressed('turn-off')).toBe('sprang-back');
  expect(await lab.pressed('turn-off')).toBe('keeps-springing-back');
  const status = await lab.status();
  expect(status.text).toContain('changed back by itself, again');
  expect(status.text).toContain('Use “Show me” and press it yourself');
  expect(status.actions).not.toContain('turn-off');
  const leading = (await lab.shown()).querySelector(`${CARD} .primary`);
  expect(leading?.getAttribute('data-action')).toBe('guide');

  // To have been shown it changes nothing.
  expect(await lab.pressed('guide')).toBe('shown');
  expect((await lab.status()).actions).not.toContain('turn-off');
  expect(await lab.pressed('press-again')).toBe('keeps-springing-back');
  expect(lab.service.presses).toHaveLength(3);
});
