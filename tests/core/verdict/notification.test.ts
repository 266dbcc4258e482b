import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { onePerson } from '../../../src/core/account/accounts.ts';
import type { Batch } from '../../../src/core/batch/batch.schema.ts';
import type { Finding, FlipBack } from '../../../src/core/reading/finding.ts';
import { type Entry, entriesOf } from '../../../src/core/recipe/setting-key.ts';
import {
  type FlipBackNotice,
  idOf,
  type Notice,
  noticesOf,
  type Told,
  toldAfter,
} from '../../../src/core/verdict/notification.ts';
import type { Elsewhere, Overview } from '../../../src/core/verdict/overview.ts';
import { reminderOf } from '../../../src/core/verdict/reminder.ts';
import { statusOf } from '../../../src/core/verdict/status.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 12);
const entries = entriesOf(services);
const [first, second] = entries as [Entry, Entry, ...Entry[]];

const noneTold = () => [];
const nothingTold: Told = { flipBacks: noneTold, remindedAt: undefined };

function flipBack(foundAt: number): FlipBack {
  return { heldSince: NOW - 90 * DAY, cause: 'person', verifiedAt: NOW - 80 * DAY, foundAt };
}

function on(foundAt: number, readAt = foundAt): Finding {
  return { reading: { state: 'on' }, readAt, fresh: true, flipBack: flipBack(foundAt) };
}

function off(readAt: number): Finding {
  return { reading: { state: 'off' }, readAt, fresh: true };
}

/** What is known of the first settings, in the catalogue's order. */
function overviewWith(findings: readonly Finding[], over: Partial<Overview> = {}): Overview {
  const known = { jurisdiction: undefined, errand: null };
  const remindAfter = over.remindAfter ?? 30;
  const checks = { remindAfter, readAts: findings.map(({ readAt }) => readAt) };
  return {
    accounts: onePerson,
    elsewhere: [],
    statuses: entries.map((entry, index) =>
      statusOf(entry, { ...known, finding: findings[index] ?? null }, NOW),
    ),
    services: [],
    pages: [],
    unlisted: [],
    place: 'DE',
    banner: true,
    notify: true,
    language: 'browser',
    hasSetAside: false,
    keepsSetAside: false,
    hasLostAccounts: false,
    isStoreFull: false,
    batch: null,
    remindAfter,
    reminder: reminderOf({ ...checks, remindedAt: undefined }, NOW),
    ruleChanges: [],
    managed: [],
    ...over,
  };
}

const WORK = 'firefox-container-2';

function inWork(foundAt: number): Elsewhere {
  const { key, setting, service } = first;
  const flippedBack = [
    { key, title: setting.title, serviceName: service.name, flipBack: flipBack(foundAt) },
  ];
  return { container: WORK, verdict: 'sharing', flippedBack };
}

/** What is told of, in short. */
function said(notices: readonly Notice[]) {
  return notices.map((notice) =>
    notice.kind === 'reminder'
      ? `reminder ${notice.since}`
      : [notice.container, ...notice.settings.map(({ key }) => key)].join(' ').trim(),
  );
}

const toldOf = ({ key }: Entry, foundAt: number): Told => ({
  flipBacks: (container) => (container === '' ? [{ key, foundAt }] : []),
  remindedAt: undefined,
});

const batch = { step: 'reading' } as unknown as Batch;

