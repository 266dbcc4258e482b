/*
 * Accessible names come from a library that is larger than the rest of what runs in the page. It has
 * a script of its own, which is brought in where the first look does not suffice, and both scripts meet
 * here: in the extension's own world, which no page can see.
 */
export interface CloserLook {
  /** The accessible name, with white space as a person would hear it. */
  nameOf(element: Element): string;
}

const world = globalThis as { defaultCheckCloserLook?: CloserLook };

export function offerCloserLook(look: CloserLook): void {
  world.defaultCheckCloserLook = look;
}

export function closerLook(): CloserLook | undefined {
  return world.defaultCheckCloserLook;
}
