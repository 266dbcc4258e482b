import type { ControlOrder, Orders } from '../../core/messages/orders.ts';
import type { Position, Reading } from '../../core/reading/reading.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import { type Pressed, press } from '../act/press.ts';
import { show } from '../act/show.ts';
import { findRoots } from '../dom/roots.ts';
import { isVouched } from '../find/backed-by-data.ts';
import { closerLook } from '../find/closer-look.ts';
import { type Look, lookAtControl, lookAtRow, type Sought } from '../find/look.ts';
import { type Scene, takeIn } from '../find/snapshot.ts';
import { unlistedOf } from '../report/unlisted.ts';
import type { Requests } from './requests.ts';
import type { HowSeen, Watched } from './track.ts';
import { watch } from './watch.ts';

/** Who is told what a visit finds. */
export interface Listener {
  /** Answers where the control is to be pressed to now, if it is. */
  read(key: SettingKey, reading: Reading, how: HowSeen): Promise<Position | undefined>;
  pressed(key: SettingKey, pressed: Pressed): void;
  shown(key: SettingKey): void;
  /** All switches on the page that are on and that no recipe names. Told when they have changed. */
  unlisted(ids: readonly string[]): void;
  /** Accessible names are needed; asked for again until they have come. */
  wantCloserLook(): void;
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
        look: (scene) => lookAtRow(scene, order),
        isVouched: () => false,
        onReading: (reading, how) => void listener.read(order.key, reading, how),
      }),
    ),
  ];
  const isReady = () => {
    if (orders.controls.length === 0 || closerLook()) return true;
    listener.wantCloserLook();
    return false;
  };
  // Computing names takes a script of its own: it is there by the time that a switch needs its name.
  isReady();
  const tell = tellUnlisted(orders, leftOver, listener);
  const onScene = (scene: Scene) => tell(scene, false);
  const onRest = (scene: Scene) => tell(scene, true);
  watch(document, watched, { isReady, onScene, onRest }, signal);
}

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
  return new WeakSet(takeIn(document, findRoots(document)).controls);
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
  const { key, protectedWhen, request } = sought.order;
  let pressed = false;
  let shown = toShow !== key;

  const lookNow = (scene: Scene): Look => lookAtControl(scene, sought, closerLook());
  const lookAgain = (): Look => lookNow(takeIn(document, findRoots(document)));
  return {
    protectedWhen,
    look: (scene) => {
      const look = lookNow(scene);
      if (!shown && show(look, scene)) {
        shown = true;
        listener.shown(key);
      }
      return look;
    },
    isVouched: ({ control }) => !!control && isVouched(control, request, requests),
    onReading: async (reading, how) => {
      const target = await listener.read(key, reading, how);
      if (!target || pressed || signal.aborted) return;
      pressed = true;
      const pressable = { look: lookAgain, request, requests };
      listener.pressed(key, await press(document, pressable, target, signal));
    },
  };
}

function tellUnlisted(
  { known }: Orders,
  leftOver: WeakSet<Element>,
  listener: Listener,
): (scene: Scene, isSettled: boolean) => void {
  let told: readonly string[] | undefined;
  return (scene, isSettled) => {
    const on = unlistedOf(scene, known, leftOver);
    // A page may still be bringing its switches to life: what is gone is news when it has settled.
    const ids = isSettled ? on : [...new Set([...(told ?? []), ...on])].toSorted();
    const isFirst = told === undefined && isSettled;
    if (!isFirst && ids.join() === (told ?? []).join()) return;
    told = ids;
    listener.unlisted(ids);
  };
}
