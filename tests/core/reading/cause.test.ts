import { expect, test } from 'vitest';
import type { Errand } from '../../../src/core/errand/errand.schema.ts';
import { causeOf } from '../../../src/core/reading/cause.ts';
import type { Finding } from '../../../src/core/reading/finding.ts';
import { anOptOut } from '../errand/an-opt-out.ts';

const THEN = Date.UTC(2026, 2, 3);

const errand = anOptOut({ step: 'verifying', startedAt: THEN, pressedIn: 'A' });
const ended: Errand = { ...errand, step: 'ended', endedAt: THEN + 9_000 };
const { pressedIn: _, ...unpressed } = errand;
const on: Finding = { reading: { state: 'on' }, readAt: THEN + 1_000, fresh: true };
const later: Finding = { ...on, readAt: THEN + 60_000 };

const off = { state: 'off' } as const;
const unknown = { state: 'unknown', reason: 'timeout' } as const;

test.each([
  ['nobody, where nothing is known', off, false, null, null, 'unknown'],
  ['the person, who touched the page', off, true, null, null, 'person'],
  ['an errand that has pressed', off, false, errand, on, 'errand'],
  [
    'an errand that has pressed, though the page was touched by it',
    off,
    true,
    errand,
    on,
    'errand',
  ],
  ['an errand that ended without being verified', off, false, ended, on, 'errand'],
  ['nobody, where an errand did not press', off, false, unpressed, on, 'unknown'],
  [
    'nobody, where it stands otherwise than the errand wanted',
    on.reading,
    false,
    errand,
    on,
    'unknown',
  ],
  ['nobody, where it was read otherwise after the errand', off, false, ended, later, 'unknown'],
  ['nobody, where it cannot be read', unknown, false, errand, on, 'unknown'],
] as const)('%s', (_name, reading, touched, under, previous, cause) => {
  expect(causeOf(reading, touched, under, previous)).toBe(cause);
});
