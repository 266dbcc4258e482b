import { describe, expect, test } from 'vitest';
import type { ErrandKind, OutcomeCode } from '../../src/core/errand/errand.schema.ts';
import type { Verdict } from '../../src/core/verdict/verdict.ts';
import { type Lab, openLab } from './lab.ts';
import type { Manners } from './world/service.ts';

const KEY = 'linkedin/ai-training';
/** Longer than any errand may last. */
const LONG_MS = 130_000;

async function statusIn(lab: Lab) {
  const { statuses } = await lab.overview();
  const status = statuses.find(({ key }) => key === KEY);
  if (!status) throw new Error(`no status of ${KEY}`);
  return status;
}

async function start(lab: Lab, kind: ErrandKind) {
  expect(await lab.ask('errand.start', { key: KEY, kind })).toEqual({ ok: true, value: null });
}

test.each<[ErrandKind, 'on' | 'off', Manners, OutcomeCode, Verdict, number]>([
  ['check', 'on', 'saves', 'read', 'sharing', 0],
  ['check', 'off', 'saves', 'read', 'protected', 0],
  ['opt-out', 'on', 'saves', 'done', 'protected', 1],
  ['opt-out', 'off', 'saves', 'already-there', 'protected', 0],
  ['opt-out', 'on', 'keeps-nothing', 'not-saved', 'sharing', 1],
  ['opt-out', 'on', 'springs-back', 'sprang-back', 'sharing', 1],
  ['opt-out', 'on', 'does-nothing', 'no-effect', 'sharing', 1],
  ['opt-out', 'on', 'asks', 'asks', 'sharing', 1],
])(
  '%s of a switch that is %s, on a page that %s: %s',
  async (kind, position, manners, code, verdict, presses) => {
    const lab = openLab();
    await lab.ask('place.choose', { code: 'DE' });
    lab.service.switches.set(KEY, position);
    lab.service.manners = manners;
    await start(lab, kind);
    await lab.clock.pass(LONG_MS);
    const status = await statusIn(lab);
    expect(status.errand).toMatchObject({ step: 'ended', outcome: { code } });
    expect(status.judgement.verdict).toBe(verdict);
    expect(lab.service.presses).toHaveLength(presses);
    expect(lab.alarms()).toEqual(['daily']);
    expect(lab.faults).toEqual([]);
  },
);

test('an errand goes on in the tab that the browser put in the place of its own', async () => {
  const lab = openLab();
  // Only what warns would be read by now.
  lab.service.switches.set(KEY, 'off');
  await start(lab, 'check');
  await lab.clock.pass(1_000);
  const [own] = lab.tabs.open();
  const by = lab.tabs.replace(own?.id ?? 0);
  await lab.clock.pass(1_000);
  // Looked at, it loads its page anew.
  lab.tabs.go(by, own?.address ?? '');
  await lab.clock.pass(10_000);
  expect((await statusIn(lab)).errand).toMatchObject({ tabId: by, outcome: { code: 'read' } });
});

describe('a browser that is started anew', () => {
  test('tells no more of what came of an errand before', async () => {
    const lab = openLab();
    await start(lab, 'check');
    await lab.clock.pass(LONG_MS);
    expect((await statusIn(lab)).errand).toMatchObject({ outcome: { code: 'read' } });
    await lab.restart();
    expect((await statusIn(lab)).errand).toBeNull();
    expect((await statusIn(lab)).judgement.verdict).toBe('sharing');
  });

  test('tells of one that it took with it, until it is started once more', async () => {
    const lab = openLab();
    await start(lab, 'opt-out');
    await lab.restart();
    await lab.clock.pass(LONG_MS);
    expect((await statusIn(lab)).errand).toMatchObject({ outcome: { code: 'restarted' } });
    expect(lab.service.presses).toEqual([]);
    await lab.restart();
    expect((await statusIn(lab)).errand).toBeNull();
  });
});
