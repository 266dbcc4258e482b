// What fixtures.test.ts has as `lab`.

import type { Orders } from '../../src/core/messages/orders.ts';
import type { Reading } from '../../src/core/reading/reading.ts';
import type { SettingKey } from '../../src/core/recipe/setting-key.ts';
import { type Look, lookAtControl } from '../../src/page/find/look.ts';
import { isCheckbox } from '../../src/page/find/snapshot.ts';
import { soughtBy } from '../../src/page/watch/visit.ts';
import { closer, framesLoaded, sceneNow } from './lab-entry.ts';

/** What is read of each setting. */
export type Readings = Readonly<Record<SettingKey, Reading>>;

export interface Seen {
  readonly captured: Readings;
  readonly flipped: Readings;
  readonly removed: Readings;
}

/** How a page writes the other position, by the word with which it writes one. */
export type Opposites = Readonly<Record<string, string>>;

/** Looks at the page as it is, with one setting's control the other way, and without that control. */
export async function lookThrice(
  key: SettingKey,
  orders: readonly Orders[],
  opposites: Opposites,
): Promise<Seen> {
  await framesLoaded();
  const control = looks(orders).get(key)?.control;

  const captured = readings(orders);
  if (control) flip(control, opposites);
  const flipped = readings(orders);
  control?.remove();
  return { captured, flipped, removed: readings(orders) };
}

function readings(orders: readonly Orders[]): Readings {
  return Object.fromEntries([...looks(orders)].map(([key, { reading }]) => [key, reading]));
}

function looks(orders: readonly Orders[]): Map<SettingKey, Look> {
  const scene = sceneNow();
  const one = (all: Orders, order: Orders['controls'][number]) =>
    lookAtControl(scene, soughtBy(all, order, new WeakSet()), closer);
  return new Map(
    orders.flatMap((all) => all.controls.map((order) => [order.key, one(all, order)] as const)),
  );
}

/** Property, attributes and the word beside it. */
function flip(control: Element, opposites: Opposites): void {
  const said = control.getAttribute('aria-checked');
  if (said !== null) control.setAttribute('aria-checked', String(said !== 'true'));
  if (isCheckbox(control)) {
    const checked = !control.checked;
    control.toggleAttribute('checked', checked);
    control.checked = checked;
  }
  const texts = document.createTreeWalker(ownPart(control), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    text.nodeValue = opposites[text.nodeValue?.trim() ?? ''] ?? text.nodeValue;
  }
}

/** As much of the page as holds no other switch. */
function ownPart(control: Element): Node {
  let part: ParentNode & Node = control;
  while (part.parentNode && part.parentNode.querySelectorAll('[role="switch"], input').length < 2) {
    part = part.parentNode;
  }
  return part;
}
