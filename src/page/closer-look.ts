import type { SaveButton } from '../core/messages/orders.ts';
import type { press } from './act/press.ts';
import type { Root } from './dom/roots.ts';
import type { Names } from './find/names.ts';

/*
 * What is needed late or seldom has a script of its own, which is brought in after the page has begun to be
 * read. Both scripts meet here: in the extension's own world, which no page can see.
 */
export interface CloserLook extends Names {
  readonly press: typeof press;
  /** Whether nothing on the form of a control waits to be saved; `undefined` where nobody can tell. */
  readonly isSaved: (
    roots: readonly Root[],
    control: Element,
    save: SaveButton,
  ) => boolean | undefined;
}

const world = globalThis as { defaultCheckCloserLook?: CloserLook };

export function offerCloserLook(look: CloserLook): void {
  world.defaultCheckCloserLook = look;
}

export function closerLook(): CloserLook | undefined {
  return world.defaultCheckCloserLook;
}
