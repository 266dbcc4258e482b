import { describe, expect, test } from 'vitest';
import type { ErrandKind, OutcomeCode } from '../../src/core/errand/errand.schema.ts';
import type { Overview } from '../../src/core/verdict/overview.ts';
import type { Verdict } from '../../src/core/verdict/verdict.ts';
import { createWorld, type World } from './world/index.ts';
import type { Manners } from './world/service.ts';

const KEY = 'linkedin/ai-training';
/** Longer than any errand may last. */
const LONG_MS = 130_000;

async function overviewIn(world: World): Promise<Overview> {
  const answer = await world.ask('overview.get', {});
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

async function statusIn(world: World) {
  const { statuses } = await overviewIn(world);
  const status = statuses.find(({ key }) => key === KEY);
  if (!status) throw new Error(`no status of ${KEY}`);
  return status;
}

async function start(world: World, kind: ErrandKind) {
  expect(await world.ask('errand.start', { key: KEY, kind })).toEqual({ ok: true, value: null });
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
    const world = createWorld();
    await world.ask('place.choose', { code: 'DE' });
    world.service.switches.set(KEY, position);
    world.service.manners = manners;
    await start(world, kind);
    await world.clock.pass(LONG_MS);
    const status = await statusIn(world);
    expect(status.errand).toMatchObject({ step: 'ended', outcome: { code } });
    expect(status.judgement.verdict).toBe(verdict);
    expect(world.service.presses).toHaveLength(presses);
    expect(world.alarms()).toEqual(['daily']);
    expect(world.faults).toEqual([]);
  },
);

describe('a browser that is started anew', () => {
  test('tells no more of what came of an errand before', async () => {
    const world = createWorld();
    await start(world, 'check');
    await world.clock.pass(LONG_MS);
    expect((await statusIn(world)).errand).toMatchObject({ outcome: { code: 'read' } });
    await world.restart();
    expect((await statusIn(world)).errand).toBeNull();
    expect((await statusIn(world)).judgement.verdict).toBe('sharing');
  });

  test('tells of one that it took with it, until it is started once more', async () => {
    const world = createWorld();
    await start(world, 'opt-out');
    await world.restart();
    await world.clock.pass(LONG_MS);
    expect((await statusIn(world)).errand).toMatchObject({ outcome: { code: 'restarted' } });
    expect(world.service.presses).toEqual([]);
    await world.restart();
    expect((await statusIn(world)).errand).toBeNull();
  });
});
