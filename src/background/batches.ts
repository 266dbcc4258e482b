import type { AccountScope } from '../core/account/scope.ts';
import type { Batch, BatchKind, Stop } from '../core/batch/batch.schema.ts';
import {
  advanceBatch,
  type BatchAdvance,
  type BatchEffect,
  type BatchEvent,
  interruptBatch,
  startBatch,
} from '../core/batch/batch.ts';
import { mannersOf } from '../core/batch/manners.ts';
import { mayStart, progressOf } from '../core/batch/progress.ts';
import type { Errand } from '../core/errand/errand.schema.ts';
import { Refused } from '../core/messages/router.ts';
import type { Service } from '../core/recipe/recipe.ts';
import type { SettingKey } from '../core/recipe/setting-key.ts';
import { batch as batchItem, browserSession, errandOf } from '../core/store/items.ts';
import type { Errands } from './errands.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session.ts';
import type { Show } from './show.ts';
import type { Silence } from './silence.ts';
import type { Statuses } from './statuses.ts';
import type { Store } from './store.ts';
import type { UnderWay } from './under-way.ts';
import type { Work } from './work.ts';

export const BATCH_ALARM = 'batch';
/** A browser may round an alarm up to half a minute; what is due sooner rings by a timer as well. */
const ALARM_GRAIN_MS = 30_000;

/** Of which setting, for whom, and what came of it, if it has ended. */
type ErrandOutcome = Pick<Errand, 'key' | 'scope' | 'outcome'>;

export type Batches = ReturnType<typeof createBatches>;

interface Needs extends Pick<Ports, 'alarms' | 'chance' | 'clock' | 'tabs'> {
  readonly store: Store;
  readonly session: Session;
  readonly statuses: Statuses;
  readonly underWay: UnderWay;
  readonly errands: Errands;
  readonly show: Show;
  readonly silence: Silence;
  readonly work: Work;
}