describe('what is told', () => {
  test.each<[string, Overview, Told, string[]]>([
    ['nothing when nothing was ever read', overviewWith([]), nothingTold, []],
    ['nothing of what stays off', overviewWith([off(NOW)]), nothingTold, []],
    [
      'nothing of what is on and was never known to be off',
      overviewWith([{ reading: { state: 'on' }, readAt: NOW, fresh: true }]),
      nothingTold,
      [],
    ],
    ['a flip-back', overviewWith([on(NOW)]), nothingTold, [first.key]],
    ['a flip-back not twice', overviewWith([on(NOW)]), toldOf(first, NOW), []],
    [
      'a flip-back not again after a later reading',
      overviewWith([on(NOW - DAY, NOW)]),
      toldOf(first, NOW - DAY),
      [],
    ],
    [
      'a new flip-back of the same setting',
      overviewWith([on(NOW)]),
      toldOf(first, NOW - DAY),
      [first.key],
    ],
    [
      'the flip-back of another setting at the same moment',
      overviewWith([on(NOW), on(NOW)]),
      toldOf(first, NOW),
      [second.key],
    ],
    [
      'all that flipped back at once in one',
      overviewWith([on(NOW), on(NOW - 1)]),
      nothingTold,
      [`${first.key} ${second.key}`],
    ],
    [
      'a flip-back found by a clock a year ahead, as it stands',
      overviewWith([on(NOW + 365 * DAY, NOW)]),
      nothingTold,
      [first.key],
    ],
    [
      'a flip-back of before the clock went back a year not twice',
      overviewWith([on(NOW + 365 * DAY, NOW)]),
      toldOf(first, NOW + 365 * DAY),
      [],
    ],
    [
      'in a container that is not shown too, in one of its own',
      overviewWith([on(NOW)], { elsewhere: [inWork(NOW)] }),
      nothingTold,
      [first.key, `${WORK} ${first.key}`],
    ],
    [
      'in a container what was told outside containers only',
      overviewWith([on(NOW)], { elsewhere: [inWork(NOW)] }),
      toldOf(first, NOW),
      [`${WORK} ${first.key}`],
    ],
    [
      'that a check has grown old',
      overviewWith([off(NOW - 40 * DAY)]),
      nothingTold,
      ['reminder 2026-10-14'],
    ],
    [
      'that no date of a check can be trusted',
      overviewWith([off(NOW + 365 * DAY)]),
      nothingTold,
      ['reminder undefined'],
    ],
    [
      'a reminder not twice',
      overviewWith([off(NOW - 40 * DAY)]),
      { flipBacks: noneTold, remindedAt: NOW - DAY },
      [],
    ],
    [
      'no reminder to who wants none',
      overviewWith([off(NOW - 40 * DAY)], { remindAfter: 'never' }),
      nothingTold,
      [],
    ],
    [
      'both, the flip-back first',
      overviewWith([on(NOW - 40 * DAY)]),
      nothingTold,
      [first.key, 'reminder 2026-10-14'],
    ],
    [
      'nothing while pages are being read one after another',
      overviewWith([on(NOW - 40 * DAY)], { batch }),
      nothingTold,
      [],
    ],
    [
      'what was held back then, once it is over',
      overviewWith([on(NOW), on(NOW)], { batch: { ...batch, step: 'ended' } }),
      nothingTold,
      [`${first.key} ${second.key}`],
    ],
  ])('%s', (_, overview, told, expected) => {
    const notices = noticesOf(overview, told, NOW);
    expect(said(notices)).toEqual(expected);

    // Once it is noted it is told no more.
    const after = {
      flipBacks: (container: string) =>
        notices
          .filter((notice) => notice.kind === 'flip-back')
          .filter((notice) => notice.container === container)
          .reduce(toldAfter, told.flipBacks(container)),
      remindedAt: notices.some(({ kind }) => kind === 'reminder') ? NOW : told.remindedAt,
    };
    expect(noticesOf(overview, after, NOW)).toEqual([]);
  });

  test('with title, service and both days', () => {
    const [notice] = noticesOf(overviewWith([on(NOW)]), nothingTold, NOW);
    expect(notice).toEqual({
      kind: 'flip-back',
      container: '',
      settings: [
        {
          key: 'linkedin/ai-training',
          title: 'Data for Generative AI Improvement',
          serviceName: 'LinkedIn',
          flipBack: flipBack(NOW),
        },
      ],
    });
  });
});

test('the last flip-back of each setting is noted', () => {
  const [told] = noticesOf(overviewWith([on(NOW)]), nothingTold, NOW);
  const other = { key: second.key, foundAt: NOW - 5 };
  expect(
    toldAfter([{ key: first.key, foundAt: NOW - DAY }, other], told as FlipBackNotice),
  ).toEqual([other, { key: first.key, foundAt: NOW }]);
});

test('told twice it stands in the same place, another flip-back and a reminder in one of their own', () => {
  const ids = [
    ...noticesOf(overviewWith([on(NOW)]), nothingTold, NOW),
    ...noticesOf(overviewWith([on(NOW, NOW + 1)]), nothingTold, NOW + 1),
    ...noticesOf(overviewWith([on(NOW - 1), on(NOW)]), nothingTold, NOW),
    ...noticesOf(overviewWith([on(NOW + 1)]), nothingTold, NOW + 1),
    ...noticesOf(overviewWith([], { elsewhere: [inWork(NOW)] }), nothingTold, NOW),
    { kind: 'reminder' } as const,
  ].map(idOf);
  const [once, again, both, other, inContainer, reminder] = ids;
  expect(again).toBe(once);
  expect(both).toBe(once);
  expect(new Set([once, other, inContainer, reminder]).size).toBe(4);
});
