import { describe, expect, test } from 'vitest';
import { FEED, type Lab, openLab, SETTING } from './lab.ts';
import type { FakeService } from './world/service.ts';

/* What comes of “Turn off”, and what is said of it; nothing may reassure on the way. */

interface Failure {
  readonly is: Partial<Pick<FakeService, 'manners' | 'shows' | 'ways'>>;
  readonly isWithheld?: true;
  /** Seconds after the click, when the page has been pressed, and what happens then. */
  readonly meanwhile?: readonly [seconds: number, (lab: Lab) => unknown];
  readonly outcome: string;
  readonly reason?: string;
  readonly words: readonly string[];
  readonly verdict: 'sharing' | 'unknown' | 'presumed-sharing';
  readonly presses: number;
}

const nothingPressed = 'Nothing was pressed';
const couldNotRead = { outcome: 'could-not-read', verdict: 'unknown', presses: 0 } as const;
const doNotKnow = "We don't know how it is set";

const tabOf = (lab: Lab) => lab.errand()?.tabId ?? -1;
const goTo = (address: string) => (lab: Lab) => lab.tabs.go(tabOf(lab), address);

/** In its page the switch has been pressed by then, and the page has not been reloaded yet. */
const PRESSED = 1;
/** The page has arrived and has not said anything. */
const ARRIVED = 0.4;

