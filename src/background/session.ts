import { browserSession } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import type { Store } from './store.ts';

export type Session = ReturnType<typeof createSession>;

interface Needs extends Pick<Ports, 'chance'> {
  readonly store: Store;
}

/** The time from one start of the browser, or of the extension, to the next: tabs keep their ids as long. */
export function createSession({ store, chance }: Needs) {
  return { current, begin };

  async function current(): Promise<string> {
    return (await begin()).id;
  }

  /** @returns whether this background is the first to ask since the session began */
  async function begin(): Promise<{ readonly id: string; readonly isNew: boolean }> {
    let isNew = false;
    const id = await store.update(browserSession, (found) => {
      isNew = found === null;
      return found ?? chance.id();
    });
    return { id: id ?? '', isNew };
  }
}
