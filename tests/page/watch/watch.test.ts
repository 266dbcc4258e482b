import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DEADLINE_MS, SETTLE_MS, SETTLE_UNBACKED_MS } from '../../../src/page/watch/settling.ts';
import { PROTOCOL_TIMEOUT_MS, waitUntil } from '../../e2e/browsers/wait.ts';
import { knownId } from '../ai-training.ts';
import { openPageLab, type PageLab, type Tab } from '../page-lab.ts';
import type { Recording } from '../recording.ts';
import type { Played, SceneName } from '../watch-entry.ts';

/** By then a page that has changed is looked at: every 100 ms at most, with its jitter. */
const DRAWN_MS = 150;
/** A page is not walked more often than once in so long. */
const WALK_MS = 1_000;
/** How long a page may take to show what its request was answered. */
const SHOWN_AFTER_MS = 3_000;
/** The longest time between two looks at a page of which something may still be said, with its jitter. */
const LONGEST_GAP_MS = 600;
/** By then all of it has been walked. */
const WALKED_MS = WALK_MS + LONGEST_GAP_MS;
/** How often what reassures is glanced at. */
const GLANCE_MS = 3_000;
/** When a page that does not change is left alone. */
const REST_MS = DEADLINE_MS + 1_500;

const on = `<input type="checkbox" role="switch" aria-labelledby="${knownId}" id="c" checked>`;

type Code = typeof import('../watch-entry.ts');

let lab: PageLab<Code>;
let tab: Tab<Code>;
let recordings: Readonly<Record<SceneName, Played>>;

beforeAll(async () => {
  lab = await openPageLab<Code>(inject('browser'), 'watch-entry.ts');
  tab = await lab.tab();
  recordings = await tab.run((lab) => lab.playScenes());
});
afterAll(() => lab?.close());

/** What was said, one word each: the state, or why it is unknown. */
function words({ said }: Recording): string[] {
  return said.map(({ reading }) => (reading.state === 'unknown' ? reading.reason : reading.state));
}

function touches({ said }: Recording): boolean[] {
  return said.map(({ touched }) => touched);
}

/** When the page did something, or was first watched. */
function momentOf({ startedAt, marks }: Played, since?: string): number {
  const at = since === undefined ? startedAt : marks[since];
  if (at === undefined) throw new Error(`${since} never happened`);
  return at;
}

/** How long after the page did something, or after the beginning, something was said. */
function delay(recording: Played, index: number, since?: string): number {
  const said = recording.said[index];
  if (said === undefined) throw new Error(`no. ${index} was never said`);
  return said.at - momentOf(recording, since);
}

/** The first look from that moment on. */
function lookFrom({ looks }: Recording, at: number): number {
  const look = looks.find((one) => one >= at);
  if (look === undefined) throw new Error(`nobody looked after ${at}`);
  return look;
}

/** The first look by which what was seen since has been seen for so long. */
function lookAfter(recording: Played, ms: number, since?: string): number {
  return lookFrom(recording, lookFrom(recording, momentOf(recording, since)) + ms);
}

