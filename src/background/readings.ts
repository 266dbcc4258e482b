import { hasProfile, hasScope, withContainer } from '../core/account/accounts.ts';
import { type AccountScope, keyIn, sameScope } from '../core/account/scope.ts';
import type { Errand } from '../core/errand/errand.schema.ts';
import {
  type Advance,
  advance,
  type ErrandEvent,
  isAskedFor,
  verifiedLate,
} from '../core/errand/errand.ts';
import { type History, observe } from '../core/history/history.ts';
import { causeOf } from '../core/reading/cause.ts';
import { type Finding, nextFinding, type Observed } from '../core/reading/finding.ts';
import { isBefore, isFresh, type ReadIn, unloadedOf } from '../core/reading/provenance.ts';
import { type Position, positionOf, type Reading, warns } from '../core/reading/reading.ts';
import type { SettingKey } from '../core/recipe/setting-key.ts';
import { NotStored } from '../core/store/item.ts';
import { accounts, errandOf, findingOf, historyOf } from '../core/store/items.ts';
import { gathered } from '../core/work/gathered.ts';
import type { Ports } from './ports.ts';
import { putAccounts } from './put-accounts.ts';
import type { Statuses } from './statuses.ts';
import type { Store } from './store.ts';
import type { Unkept } from './unkept.ts';

export interface Read extends ReadIn {
  readonly reading: Reading;
  /** The page load in which it was read; what no page has read was in none. */
  readonly load?: string;
}

/** Something that a setting's page said, or that happened to its errand. */
interface Happening {
  readonly key: SettingKey;
  readonly at: number;
  readonly read?: Read & { readonly scope: AccountScope };
  readonly event?: {
    readonly what: ErrandEvent;
    readonly concerns: (errand: Errand) => boolean;
    /** Called where an errand was under way that the event concerns. */
    readonly onAdvance: (advance: Advance) => void;
  };
}

/** What is known of a setting in one scope, and what is added to it. */
interface Account {
  readonly scope: AccountScope;
  readonly history: History;
  finding: Finding | null;
  readonly observations: Observed[];
}

export type Readings = ReturnType<typeof createReadings>;

interface Needs extends Pick<Ports, 'clock'> {
  readonly store: Store;
  readonly statuses: Statuses;
  readonly unkept: Unkept;
}

