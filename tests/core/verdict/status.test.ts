import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { firstScope } from '../../../src/core/account/scope.ts';
import { type Errand, pressResults } from '../../../src/core/errand/errand.schema.ts';
import { advance, type ErrandEvent } from '../../../src/core/errand/errand.ts';
import { type Finding, nextFinding } from '../../../src/core/reading/finding.ts';
import { isFresh } from '../../../src/core/reading/provenance.ts';
import type { Reading } from '../../../src/core/reading/reading.ts';
import { type Entry, entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { statusOf } from '../../../src/core/verdict/status.ts';

const [entry] = entriesOf(services) as [Entry, ...Entry[]];
const NOW = Date.UTC(2026, 10, 26, 9);
const BEFORE = NOW - 1_000;
const off: Reading = { state: 'off', strategy: 'known-id' };
const on: Reading = { state: 'on', strategy: 'known-id' };
const finding: Finding = { reading: off, readAt: BEFORE, fresh: true };

/** It was read as off, and was pressed to be on again. */
const pressed: Errand = {
  id: 'errand-1',
  key: entry.key,
  scope: firstScope,
  kind: 'undo',
  target: 'on',
  session: 'session-1',
  tabId: 7,
  step: 'pressing',
  loads: 1,
  startedAt: BEFORE - 1_000,
  arrived: true,
  hasList: true,
  load: 'A',
  pressedIn: 'A',
};

function verdictOf(errand: Errand, known: Finding = finding) {
  const { judgement } = statusOf(entry, { jurisdiction: undefined, finding: known, errand }, NOW);
  return judgement.verdict;
}

const read = (reading: Reading, touched = false): ErrandEvent => {
  return { type: 'read', reading, provenance: 'loaded', touched, settled: true, load: 'B' };
};

const ends: readonly [string, ErrandEvent][] = [
  ['it is read as it was to be', read(on)],
  ['it is read as it was', read(off)],
  ['it is read after somebody moved it', read(on, true)],
  ['it is read as absent', read({ state: 'absent' })],
  ['it cannot be read', read({ state: 'unknown', reason: 'not-found' })],
  ['the person is signed out', { type: 'stopped', reason: 'signed-out' }],
  ['the person goes elsewhere', { type: 'stopped', reason: 'wrong-page' }],
  ['the tab is closed', { type: 'tab-closed' }],
  ['our access is taken away', { type: 'access-lost' }],
  ['it takes too long', { type: 'overdue' }],
  ...pressResults.map((result): [string, ErrandEvent] => [
    `the press comes to ${result}`,
    { type: 'pressed', result, saved: true, load: 'A' },
  ]),
];

/** The page itself has said that the press did nothing, or waits for the person. */
const stays = [
  'sprang-back',
  'no-effect',
  'asks',
  'covered',
  'not-sure',
  'unsaved-changes',
  'locked',
];

describe.each(['pressing', 'verifying'] as const)('after a press, while %s,', (step) => {
  test.each(ends)('%s: what was read before it reassures nobody', (_, event) => {
    const { errand, effects } = advance({ ...pressed, step }, event, NOW);
    if (errand.step !== 'ended') return expect(verdictOf(errand)).toBe('unknown');
    const code = errand.outcome?.code ?? '';
    expect(verdictOf(errand)).toBe(stays.includes(code) ? 'protected' : 'unknown');

    const kept = effects.find((effect) => effect.do === 'store');
    if (!kept) return expect(stays).toContain(code);
    // As soon as it is kept it speaks for itself.
    const { reading } = kept;
    const observation = { reading, fresh: isFresh(kept), cause: 'errand', at: NOW } as const;
    const next = nextFinding(finding, observation, 'off');
    const alone = statusOf(entry, { jurisdiction: undefined, finding: next, errand: null }, NOW);
    expect(verdictOf(errand, next)).toBe(alone.judgement.verdict);
  });
});

test('an undo that went with the browser leaves no calm behind', () => {
  const lost = advance(pressed, { type: 'restarted' }, NOW).errand;
  expect(verdictOf(lost)).toBe('unknown');
});

test('an end that a wrong clock put into tomorrow outruns nothing that was read today', () => {
  const { errand } = advance(pressed, { type: 'restarted' }, NOW + 60_000);
  expect(verdictOf(errand)).toBe('protected');
});

test('an errand that has pressed nothing changes nothing', () => {
  const { pressedIn: _, ...opening } = pressed;
  const { errand } = advance({ ...opening, step: 'opening' }, { type: 'tab-closed' }, NOW);
  expect(errand.step).toBe('ended');
  expect(verdictOf(errand)).toBe('protected');
});

test('what alarms goes on alarming', () => {
  const { errand } = advance({ ...pressed, target: 'off', kind: 'opt-out' }, read(off), NOW);
  expect(errand.outcome?.code).toBe('done');
  expect(verdictOf(errand, { ...finding, reading: on })).toBe('sharing');
});
