import { hasProfile, withContainer } from '../core/account/accounts.ts';
import { sameScope } from '../core/account/scope.ts';
import type { Finding } from '../core/reading/finding.ts';
import { isBefore } from '../core/reading/provenance.ts';
import { warns } from '../core/reading/reading.ts';
import { NotStored } from '../core/store/item.ts';
import { accounts, findingOf, type UnkeptWarning, unkeptWarnings } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import { putAccounts } from './put-accounts.ts';
import type { Statuses } from './statuses.ts';
import type { Draft, Store } from './store.ts';

/*
 * A page says a warning once. Where the store has no room for it, it waits in the browser session, and is
 * written as soon as there is room. Nothing that reassures waits: by then it may be somebody else's.
 */

export type Unkept = ReturnType<typeof createUnkept>;

interface Needs extends Pick<Ports, 'clock'> {
  readonly store: Store;
  readonly statuses: Statuses;
}

type Place = Pick<UnkeptWarning, 'key' | 'scope'>;

export function createUnkept({ store, statuses, clock }: Needs) {
  return { note, waitingIn, writeAll };

  /** The store refused a finding. Whatever else was waiting in its place is outdated by it. */
  async function note(place: Place, finding: Finding | null): Promise<void> {
    const { key, scope } = place;
    const { protectedWhen } = statuses.entryOf(key).setting;
    const isWarning = finding !== null && warns(finding.reading, protectedWhen);
    await store.update(unkeptWarnings, (waiting) => {
      const others = without(waiting, place);
      if (isWarning) return [...others, { key, scope, finding }];
      return others.length < waiting.length ? others : waiting;
    });
  }

  /** What is known of a setting of which the store holds nothing. */
  async function waitingIn(draft: Draft, place: Place): Promise<Finding | null> {
    const waiting = await draft.read(unkeptWarnings);
    return waiting.find((one) => isAt(one, place))?.finding ?? null;
  }

  /** Writes what has waited, where there is room by now. */
  async function writeAll(): Promise<void> {
    const waiting = (await store.snapshot([unkeptWarnings])).of(unkeptWarnings);
    for (const one of waiting) {
      await write(one).catch((error: unknown) => {
        if (!(error instanceof NotStored)) throw error;
      });
    }
  }

  async function write(place: Place): Promise<void> {
    await store.change(async (draft) => {
      const waiting = await draft.read(unkeptWarnings);
      const one = waiting.find((other) => isAt(other, place));
      if (!one) return;
      const item = findingOf(one.key, one.scope);
      const standing = await draft.read(item);
      const isOutdated = isBefore(one.finding.readAt, standing?.readAt, clock.now());
      const before = await draft.read(accounts);
      // Deleted meanwhile: nothing is kept of nobody.
      if (hasProfile(before, one.scope.profile) && !isOutdated) {
        const known = withContainer(before, one.scope.container);
        await putAccounts(draft, before, known);
        draft.put(item, one.finding);
      }
      draft.put(unkeptWarnings, without(waiting, place));
    });
  }
}

function without(waiting: readonly UnkeptWarning[], place: Place): UnkeptWarning[] {
  return waiting.filter((one) => !isAt(one, place));
}

function isAt(one: UnkeptWarning, { key, scope }: Place): boolean {
  return one.key === key && sameScope(one.scope, scope);
}