export function createBatches({
  store,
  session,
  statuses,
  underWay,
  errands,
  show,
  silence,
  work,
  alarms,
  chance,
  clock,
  tabs,
}: Needs) {
  return {
    begin,
    tell,
    tellIn,
    tellOfErrand,
    tellClosed,
    ring,
    pickUp,
    forget,
    followTab,
    tabClosed,
  };

  /** @throws Refused while another batch is under way */
  async function begin(
    kind: BatchKind,
    scope: AccountScope,
    stops: readonly Stop[],
  ): Promise<void> {
    if (stops.length === 0) throw new Refused('malformed');

    const here = await session.current();
    let begun: BatchAdvance | undefined;
    await store.change(async (draft) => {
      if (!mayStart(await draft.read(batchItem))) return;
      const orders = {
        id: chance.id(),
        kind,
        scope,
        session: here,
        stops: [...stops],
        ...mannersOf(statuses.servicesOf(stops.flatMap(({ keys }) => keys))),
      };
      begun = startBatch(orders, clock.now());
      // Before it is written: whatever becomes of the background, the batch goes on.
      await alarms.ringFrom(BATCH_ALARM, begun.batch.nextAt);
      draft.put(batchItem, begun.batch);
    });
    if (!begun) throw new Refused('refused');
    await perform(begun);
  }

  /** Events of a tab concern a batch only where it is the batch's own. */
  async function tellIn(tabId: number, event: BatchEvent): Promise<void> {
    if (await underWay.isBatchIn(tabId)) await tell(event);
  }

  /** @returns whether one is under way that could be told */
  async function tell(event: BatchEvent): Promise<boolean> {
    let advanced: BatchAdvance | undefined;
    await store.change(async (draft) => {
      const batch = await draft.read(batchItem);
      if (!batch || batch.step === 'ended') return;
      const isHere = batch.session === (await draft.read(browserSession));
      advanced = isHere
        ? advanceBatch(batch, event, clock.now())
        : { batch: interruptBatch(batch, clock.now()), effects: [] };
      draft.put(batchItem, advanced.batch);
    });
    if (advanced) await perform(advanced);
    return advanced !== undefined;
  }

  /** Tells the batch under way that it cannot go on, if it was to do so in the pages of one of these. */
  async function tellClosed(services: readonly Service[]): Promise<void> {
    const batch = await store.read(batchItem);
    const left = (batch?.stops ?? []).slice(batch?.index).flatMap(({ keys }) => keys);
    const closed = statuses.servicesOf(left).find((service) => services.includes(service));
    if (closed) await tell({ type: 'access-lost', service: closed.id });
  }

  async function tellOfErrand({ key, scope, outcome }: ErrandOutcome): Promise<void> {
    if (outcome)
      await tell({ type: 'errand-ended', key, scope, outcome, random: chance.fraction() });
  }

  async function ring(): Promise<void> {
    // A background that was killed over the end of a batch leaves its alarm behind.
    if (!(await tellDue())) await silence(BATCH_ALARM, batchItem);
  }

  function tellDue(): Promise<boolean> {
    return tell({ type: 'due', random: chance.fraction() });
  }

  /** The background has started: what the one before it did not live to hear is told, or it goes on. */
  async function pickUp(): Promise<void> {
    const batch = await store.read(batchItem);
    if (!batch || batch.step === 'ended') return;
    for (const key of progressOf(batch).current?.keys ?? []) {
      const errand = await store.read(errandOf(key));
      const isOfStop = errand && errand.startedAt >= batch.stopStartedAt;
      if (isOfStop) await tellOfErrand(errand);
    }
    // A pause may have ended while nobody was there to notice.
    await tellDue();
  }

  async function forget(): Promise<void> {
    await store.update(batchItem, (batch) => (mayStart(batch) ? null : batch));
  }

  async function perform({ batch, effects }: BatchAdvance): Promise<void> {
    for (const effect of effects) await performOne(batch, effect);
    if (batch.step === 'ended') await silence(BATCH_ALARM, batchItem);
    show.soon();
  }

  async function performOne(batch: Batch, effect: BatchEffect): Promise<void> {
    switch (effect.do) {
      case 'open': {
        // The errand that its page will look for is there before the page is.
        const tabId = await tabs
          .openBlankTab(batch.scope.container)
          .catch(async (error: unknown) => {
            await forgetUnopened(batch);
            throw error;
          });
        await tell({ type: 'opened', tabId });
        // Cancelled while it opened: nobody waits for it, and it would stay behind empty.
        return (await underWay.isBatchIn(tabId))
          ? goTo(tabId, effect.address)
          : tabs.closeTab(tabId);
      }
      case 'go':
        if (batch.tabId !== undefined) await goOn(batch.tabId, effect.address);
        return;
      case 'start-errand':
        if (batch.tabId !== undefined) await startErrand(batch, effect.key, batch.tabId);
        return;
      case 'wake-at':
        return wakeAt(effect.at);
      case 'close-tab':
        if (batch.tabId !== undefined && (await tabs.shownIn(batch.tabId)))
          await tabs.closeTab(batch.tabId);
    }
  }

  async function startErrand({ scope }: Batch, key: SettingKey, tabId: number): Promise<void> {
    try {
      await errands.start(statuses.entryOf(key), scope, 'opt-out', tabId);
    } catch (error) {
      // It is at work for another account: the others go on.
      if (!(error instanceof Refused)) throw error;
      await tellOfErrand({ key, scope, outcome: { code: 'interrupted' } });
    }
  }

  /** Where no tab opens, nothing has begun. */
  async function forgetUnopened({ id }: Batch): Promise<void> {
    await store.update(batchItem, (found) => (found?.id === id ? null : found));
    await silence(BATCH_ALARM, batchItem);
    show.soon();
  }

  /** The browser put another tab in the place of the batch's. */
  async function followTab(tabId: number, by: number): Promise<void> {
    if (!(await underWay.isBatchIn(tabId))) return;
    await store.update(batchItem, (batch) =>
      batch?.tabId === tabId ? { ...batch, tabId: by } : batch,
    );
  }

  /** A tab in which the person went to another site is theirs, also where nobody heard of it. */
  async function goOn(tabId: number, address: string): Promise<void> {
    if ((await tabs.isOpen(tabId)) && !(await tabs.shownIn(tabId))) {
      const left = { type: 'stopped', reason: 'wrong-page', isLeft: true } as const;
      await tell({ ...left, random: chance.fraction() });
    } else await goTo(tabId, address);
  }

  /** That its tab has closed may have been told to a background that was killed over it. */
  async function goTo(tabId: number, address: string): Promise<void> {
    if (!(await tabs.sendTabTo(tabId, address))) await tabClosed(tabId);
  }

  /** The errand first: its outcome is part of what came of the batch. */
  async function tabClosed(tabId: number): Promise<void> {
    await errands.tellAll(tabId, { type: 'tab-closed' });
    await tellIn(tabId, { type: 'tab-closed' });
  }

  async function wakeAt(at: number): Promise<void> {
    await alarms.ringFrom(BATCH_ALARM, at);
    const inMs = at - clock.now();
    if (inMs < ALARM_GRAIN_MS) clock.after(Math.max(0, inMs), () => work.begin(ring));
  }
}