const failures: Readonly<Record<string, Failure>> = {
  'a switch that the server refuses to move springs back': {
    is: { manners: 'springs-back' },
    outcome: 'sprang-back',
    words: ['changed back by itself', "You're not opted out", 'Try again later'],
    verdict: 'sharing',
    presses: 1,
  },
  'a server that says yes and keeps the old value is found out': {
    is: { manners: 'keeps-nothing' },
    outcome: 'not-saved',
    words: ["LinkedIn didn't save the change", "You're not opted out"],
    verdict: 'sharing',
    presses: 1,
  },
  'a page that asks is left to the person': {
    is: { manners: 'asks' },
    outcome: 'asks',
    words: ['LinkedIn asks you to confirm', 'We do not answer for you', 'Answer in the page'],
    verdict: 'sharing',
    presses: 1,
  },
  'a page that swallows the press has not been switched': {
    is: { manners: 'does-nothing' },
    outcome: 'no-effect',
    words: ["pressed the setting once and it didn't change", "You're not opted out"],
    verdict: 'sharing',
    presses: 1,
  },
  'a switch behind a dialog is not pressed': {
    is: { manners: 'covered' },
    outcome: 'covered',
    words: ['A dialog was in front', nothingPressed, 'Answer the dialog'],
    verdict: 'sharing',
    presses: 1,
  },
  'a switch that names itself nowhere is not pressed': {
    is: { manners: 'not-sure' },
    outcome: 'not-sure',
    words: [nothingPressed],
    verdict: 'sharing',
    presses: 1,
  },
  'a locked switch is not pressed': {
    is: { shows: 'a locked switch' },
    outcome: 'locked',
    words: ["doesn't let anybody change the setting", nothingPressed, 'manages your account'],
    verdict: 'sharing',
    presses: 0,
  },
  'a sign-in page is named': {
    is: { ways: 'sign-in' },
    ...couldNotRead,
    reason: 'signed-out',
    words: [nothingPressed, 'not signed in to LinkedIn', 'Sign in, then check again'],
  },
  'a sign-in form at the setting’s own address is named': {
    is: { shows: 'signed-out' },
    ...couldNotRead,
    reason: 'signed-out',
    words: [nothingPressed, 'not signed in to LinkedIn'],
  },
  'a check for robots is left to the person': {
    is: { ways: 'challenge' },
    ...couldNotRead,
    reason: 'challenge',
    words: [nothingPressed, 'check that you are a person', 'Finish its check in the page'],
  },
  'a redirect away from the setting is named': {
    is: { ways: 'feed' },
    ...couldNotRead,
    reason: 'wrong-page',
    words: [nothingPressed, 'LinkedIn showed another page than its setting'],
  },
  'a page that does not come is named': {
    is: { ways: 'nowhere' },
    ...couldNotRead,
    reason: 'unreachable',
    words: [nothingPressed, 'could not be loaded', 'Check your connection'],
  },
  'a page without the switch is named': {
    is: { shows: 'not-found' },
    ...couldNotRead,
    reason: 'not-found',
    words: [nothingPressed, 'the setting was not on it', 'look for it yourself'],
  },
  'two switches that could be the one are not guessed between': {
    is: { shows: 'ambiguous' },
    ...couldNotRead,
    reason: 'ambiguous',
    words: [nothingPressed, 'More than one control could be this setting'],
  },
  'signs that contradict one another are named': {
    is: { shows: 'unreadable' },
    ...couldNotRead,
    reason: 'unreadable',
    words: [nothingPressed],
  },
  'a page that does not come to rest is named': {
    is: { shows: 'unsettled' },
    ...couldNotRead,
    reason: 'unsettled',
    words: [nothingPressed],
  },
  'a setting that is not offered is said not to be, after a look at the list': {
    is: {},
    isWithheld: true,
    outcome: 'not-offered',
    words: ['not on your list of settings', nothingPressed, 'check the place above'],
    verdict: 'unknown',
    presses: 0,
  },
  'signed out after the press, the saved switch is not vouched for': {
    is: {},
    meanwhile: [
      PRESSED,
      (lab) => {
        lab.service.ways = 'sign-in';
      },
    ],
    outcome: 'unverified',
    reason: 'signed-out',
    words: ["couldn't read it afterwards", doNotKnow, 'not signed in'],
    verdict: 'unknown',
    presses: 1,
  },
  'offline after the press, the saved switch is not vouched for': {
    is: {},
    meanwhile: [
      PRESSED,
      (lab) => {
        lab.service.ways = 'nowhere';
      },
    ],
    outcome: 'unverified',
    reason: 'unreachable',
    words: [doNotKnow, 'could not be loaded'],
    verdict: 'unknown',
    presses: 1,
  },
  'gone to another page after the press, the saved switch is not vouched for': {
    is: {},
    meanwhile: [PRESSED, goTo(FEED)],
    outcome: 'unverified',
    reason: 'wrong-page',
    words: ["couldn't read it afterwards", 'another page than its setting'],
    verdict: 'unknown',
    presses: 1,
  },
  'gone to another site after the press, the saved switch is not vouched for': {
    is: {},
    meanwhile: [PRESSED, goTo('https://elsewhere.example/')],
    outcome: 'unverified',
    reason: 'wrong-page',
    words: [doNotKnow],
    verdict: 'unknown',
    presses: 1,
  },
  'a person who goes elsewhere before the press is left alone': {
    is: { shows: 'timeout' },
    meanwhile: [ARRIVED, goTo(FEED)],
    outcome: 'left-page',
    words: ['went to another page before we were done'],
    verdict: 'presumed-sharing',
    presses: 0,
  },
  'a tab closed before the press says that nobody knows': {
    is: { shows: 'timeout' },
    meanwhile: [ARRIVED, (lab) => lab.tabs.close(tabOf(lab))],
    outcome: 'tab-closed',
    words: ["closed before we were done. We don't know"],
    verdict: 'presumed-sharing',
    presses: 0,
  },
  'a tab closed after the press says that nobody knows': {
    is: {},
    meanwhile: [PRESSED, (lab) => lab.tabs.close(tabOf(lab))],
    outcome: 'tab-closed',
    words: ["closed before we were done. We don't know"],
    verdict: 'unknown',
    presses: 1,
  },
  'access taken away before the press ends it, and nothing is read from it': {
    is: { shows: 'timeout' },
    meanwhile: [ARRIVED, (lab) => lab.setAccess(false)],
    outcome: 'no-access',
    words: [],
    verdict: 'unknown',
    presses: 0,
  },
  'a browser that is restarted after the press knows nothing': {
    is: {},
    meanwhile: [PRESSED, (lab) => lab.restart()],
    outcome: 'restarted',
    words: ["restarted while this was under way. We don't know"],
    verdict: 'unknown',
    presses: 1,
  },
};