export function createReadings({ store, statuses, unkept, clock }: Needs) {
  /** In the order in which it happened, whether an errand heard of it or not. */
  const happened = gathered<Happening>(({ key }) => key, keepAll);
  return { keep, advanceErrand };

  /** Keeps what was read, and that it was read. */
  function keep(key: SettingKey, scope: AccountScope, read: Read): Promise<void> {
    return happened({ key, at: clock.now(), read: { ...read, scope } });
  }

  /**
   * Tells the errand under way for a setting what happened, and keeps what it read together with where
   * that leaves it: an errand that has ended has nothing left to keep.
   *
   * @returns `undefined` where no errand is under way that it concerns
   */
  async function advanceErrand(
    key: SettingKey,
    what: ErrandEvent,
    concerns: (errand: Errand) => boolean,
  ): Promise<Advance | undefined> {
    let advanced: Advance | undefined;
    const onAdvance = (result: Advance) => {
      advanced = result;
    };
    await happened({ key, at: clock.now(), event: { what, concerns, onAdvance } });
    return advanced;
  }

  /**
   * All of one setting, in one go. Where there is no room for both, the finding comes first, then what it
   * says of now. What was read before may not be true any more, and goes at last.
   */
  async function keepAll(all: readonly Happening[]): Promise<void> {
    const [first] = all;
    if (!first) return;
    const { key } = first;
    const { protectedWhen } = statuses.entryOf(key).setting;
    const inScope = new Map<string, Account>();
    let errand: Errand | null = null;
    const advances: (() => void)[] = [];
    try {
      await store.change(async (draft) => {
        const before = await draft.read(accounts);
        let known = before;
        errand = await draft.read(errandOf(key));

        const accountOf = async (scope: AccountScope): Promise<Account> => {
          const name = keyIn(scope, key);
          const found = inScope.get(name);
          if (found) return found;
          const finding =
            (await draft.read(findingOf(key, scope))) ??
            (await unkept.waitingIn(draft, { key, scope }));
          const history = await draft.read(historyOf(key, scope));
          const account = { scope, history, finding, observations: [] };
          inScope.set(name, account);
          return account;
        };
        const note = async (scope: AccountScope, read: Read, at: number) => {
          // Deleted while their page was read: nothing is kept of nobody.
          if (!hasProfile(known, scope.profile)) return;
          // Whoever was there before may be the one whose page it is.
          const isOfAnother = isBefore(read.loadedAt, known.chosenAt, at);
          if (isOfAnother && !isTurnedOn(read, protectedWhen)) return;
          const account = await accountOf(scope);
          const own = errand && sameScope(errand.scope, scope) ? errand : null;
          const { reading, touched, settled, standsSince } = read;
          if (own && !warns(reading, protectedWhen) && isAskedFor(own, read)) return;
          const cause = causeOf(reading, touched, own, account.finding);
          const unloaded = unloadedOf(read);
          const observation = {
            reading,
            fresh: isFresh(read),
            cause,
            at,
            settled,
            standsSince,
            ...(unloaded && { unloaded }),
          };
          const next = nextFinding(account.finding, observation, protectedWhen);
          if (next === account.finding) return;
          account.observations.push(observation);
          account.finding = next;
          if (own) errand = verifiedLate(own, read);
          known = withContainer(known, scope.container);
        };

        for (const { at, read, event } of all) {
          if (read) await note(read.scope, read, at);
          if (!event || !errand || errand.step === 'ended' || !event.concerns(errand)) continue;
          const result = advance(errand, event.what, at);
          errand = result.errand;
          for (const effect of result.effects) {
            if (effect.do === 'store') await note(errand.scope, effect, at);
          }
          // The page that an errand is about to leave can still warn of what the errand did not do.
          const { what } = event;
          const isUnheard = what.type === 'read' && result.effects.length === 0;
          const isTarget = isUnheard && positionOf(what.reading) === errand.target;
          if (isUnheard && !isTarget && warns(what.reading, protectedWhen)) {
            await note(errand.scope, what, at);
          }
          advances.push(() => event.onAdvance(result));
        }

        await putAccounts(draft, before, known);
        for (const { scope, history, finding, observations } of inScope.values()) {
          // More containers were read than are kept.
          if (!hasScope(known, scope)) continue;
          draft.put(historyOf(key, scope), observations.reduce(observe, history));
          draft.put(findingOf(key, scope), finding);
        }
        draft.put(errandOf(key), errand);
      });
    } catch (error) {
      if (inScope.size === 0 && advances.length === 0) throw error;
      for (const account of inScope.values()) await keepWithoutHistory(key, account);
      // An errand goes on: what it has pressed is pressed.
      if (!(error instanceof NotStored)) throw error;
      if (advances.length > 0) await store.update(errandOf(key), () => errand);
    }
    for (const tell of advances) tell();
  }

  async function keepWithoutHistory(
    key: SettingKey,
    { scope, finding, observations }: Account,
  ): Promise<void> {
    const item = findingOf(key, scope);
    const { protectedWhen } = statuses.entryOf(key).setting;
    const alone = observations.reduce<Finding | null>(
      (last, observation) => nextFinding(last, observation, protectedWhen),
      null,
    );
    await store
      .update(item, () => finding)
      .catch(() => store.update(item, () => alone))
      .catch(async () => {
        // The page has said it, and does not say it again.
        await unkept.note({ key, scope }, finding).catch(() => {});
        await store.forget(item);
      });
  }
}

/** By somebody, in this very page: whoever it was, it warns. */
function isTurnedOn({ reading, touched }: Read, protectedWhen: Position): boolean {
  return touched && warns(reading, protectedWhen);
}