describe('a control that is on', () => {
  interface Row {
    readonly name: string;
    readonly scene: SceneName;
    readonly since?: string;
    readonly said: readonly string[];
    readonly within: number;
  }
  const rows: Row[] = [
    { name: 'when it appears', scene: 'lateOn', since: 'appeared', said: ['on'], within: DRAWN_MS },
    { name: 'in a page that is busy', scene: 'busyAndOn', said: ['on'], within: 0 },
    { name: 'before names are known', scene: 'unreadyOn', said: ['on'], within: 0 },
    { name: 'in a shadow root', scene: 'shadowBefore', said: ['on'], within: WALKED_MS },
    {
      name: 'in a shadow root that came empty',
      scene: 'shadowFilled',
      since: 'appeared',
      said: ['on'],
      within: DRAWN_MS,
    },
    {
      name: 'when the page ticks it after four seconds',
      scene: 'hydratedLate',
      since: 'ticked',
      said: ['on'],
      within: LONGEST_GAP_MS,
    },
    {
      name: 'when the page ticks it after six seconds',
      scene: 'hydratedLater',
      since: 'ticked',
      said: ['on'],
      within: LONGEST_GAP_MS,
    },
    {
      name: 'when it appears after the page was given up',
      scene: 'comesTooLate',
      since: 'appeared',
      said: ['not-found', 'on'],
      within: DRAWN_MS,
    },
  ];
  test.each(rows)('is reported by the first look, and never as off before, $name', (row) => {
    const recording = recordings[row.scene];
    expect(words(recording)).toEqual(row.said);
    const after = delay(recording, row.said.length - 1, row.since);
    expect(after).toBeGreaterThanOrEqual(0);
    expect(after).toBeLessThanOrEqual(row.within);
    if (row.within < WALKED_MS) {
      const moment = momentOf(recording, row.since);
      expect(after).toBe(lookFrom(recording, moment) - moment);
    }
  });

  test.each<{ name: string; scene: SceneName }>([
    { name: 'a shadow root that comes late', scene: 'shadowLate' },
    { name: 'a shadow root that comes soon after the page was walked', scene: 'shadowSoon' },
    { name: 'a shadow root of an element that was there', scene: 'shadowOfOld' },
    { name: 'a frame that comes late', scene: 'frameLate' },
    { name: 'a frame that is there and loads late', scene: 'frameLoadsLate' },
  ])('is reported soon when it appears in $name', ({ scene }) => {
    const recording = recordings[scene];
    expect(words(recording)).toEqual(['on']);
    expect(delay(recording, 0, 'appeared')).toBeLessThanOrEqual(WALKED_MS);
  });
});

describe('a control that is off', () => {
  interface Row {
    readonly name: string;
    readonly scene: SceneName;
    /** The look by which it is said. */
    readonly by: (played: Played) => number;
  }
  const rows: Row[] = [
    {
      name: 'only when it has been off for long',
      scene: 'lateOff',
      by: (played) => lookAfter(played, SETTLE_UNBACKED_MS, 'appeared'),
    },
    {
      name: 'sooner when its own data have come',
      scene: 'backed',
      by: (played) => lookAfter(played, SETTLE_MS),
    },
    {
      name: 'only when its own data have come and had time to be shown',
      scene: 'backedLate',
      by: (played) => lookFrom(played, momentOf(played, 'answered') + SHOWN_AFTER_MS),
    },
    {
      name: 'later when its own data have come and nobody has set it',
      scene: 'neverSet',
      by: (played) => lookAfter(played, SETTLE_UNBACKED_MS),
    },
    {
      name: 'only when the page is no longer busy',
      scene: 'busyThenNot',
      by: (played) => lookFrom(played, momentOf(played, 'loaded')),
    },
    {
      name: 'only when it has stood uncovered for long',
      scene: 'coveredThenNot',
      by: (played) => lookAfter(played, SETTLE_UNBACKED_MS, 'uncovered'),
    },
    {
      name: 'only when names are known',
      scene: 'unreadyOff',
      by: (played) => lookFrom(played, momentOf(played, 'ready')),
    },
  ];
  test.each(rows)('is reported $name', ({ scene, by }) => {
    const played = recordings[scene];
    expect(words(played)).toEqual(['off']);
    expect(played.said[0]?.at).toBe(by(played));
  });

  test.each<{ name: string; scene: SceneName }>([
    { name: 'is busy for ever', scene: 'busyForEver' },
    { name: 'replaces it for ever', scene: 'replacedForEver' },
  ])('is never reported in a page that $name', ({ scene }) => {
    expect(words(recordings[scene])).toEqual(['unsettled']);
    const [unsettled] = recordings[scene].said;
    expect(unsettled?.at).toBe(lookAfter(recordings[scene], DEADLINE_MS));
  });

  // Whatever was said at the deadline, the page is watched until the switch has had its time.
  test('is reported in the end when it comes shortly before the page is given up', () => {
    const recording = recordings.comesTooLateAndIsOff;
    expect(words(recording).at(-1)).toBe('off');
    expect(recording.said.at(-1)?.at).toBe(lookAfter(recording, SETTLE_UNBACKED_MS, 'appeared'));
  });
});

