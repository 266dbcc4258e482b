import { afterAll, beforeAll, expect, test } from 'vitest';
import { positionOf } from '../../src/core/reading/reading.ts';
import { SETTLE_MS, SETTLE_UNBACKED_MS } from '../../src/page/watch/settling.ts';
import { bundle, type Lab, openLab } from './lab.ts';
import { plainPage, plainRender, type Render } from './page.ts';

/* How soon it is said, where a page is slow or the recipe has begun to rot. */
let lab: Lab;

beforeAll(async () => {
  lab = await openLab(await bundle());
});
afterAll(() => lab?.close());

/** A page whose switch is noticed late, and looked for by name. */
const NOTICED_MS = 2_000;
const LOOK_MS = 600;
const renamed = { kind: 'renamed-hook' } as const;

type Row = readonly [
  what: string,
  state: 'on' | 'off',
  render: Partial<Render>,
  breaking: typeof renamed | null,
  /** After the switch has appeared. */
  withinMs: number,
];

const rows: readonly Row[] = [
  ['on, by its id', 'on', {}, null, 500],
  ['on, by its id, 4 s after the load', 'on', { lateMs: 4_000 }, null, LOOK_MS],
  ['on, by its name alone', 'on', { closerLookMs: 300 }, renamed, NOTICED_MS],
  ['on, by its name alone, 4 s after the load', 'on', { lateMs: 4_000 }, renamed, NOTICED_MS],
  ['off, and its data has arrived', 'off', {}, null, SETTLE_MS + LOOK_MS],
  [
    ...(['off, and its data has arrived, 4 s after the load', 'off'] as const),
    ...([{ lateMs: 4_000 }, null, SETTLE_MS + LOOK_MS] as const),
  ],
  [
    ...(['off, and nothing is known of its data', 'off'] as const),
    ...([{ request: 'none' }, null, SETTLE_UNBACKED_MS + LOOK_MS] as const),
  ],
  [
    ...(['off, by its name alone', 'off'] as const),
    ...([{ closerLookMs: 300 }, renamed, SETTLE_UNBACKED_MS + LOOK_MS] as const),
  ],
  [
    ...(['off, by its name alone, 4 s after the load', 'off'] as const),
    ...([{ lateMs: 4_000 }, renamed, SETTLE_UNBACKED_MS + LOOK_MS] as const),
  ],
];

test.each(rows)('%s', async (_, state, render, breaking, withinMs) => {
  const whole = { ...plainRender, ...render };
  const { reports } = await lab.runOne({ ...plainPage, state, breaking, render: whole });
  const own = reports.filter(({ key }) => key === plainPage.setting);
  const first = own.find(({ reading }) => positionOf(reading) === state);
  expect(own[0]?.reading).toEqual(first?.reading);
  expect(first?.atMs).toBeLessThanOrEqual(whole.lateMs + withinMs);
});
