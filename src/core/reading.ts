import { z } from './zod.ts';

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
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** How the control was found, strongest first. */
export const strategies = ['known-id', 'only-switch', 'name'] as const;
export type Strategy = (typeof strategies)[number];

const Position = z.enum(['on', 'off']);

/** What a control says. Never text of the page. */
export const Reading = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('on'), strategy: z.optional(z.enum(strategies)) }),
  z.strictObject({ state: z.literal('off'), strategy: z.optional(z.enum(strategies)) }),
  z.strictObject({
    state: z.literal('locked'),
    position: Position,
    strategy: z.optional(z.enum(strategies)),
  }),
  z.strictObject({ state: z.literal('absent') }),
  z.strictObject({ state: z.literal('unknown'), reason: z.enum(unknownReasons) }),
]);
export type Reading = z.infer<typeof Reading>;
export type Position = z.infer<typeof Position>;

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
