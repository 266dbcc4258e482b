import type { PressResult } from '../core/errand.ts';
import type { ControlOrder, Orders, RowOrder } from '../core/orders.ts';
import type { Position, Reading } from '../core/reading.ts';
import type { SettingKey } from '../core/setting-key.ts';
import { type Look, lookAtControl, lookAtRow } from './look.ts';
import { perceivable } from './perceivable.ts';
import { press } from './press.ts';
import { show } from './show.ts';
import { watch } from './watch.ts';

/** Who is told what a visit finds. */
export interface Listener {
  /** Answers whether the control is to be pressed now. */
  read(key: SettingKey, reading: Reading, touched: boolean): Promise<boolean>;
  pressed(key: SettingKey, result: PressResult): void;
  shown(key: SettingKey): void;
}

/** Carries out the orders for one address of a page until the signal aborts: the person went elsewhere. */
export function visit(
  document: Document,
  orders: Orders,
  leftOver: WeakSet<Element>,
  listener: Listener,
  signal: AbortSignal,
): void {
  for (const order of orders.controls) {
    visitControl(document, order, orders, leftOver, listener, signal);
  }
  for (const order of orders.rows) visitRow(document, order, listener, signal);
}

/** The controls that stand on a page now, to be told from those of the next address. */
export function controlsOn(document: Document): WeakSet<Element> {
  return new WeakSet(perceivable(document, '[role="switch"]'));
}

function visitControl(
  document: Document,
  { key, probe, protectedWhen }: ControlOrder,
  { foreignIds, show: toShow }: Orders,
  leftOver: WeakSet<Element>,
  listener: Listener,
  signal: AbortSignal,
): void {
  const target = protectedWhen;
  let pressed = false;
  let shown = toShow !== key;

  const look = (): Look => {
    const seen = lookAtControl(document, { probe, foreignIds, leftOver }, protectedWhen);
    if (!shown && show(seen)) {
      shown = true;
      listener.shown(key);
    }
    return seen;
  };
  const onReading = async (reading: Reading, touched: boolean) => {
    const mayPress = await listener.read(key, reading, touched);
    if (!mayPress || pressed || signal.aborted) return;
    pressed = true;
    listener.pressed(key, await press(document, look, target, signal));
  };
  watch({ document, protectedWhen, look, onReading }, signal);
}

function visitRow(
  document: Document,
  order: RowOrder,
  listener: Listener,
  signal: AbortSignal,
): void {
  // Neither side of a switch is read from a list, so which of them reassures does not matter here.
  const protectedWhen: Position = 'off';
  watch(
    {
      document,
      protectedWhen,
      look: () => lookAtRow(document, order),
      onReading: (reading, touched) => void listener.read(order.key, reading, touched),
    },
    signal,
  );
}
