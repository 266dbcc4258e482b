import type { z } from '../zod.ts';
import type { ReadingSchema } from './reading.schema.ts';

/** Why a reading is `unknown`. Each has one sentence for people and one thing that they can do. */
export const unknownReasons = [
  'signed-out',
  'challenge',
  'not-found',
  'ambiguous',
  'unreadable',
  'unsettled',
  'covered',
  'wrong-page',
  'unreachable',
  'timeout',
  'unsaved',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** How the control was found, strongest first. */
export const strategies = ['known-id', 'only-switch', 'name'] as const;
export type Strategy = (typeof strategies)[number];

export const positions = ['on', 'off'] as const;
export type Position = (typeof positions)[number];

/** What a control says. Never text of the page. */
export type Reading = z.infer<typeof ReadingSchema>;

/** The side a readable switch stands on, locked or not. */
export function positionOf(reading: Reading): Position | undefined {
  switch (reading.state) {
    case 'on':
    case 'off':
      return reading.state;
    case 'locked':
      return reading.position;
    default:
      return undefined;
  }
}

/** Whether it says the side that does not protect, locked or not. */
export function warns(reading: Reading, protectedWhen: Position): boolean {
  const position = positionOf(reading);
  return position !== undefined && position !== protectedWhen;
}

/** Whether two readings say the same, however the control was found. */
export function sameReading(a: Reading, b: Reading): boolean {
  const said = (reading: Reading) => JSON.stringify({ ...reading, strategy: undefined });
  return said(a) === said(b);
}

/** Whoever was signed in before is not any more, and what was read then says nothing of the next one. */
export function isSignedOut(reading: Reading): boolean {
  return reading.state === 'unknown' && reading.reason === 'signed-out';
}
