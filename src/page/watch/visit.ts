import type { ControlOrder, Orders } from '../../core/messages/orders.ts';
import { type Position, positionOf } from '../../core/reading/reading.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import type { Pressed } from '../act/press.ts';
import { show } from '../act/show.ts';
import { closerLook } from '../closer-look.ts';
import { findRoots } from '../dom/roots.ts';
import { isBackedByData } from '../find/backed-by-data.ts';
import { type Look, lookAtControl, lookAtRow, type Sought, unknownLook } from '../find/look.ts';
import { type PageSnapshot, snapshotOf } from '../find/snapshot.ts';
import { findUnlisted } from '../report/unlisted.ts';
import type { Requests } from './requests.ts';
import { type Reported, type Watched, watch } from './watch.ts';

/** Who is told what a visit finds. */
export interface Listener {
  /** Answers where the control is to be pressed to now, if it is. */
  read(key: SettingKey, report: Reported): Promise<Position | undefined>;
  pressed(key: SettingKey, pressed: Pressed): void;
  shown(key: SettingKey): void;
  /** All switches on the page that are on and that no recipe names. Told when they have changed. */
  unlisted(ids: readonly string[]): void;
  /** Asks for the closer look once more. */
  wantCloserLook(): Promise<void>;
}

/** Carries out the orders for one address of a page until the signal aborts: the person went elsewhere. */
export function visit(
  document: Document,
  orders: Orders,
  leftOver: WeakSet<Element>,
  requests: Requests,
  listener: Listener,
  signal: AbortSignal,
): void {
  const page = { document, requests, toShow: orders.show };
  const watched = [
    ...orders.controls.map((order) =>
      watchedControl(page, soughtBy(orders, order, leftOver), listener, signal),
    ),
    ...orders.rows.map(
      (order): Watched => ({
        // Neither side of a switch is read from a list, so which of them reassures does not matter.
        protectedWhen: 'off',
        warnsEarly: true,
        look: (snapshot) => lookAtRow(snapshot, order),
        isBackedByData: () => false,
        onReport: (report) => void listener.read(order.key, report),
      }),
    ),
  ];
  const isReady = () => {
    if (orders.controls.length === 0 || closerLook()) return true;
    void listener.wantCloserLook();
    return false;
  };
  // It is there by the time that a switch needs its name.
  isReady();
  const tell = tellUnlisted(orders, leftOver, listener);
  const onSnapshot = (snapshot: PageSnapshot) => tell(snapshot, false);
  const onRest = (snapshot: PageSnapshot) => tell(snapshot, true);
  watch(document, watched, { isReady, onSnapshot, onRest }, signal);
}

/** Nothing is pressed later than this: the person was told by then what came of it. */
const HANDS_COME_WITHIN_MS = 10_000;

export function soughtBy(
  { known, stateWords }: Orders,
  order: ControlOrder,
  leftOver: WeakSet<Element>,
): Sought {
  const others = known.filter(({ key }) => key !== order.key);
  return { order, others, stateWords, leftOver };
}

/** The controls that stand on a page now, to be told from those of the next address. */
export function controlsOn(document: Document): WeakSet<Element> {
  return new WeakSet(snapshotOf(document, findRoots(document)).controls);
}

interface Page {
  readonly document: Document;
  readonly requests: Requests;
  /** The setting whose control is to be brought into view. */
  readonly toShow: SettingKey | undefined;
}

function watchedControl(
  { document, requests, toShow }: Page,
  sought: Sought,
  listener: Listener,
  signal: AbortSignal,
): Watched {
  const { key, protectedWhen, warnsEarly, request, save } = sought.order;
  let pressed = false;
  let shown = toShow !== key;

  const lookNow = (snapshot: PageSnapshot): Look => lookAtControl(snapshot, sought, closerLook());
  const lookSaved = (snapshot: PageSnapshot): Look => {
    const look = lookNow(snapshot);
    // What protects is so only once it is saved; what warns is reported in any case.
    const mayBeUnsaved = save && look.control && positionOf(look.reading) === protectedWhen;
    if (!mayBeUnsaved) return look;
    const isSaved = closerLook()?.isSaved(snapshot.roots, look.control, save);
    if (isSaved) return look;
    return unknownLook(isSaved === false ? 'unsaved' : 'unreadable', look.control);
  };
  const hasData = (control: Element) => isBackedByData(control, request, requests);
  const lookAgain = (): Look => lookNow(snapshotOf(document, findRoots(document)));
  return {
    protectedWhen,
    warnsEarly,
    look: (snapshot) => {
      const look = lookSaved(snapshot);
      if (!shown && show(look, snapshot)) {
        shown = true;
        listener.shown(key);
      }
      return look;
    },
    isBackedByData: ({ control }) => !!control && hasData(control),
    onReport: async (report) => {
      const target = await listener.read(key, report);
      if (!target || pressed || signal.aborted) return;
      pressed = true;
      const until = Date.now() + HANDS_COME_WITHIN_MS;
      while (!closerLook() && !signal.aborted && Date.now() < until) {
        await listener.wantCloserLook();
      }
      const pressable = { look: lookAgain, request, requests, save, hasData };
      const closer = closerLook();
      const outcome = await closer?.press(document, pressable, closer, target, signal);
      listener.pressed(key, outcome ?? { result: 'lost', saved: false });
    },
  };
}

function tellUnlisted(
  { known }: Orders,
  leftOver: WeakSet<Element>,
  listener: Listener,
): (snapshot: PageSnapshot, isSettled: boolean) => void {
  let told: readonly string[] | undefined;
  return (snapshot, isSettled) => {
    const on = findUnlisted(snapshot, known, leftOver);
    // A page may still be bringing its switches to life: what is gone is news when it has settled.
    const ids = isSettled ? on : [...new Set([...(told ?? []), ...on])].toSorted();
    const isFirst = told === undefined && isSettled;
    if (!isFirst && ids.join() === (told ?? []).join()) return;
    told = ids;
    listener.unlisted(ids);
  };
}
