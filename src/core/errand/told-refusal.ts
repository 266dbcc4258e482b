import type { Refusal } from '../messages/protocol.ts';

/** What a person is told where the background did not do what they asked for. */
export const toldRefusals = ['refused', 'no-tab', 'no-container', 'busy-elsewhere'] as const;
export type ToldRefusal = (typeof toldRefusals)[number];

/** @returns `undefined` where the view tells it by itself, with what to do */
export function toldRefusal(refusal: Refusal): ToldRefusal | undefined {
  if (refusal === 'no-access') return undefined;
  return toldRefusals.find((told) => told === refusal) ?? 'refused';
}