describe('a page in which nothing is found', () => {
  test('is not called that before names are known', () => {
    expect(words(recordings.unreadyNothing)).toEqual([]);
    expect(recordings.unreadyNothing.looks.length).toBeGreaterThan(1);
  });

  test('is called that at the deadline', () => {
    const { comesTooLate } = recordings;
    expect(comesTooLate.said[0]?.at).toBe(lookAfter(comesTooLate, DEADLINE_MS));
  });
});

describe('names that come after the page was given up', () => {
  test.each<{ name: string; scene: SceneName; said: string }>([
    { name: 'a control that is known by its name', scene: 'namesComeLate', said: 'on' },
    { name: 'nothing at all', scene: 'namesComeLateToNothing', said: 'not-found' },
  ])('end the wait for $name', ({ scene, said }) => {
    const played = recordings[scene];
    expect(words(played)).toEqual([said]);
    expect(played.said[0]?.at).toBe(lookFrom(played, momentOf(played, 'ready')));
    expect(delay(played, 0, 'ready')).toBeLessThanOrEqual(LONGEST_GAP_MS);
  });
});

describe('a control that moves by itself', () => {
  test.each<{ name: string; scene: SceneName }>([
    { name: 'only its property moves', scene: 'flickers' },
    { name: 'an attribute moves', scene: 'flickersInTheOpen' },
  ])('ends as unsettled and is never off when $name', ({ scene }) => {
    expect(words(recordings[scene])).toEqual(['on', 'unsettled']);
  });
});

describe('a control that a person', () => {
  test.each<{ name: string; scene: SceneName }>([
    { name: 'turns off', scene: 'turnedOff' },
    { name: 'turns off in a shadow root', scene: 'turnedOffInShadow' },
    { name: 'turns off in a frame', scene: 'turnedOffInFrame' },
  ])('$name is reported again, as touched, when it has been off for long', ({ scene }) => {
    const recording = recordings[scene];
    expect(words(recording)).toEqual(['on', 'off']);
    expect(touches(recording)).toEqual([false, true]);
    expect(recording.said[1]?.at).toBe(lookAfter(recording, SETTLE_UNBACKED_MS, 'turned'));
  });

  test('moves in a shadow root makes a change that does not leave it', () => {
    const { marks } = recordings.turnedOffInShadow;
    expect(marks).toHaveProperty('changed');
    expect(marks).not.toHaveProperty('crossed');
  });

  test('turns off late is reported as off in the end, and as nothing else', () => {
    const recording = recordings.turnedOffLate;
    expect(words(recording)).toEqual(['on', 'off']);
    expect(recording.said[1]?.at).toBe(lookAfter(recording, SETTLE_UNBACKED_MS, 'turned'));
  });

  test('turns on is reported again, as touched, and at once', () => {
    const { turnedOn } = recordings;
    expect(words(turnedOn)).toEqual(['off', 'on']);
    expect(touches(turnedOn)).toEqual([false, true]);
    expect(turnedOn.said[1]?.at).toBe(lookFrom(turnedOn, momentOf(turnedOn, 'turned')));
    expect(delay(turnedOn, 1, 'turned')).toBeLessThanOrEqual(DRAWN_MS);
  });
});

