import { change, forget, update } from '../../browser/storage.ts';
import { type AccountScope, keyIn, sameScope } from '../../core/account-scope.ts';
import { hasProfile, withContainer } from '../../core/accounts.ts';
import { causeOf } from '../../core/cause.ts';
import { type Finding, nextFinding } from '../../core/finding.ts';
import { gathered } from '../../core/gathered.ts';
import { observe } from '../../core/history.ts';
import type { Observation } from '../../core/observation.ts';
import type { Reading } from '../../core/reading.ts';
import type { SettingKey } from '../../core/setting-key.ts';
import { accounts, errandOf, findingOf, historyOf, NotStored } from '../../core/stored.ts';
import { entryOf } from './statuses.ts';

export interface Read {
  readonly reading: Reading;
  readonly fresh: boolean;
  readonly touched: boolean;
}

interface ReadAt extends Read {
  readonly key: SettingKey;
  readonly scope: AccountScope;
  readonly at: number;
}

/** Keeps what was read, and that it was read. */
export function keep(key: SettingKey, scope: AccountScope, what: Read): Promise<void> {
  const { reading, fresh, touched } = what;
  return keepGathered({ key, scope, reading, fresh, touched, at: Date.now() });
}

const keepGathered = gathered<ReadAt>(({ key, scope }) => keyIn(scope, key), keepAll);

/**
 * All of one setting in one scope, in one go. Where there is no room for both, the finding comes first,
 * then what it says of now. What was read before may not be true any more, and goes at last.
 */
async function keepAll(all: readonly ReadAt[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  const { key, scope } = first;
  const { protectedWhen } = entryOf(key).setting;
  const item = findingOf(key, scope);
  const observations: Observation[] = [];
  const after = (finding: Finding | null) =>
    observations.reduce<Finding | null>(
      (last, observation) => nextFinding(last, observation, protectedWhen),
      finding,
    );
  try {
    await change(async ({ read, put }) => {
      const known = await read(accounts);
      // Deleted while their page was read: nothing is kept of nobody.
      if (!hasProfile(known, scope.profile)) return;

      const errand = await read(errandOf(key));
      const own = errand && sameScope(errand.scope, scope) ? errand : null;
      let finding = await read(item);
      for (const { reading, fresh, touched, at } of all) {
        const cause = causeOf(reading, touched, own, finding);
        const observation: Observation = { reading, fresh, cause, at };
        observations.push(observation);
        finding = nextFinding(finding, observation, protectedWhen);
      }
      put(accounts, withContainer(known, scope.container));
      put(historyOf(key, scope), observations.reduce(observe, await read(historyOf(key, scope))));
      put(item, finding);
    });
  } catch (error) {
    if (observations.length === 0) throw error;
    await update(item, after)
      .catch(() => update(item, () => after(null)))
      .catch(() => forget(item));
    // An errand goes on: what it has pressed is pressed.
    if (!(error instanceof NotStored)) throw error;
  }
}