describe('“Turn off”', () => {
  test.each(Object.entries(failures))('%s', async (_, failure) => {
    const lab = openLab();
    await lab.choosePlace('DE');
    Object.assign(lab.service, failure.is);
    if (failure.isWithheld) lab.service.withheld.add(SETTING);
    await lab.press('turn-off');

    const [seconds, happens] = failure.meanwhile ?? [0, () => {}];
    await lab.clock.pass(seconds * 1_000);
    await happens(lab);
    for (let second = 0; second < 130; second++) {
      await lab.clock.pass(1_000);
      expect(await lab.verdict()).not.toBe('protected');
    }

    const status = await lab.status();
    expect(status.outcome).toBe(failure.outcome);
    expect(lab.errand()?.outcome?.reason).toBe(failure.reason);
    for (const words of failure.words) expect(status.text).toContain(words);
    expect(status.verdict).toBe(failure.verdict);
    if (failure.reason) expect(status.reason).toBe(failure.reason);
    expect(lab.service.presses).toHaveLength(failure.presses);
    expect(lab.alarms()).toEqual(['daily']);
    expect(lab.faults).toEqual([]);
  });

  test('is said to be done only once the switch has been read again after a reload', async () => {
    const lab = openLab();
    await lab.choosePlace('DE');
    await lab.press('turn-off');
    const verdicts: string[] = [];
    for (let tenth = 0; tenth < 200; tenth++) {
      await lab.clock.pass(100);
      const verdict = await lab.verdict();
      if (verdict !== verdicts.at(-1)) verdicts.push(verdict);
      if (verdict === 'protected') expect(lab.tabs.loads()).toBe(2);
    }
    expect(verdicts).toEqual(['presumed-sharing', 'sharing', 'protected']);
    const status = await lab.status();
    expect(status).toMatchObject({ reading: 'off', outcome: 'done' });
    expect(status.text).toContain("You're opted out: we read it again after a reload");
    expect(status.text).toContain('Read again after a reload');
    expect(status.actions).not.toContain('turn-off');
  });

  test('presses nothing that is off already', async () => {
    const lab = openLab();
    lab.turn('off');
    expect(await lab.pressed('turn-off')).toBe('already-there');
    expect((await lab.status()).text).toContain('You were opted out already. Nothing was pressed.');
    expect(lab.service.presses).toEqual([]);
    expect(lab.tabs.loads()).toBe(1);
  });

  test('clicked twice, or once more while under way, presses once in one tab', async () => {
    const lab = openLab();
    await Promise.all([lab.press('turn-off'), lab.press('turn-off')]);
    await lab.clock.pass(PRESSED * 1_000);
    expect(await lab.pressed('turn-off')).toBe('done');
    expect(lab.service.presses).toHaveLength(1);
    expect(lab.tabs.open()).toHaveLength(1);
  });

  test('of two settings at once ends well for both', async () => {
    const lab = openLab();
    const keys = [SETTING, 'linkedin/partners'];
    await Promise.all(keys.map((key) => lab.press('turn-off', key)));
    await lab.clock.pass(60_000);
    const { statuses } = await lab.overview();
    for (const key of keys) {
      const status = statuses.find((one) => one.key === key);
      expect(status).toMatchObject({
        judgement: { verdict: 'protected' },
        errand: { outcome: { code: 'done' } },
      });
    }
    expect(lab.service.presses.toSorted()).toEqual(keys);
  });
});