describe('a page that has settled', () => {
  test('is left alone until it changes', () => {
    const { startedAt, looks, snapshots, rests, marks } = recordings.rests;
    const { replaced = 0 } = marks;
    const isIdle = (at: number) => at > startedAt + REST_MS && at < replaced;
    expect(replaced - startedAt).toBeGreaterThan(REST_MS + 1_000);
    expect(looks.length).toBeGreaterThan(1);
    expect(looks.filter(isIdle)).toEqual([]);
    expect(snapshots.filter(isIdle)).toEqual([]);
    expect(rests.filter((at) => at < replaced)).toHaveLength(1);
  });

  test('is read anew as soon as it changes', () => {
    const { rests } = recordings;
    expect(words(rests)).toEqual(['off', 'on']);
    expect(delay(rests, 1, 'replaced')).toBeLessThanOrEqual(DRAWN_MS);
    expect(rests.said[1]?.at).toBe(lookFrom(rests, momentOf(rests, 'replaced')));
  });

  test('is looked at as a whole only before something is said, in doubt, and before the rest', () => {
    const { startedAt, looks } = recordings.rests;
    const within = (from: number, to: number) =>
      looks.filter((at) => at >= startedAt + from && at < startedAt + to).length;
    expect(within(0, 1_000)).toBeGreaterThan(0);
    expect(within(2_000, 12_000)).toBeLessThan(8);
  });
});

describe('a switch that reassured', () => {
  test('is seen to turn long after the page has settled, though nothing else of it changes', () => {
    const { turnsAtRest } = recordings;
    expect(words(turnsAtRest)).toEqual(['off', 'on']);
    const rested = turnsAtRest.rests.at(0) ?? Number.POSITIVE_INFINITY;
    expect(rested).toBeLessThan(momentOf(turnsAtRest, 'ticked'));
    expect(delay(turnsAtRest, 1, 'ticked')).toBeLessThanOrEqual(GLANCE_MS + DRAWN_MS);
  });

  test('is read anew when its frame loads anew at rest, though the page around it does not change', () => {
    const { frameReloadsAtRest } = recordings;
    expect(words(frameReloadsAtRest)).toEqual(['off', 'on']);
    const rested = frameReloadsAtRest.rests.at(0) ?? Number.POSITIVE_INFINITY;
    expect(rested).toBeLessThan(momentOf(frameReloadsAtRest, 'reloaded'));
    expect(delay(frameReloadsAtRest, 1, 'reloaded')).toBeLessThanOrEqual(GLANCE_MS + WALKED_MS);
  });
});

describe('a watch that was aborted', () => {
  test('neither looks at the page nor says anything, whatever the page does', () => {
    const { looks, snapshots, rests, marks } = recordings.aborted;
    const { aborted = 0 } = marks;
    expect(words(recordings.aborted)).toEqual(['on']);
    expect(looks.filter((at) => at <= aborted).length).toBeGreaterThan(0);
    expect([...looks, ...snapshots, ...rests].filter((at) => at > aborted)).toEqual([]);
  });
});

describe('by the clock of the browser', () => {
  test('a control that a person turns off is warned of at once, and off when it has been so for long', async () => {
    await tab.visit(`<main>${on}</main>`);
    await tab.run((lab) => lab.watchNow());
    const said = (wanted: number) =>
      waitUntil(
        `${wanted} readings are there`,
        async () => {
          const seen = await tab.run((lab) => lab.seenSoFar());
          return seen.said.length >= wanted ? seen : undefined;
        },
        PROTOCOL_TIMEOUT_MS,
      );
    const { startedAt, said: first } = await said(1);
    expect((first[0]?.at ?? 0) - startedAt).toBeLessThan(SETTLE_MS);
    // Somebody who presses is trusted: no script of the page's can do that.
    await tab.page.click('#c');
    const recording = await said(2);
    expect(words(recording)).toEqual(['on', 'off']);
    expect(touches(recording)).toEqual([false, true]);
    expect((recording.said[1]?.at ?? 0) - startedAt).toBeGreaterThan(SETTLE_UNBACKED_MS);
  });
});
