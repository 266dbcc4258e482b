// Apart from `errand-start.ts`, as the popup carries no zod.
import type { Errand, ErrandKind } from './errand.schema.ts';

/** So often the page has put its switch back after a press: to press again would be to fight it. */
export const SPRINGS_BACK_FOR_GOOD = 2;

/** What is remembered for the next errand: a switch that was seen where it was wanted springs back no more. */
export function sprungBackSoFar(errand: Errand | null): Errand['sprungBack'] {
  const code = errand?.outcome?.code;
  return code === 'done' || code === 'already-there' ? undefined : errand?.sprungBack;
}

/** The page keeps putting its switch back: it is not pressed again but by the person's clear choice. */
export function keepsSpringingBack(errand: Errand | null, kind: ErrandKind): boolean {
  const sprung = sprungBackSoFar(errand);
  return sprung?.kind === kind && sprung.times >= SPRINGS_BACK_FOR_GOOD;
}
