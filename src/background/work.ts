/*
 * What the background does at each event, kept apart from deleting everything: a deletion begins when
 * all work under way has ended, so that none of it writes afterwards what it had read before. Work
 * that came in before a deletion and had to wait for it is not done any more.
 */

import type { MessageType } from '../core/messages/protocol.ts';
import { type Handlers, Refused } from '../core/messages/router.ts';
import type { Ports } from './ports.ts';

const LOCK = 'work';

/** Of messages those that keep nothing, and may wait for a page; and the deletion itself. */
const apart: readonly MessageType[] = [
  'page.closer-look',
  'tab.unread',
  'report.make',
  'everything.delete',
];

export type Work = ReturnType<typeof createWork>;

export function createWork({ locks }: Pick<Ports, 'locks'>) {
  // What waits here is gone with this background, and so may this be.
  let deletions = 0;
  return { alone, begin, atWorkAll };

  /** @throws Refused where everything was deleted meanwhile */
  function atWork<T>(work: () => Promise<T>): Promise<T> {
    const begun = deletions;
    return locks.together(LOCK, async () => {
      if (deletions !== begun) throw new Refused('refused');
      return work();
    });
  }

  /** Alone: before anything else is done, and after all that was under way. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    return locks.exclusively(LOCK, () => {
      deletions += 1;
      return work();
    });
  }

  /** For an event that nobody waits for. */
  function begin(work: () => Promise<unknown>): void {
    void atWork(work).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  }

  /** The handlers, each at work when it is asked. */
  function atWorkAll(handlers: Handlers): Handlers {
    const wrapped = Object.entries(handlers).map(([type, handle]) => [
      type,
      apart.includes(type as MessageType)
        ? handle
        : (...asked: Parameters<typeof handle>) =>
            atWork<unknown>(() => (handle as (...all: unknown[]) => Promise<unknown>)(...asked)),
    ]);
    return Object.fromEntries(wrapped) as Handlers;
  }
}
