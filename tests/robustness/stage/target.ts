import type { Position } from '../../../src/core/reading/reading.ts';
import { breakingOf, type GeneratedPage, mutationOf } from '../page.ts';
import type { Subject } from '../subject.ts';
import { type Concealed, conceal } from './conceal.ts';
import type { Naming } from './naming.ts';
import { otherThan, targetSpec, truthOf } from './specs.ts';
import { plainRow, type RowSpec, type SwitchRow, switchRow } from './switch-row.ts';

const newHook = { attribute: 'aria-labelledby', value: 'allowSomethingNew' } as const;

/** The setting's own row, from when it appears until the page comes to rest, if it ever does. */
export function mountTarget(
  page: GeneratedPage,
  subject: Subject,
  naming: Naming,
  place: (row: HTMLElement) => void,
): void {
  const { lateMs, hydratesMs, blank, again } = page.render;
  const spec = targetSpec(page, subject);
  const never = breakingOf(page, 'busy') ?? breakingOf(page, 're-rendered')?.blank;
  let shown: Position | undefined = hydratesMs === 0 && !never ? truthOf(page) : undefined;

  const paint = (made: SwitchRow) => {
    if (shown === undefined) made.showBlank(blank);
    else made.show(shown);
    contradict(page, made, shown ?? 'off', spec);
  };
  const build = () => {
    const made = switchRow(spec, naming);
    if (breakingOf(page, 'widget-only')) made.control.remove();
    return { made, outer: dressed(page, made, subject.words, naming) };
  };
  let current = build();
  let isGone = false;

  const replace = () => {
    if (isGone) return;
    const fresh = build();
    current.outer.element.replaceWith(fresh.outer.element);
    current = fresh;
    current.outer.fill();
    paint(current.made);
  };
  const remove = () => {
    isGone = true;
    current.outer.element.remove();
  };
  const show = (position: Position) => {
    shown = position;
    paint(current.made);
  };
  setTimeout(() => {
    place(current.outer.element);
    current.outer.fill();
    paint(current.made);
    live(page, { replace, remove, show, current: () => current.made, shown: () => shown ?? 'off' });
  }, lateMs);
  if (hydratesMs > 0 && !never) setTimeout(() => show(truthOf(page)), lateMs + hydratesMs);
  for (let time = 1; time <= again.times; time++) {
    setTimeout(replace, lateMs + time * again.everyMs);
  }
}

interface Live {
  readonly replace: () => void;
  readonly remove: () => void;
  readonly show: (position: Position) => void;
  readonly current: () => SwitchRow;
  readonly shown: () => Position;
}

/** What goes on once the row stands there. */
function live(page: GeneratedPage, { replace, remove, show, current, shown }: Live): void {
  const flicker = breakingOf(page, 'flicker');
  if (flicker) setInterval(() => show(otherThan(shown())), flicker.everyMs);
  const again = breakingOf(page, 're-rendered');
  if (again) setInterval(replace, again.everyMs);
  const removed = breakingOf(page, 'removed');
  if (removed) setTimeout(remove, removed.afterMs);

  const moved = mutationOf(page, 'moved');
  if (moved) {
    setTimeout(() => {
      const { element } = current();
      element.parentElement?.append(element);
    }, moved.afterMs);
  }
  const wobble = mutationOf(page, 'wobble');
  for (let flip = 1; wobble && flip <= wobble.flips; flip++) {
    const at = page.render.hydratesMs + flip * wobble.everyMs;
    setTimeout(() => show(otherThan(shown())), at);
  }
  const presses = mutationOf(page, 'presses');
  for (let press = 1; presses && press <= presses.pairs * 2; press++) {
    setTimeout(
      () => current().control.click(),
      presses.fromMs + page.render.hydratesMs + press * presses.everyMs,
    );
  }
}

function contradict(
  page: GeneratedPage,
  { control, inner }: SwitchRow,
  shown: Position,
  { words }: RowSpec,
): void {
  const { breaking } = page;
  switch (breaking?.kind) {
    case 'attribute-against-property':
      control.setAttribute('aria-checked', String(shown === 'off'));
      break;
    case 'mixed':
      if (breaking.by === 'property' && 'indeterminate' in control) control.indeterminate = true;
      else control.setAttribute('aria-checked', 'mixed');
      break;
    case 'garbage':
      if (breaking.value === null) control.removeAttribute('aria-checked');
      else control.setAttribute('aria-checked', breaking.value);
      break;
    case 'word-against-state':
      for (const word of inner.querySelectorAll('span')) {
        if (word.textContent === words?.[shown]) word.textContent = words[otherThan(shown)];
      }
      break;
  }
}

/** The row in what stands around it. It is filled once it is connected, as a frame must be. */
function dressed(
  page: GeneratedPage,
  { element: row, inner }: SwitchRow,
  words: Words,
  naming: Naming,
): { element: HTMLElement; fill: () => void } {
  const word = mutationOf(page, 'word');
  let outer = row;
  if (word) outer = withWord(word.where, { row, inner }, words, page, naming);

  const { depth = 0, tag = 'div' } = mutationOf(page, 'wrapped') ?? {};
  for (let level = 0; level < depth; level++) {
    outer = naming.element(tag, { class: naming.className(`wrapper-${level}`) }, outer);
  }
  const field = mutationOf(page, 'form')?.field;
  if (field !== undefined) {
    outer = naming.element('form', {}, naming.element('input', { name: field }), outer);
  }
  const how = breakingOf(page, 'concealed')?.how;
  if (how === undefined || (how === 'frame' && page.version === 'frame')) {
    return { element: outer, fill: () => {} };
  }
  const concealed: Concealed = conceal(how, naming);
  return { element: concealed.element, fill: () => concealed.fill(outer) };
}

type Words = Readonly<Record<Position, string>>;
type WordPlace = NonNullable<ReturnType<typeof mutationOf<'word'>>>['where'];

/** Another word for a position near the control, which says nothing about the control. */
function withWord(
  where: WordPlace,
  { row, inner }: { row: HTMLElement; inner: HTMLElement },
  words: Words,
  page: GeneratedPage,
  naming: Naming,
): HTMLElement {
  const { element } = naming;
  const other = words[otherThan(truthOf(page))];
  switch (where) {
    case 'link':
      inner.prepend(element('a', { href: '#' }, other));
      return row;
    case 'button':
      inner.append(element('button', { type: 'button' }, other));
      return row;
    case 'option':
      inner.append(element('select', {}, element('option', {}, other)));
      return row;
    case 'hidden':
      inner.append(element('span', { hidden: '' }, other));
      return row;
    case 'both':
      inner.append(element('span', {}, words.on), element('span', {}, words.off));
      return row;
    case 'neighbour': {
      const neighbour = switchRow({ ...plainRow, hook: newHook, name: 'New', words }, naming);
      neighbour.show(otherThan(truthOf(page)));
      return element('div', {}, row, neighbour.element);
    }
    case 'far': {
      // No word of its own, so that one is looked for further up.
      if (page.version === 'worded') inner.lastElementChild?.remove();
      let outer = row;
      for (let level = 0; level < 5; level++) outer = element('div', {}, outer);
      outer.append(element('p', {}, other));
      return outer;
    }
  }
}
