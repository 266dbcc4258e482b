import type { StateWords } from '../../core/messages/orders.ts';
import type { Position } from '../../core/reading/reading.ts';
import { holderOf } from '../dom/composed.ts';
import { isPerceivable } from '../dom/perceivable.ts';
import { matches, queryIn } from '../dom/unclobbered.ts';

/** The word stands in the control's own row: so many steps up, and never where another switch is. */
const MAX_STEPS = 4;
const MAX_TEXTS = 40;
const NOT_ROWS = 'main, [role="main"], body, html';
const ANY_SWITCH = '[role="switch"], input[type="checkbox"]';
const OTHER_WORDS = 'a, button, option, script, style';

/** The position that the page writes beside a control; `undefined` where it writes none, or both. */
export function statedPosition(control: Element, words: StateWords): Position | undefined {
  const own = positionsIn(control, control, words);
  if (own.size > 0) return own.size === 1 ? [...own][0] : undefined;

  let row = holderOf(control);
  for (let steps = 0; row && steps < MAX_STEPS && !matches(row, NOT_ROWS); steps++) {
    if (queryIn(row, ANY_SWITCH).some((other) => other !== control)) return undefined;
    const said = positionsIn(row, control, words);
    if (said.size > 0) return said.size === 1 ? [...said][0] : undefined;
    row = holderOf(row);
  }
  return undefined;
}

function positionsIn(row: Element, control: Element, words: StateWords): Set<Position> {
  const said = new Set<Position>();
  const walker = control.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let texts = 0; texts < MAX_TEXTS && walker.nextNode(); texts++) {
    const position = positionIn(walker.currentNode.nodeValue ?? '', words);
    const place = walker.currentNode.parentElement;
    if (position && place && speaksFor(control, place) && isPerceivable(place)) said.add(position);
  }
  return said;
}

/** What stands in another link or button is that one's name. */
function speaksFor(control: Element, place: Element): boolean {
  const other = place.closest(OTHER_WORDS);
  return other === null || other === control;
}

function positionIn(text: string, { on, off }: StateWords): Position | undefined {
  const word = text.trim();
  if (on.includes(word)) return 'on';
  return off.includes(word) ? 'off' : undefined;
}
