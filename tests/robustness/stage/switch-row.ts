import type { Position } from '../../../src/core/reading/reading.ts';
import type { Hook } from '../../../src/core/recipe/recipe.ts';
import type { Lock, Render, Version } from '../page.ts';
import type { Naming } from './naming.ts';

export interface RowSpec {
  readonly version: Version;
  /** Without one the control says nothing of which it is. */
  readonly hook: Hook | undefined;
  readonly name: string | undefined;
  readonly words: Readonly<Record<Position, string>> | undefined;
  readonly lock: Lock | undefined;
  readonly by: Render['by'];
  /** The label is not where the hook points. */
  readonly isLabelElsewhere: boolean;
  /** Ids that label the control beside the hook. */
  readonly moreLabels: 'none' | 'before' | 'after';
  /** `aria-checked` beside `.checked`. */
  readonly isMirrored: boolean;
  /** Attributes that mean nothing to a switch. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface SwitchRow {
  readonly element: HTMLElement;
  /** The label, the control and what is drawn for it, without what stands around them. */
  readonly inner: HTMLElement;
  readonly control: HTMLElement;
  readonly show: (position: Position) => void;
  /** Unticked before it is brought to life. */
  readonly showBlank: (blank: Render['blank']) => void;
}

export const plainRow: RowSpec = {
  version: 'native',
  hook: undefined,
  name: undefined,
  words: undefined,
  lock: undefined,
  by: 'property',
  isLabelElsewhere: false,
  moreLabels: 'none',
  isMirrored: false,
  attributes: {},
};

export function switchRow(spec: RowSpec, { element, className, id }: Naming): SwitchRow {
  const { version, words, lock, isMirrored, by } = spec;
  const label = labelOf(spec, { element, className, id });
  const control = element(version === 'button' ? 'button' : 'input', {
    type: version === 'button' ? 'button' : 'checkbox',
    role: version === 'no-role' ? undefined : 'switch',
    class: className('setting-toggle__input'),
    ...identityOf(spec, id),
    ...spec.attributes,
    ...(lock === 'aria-disabled' && { 'aria-disabled': 'true' }),
    ...(lock === 'readonly' && { 'aria-readonly': 'true' }),
    ...(lock === 'disabled' && { disabled: '' }),
  });
  const word = element('span', { class: className('artdeco-toggle__text') });
  const widget = element('span', {
    class: className('setting-toggle__toggle'),
    'aria-hidden': 'true',
  });
  const inner = element('div', { class: className('switch-row') }, label, control, widget);
  if (words) inner.append(word);

  const write = (position: Position) => {
    const on = position === 'on';
    widget.dataset['shown'] = position;
    word.textContent = words?.[position] ?? '';
    if (isMirrored || version === 'button') control.setAttribute('aria-checked', String(on));
  };
  const show = (position: Position) => {
    if ('checked' in control) {
      if (by === 'attribute') control.toggleAttribute('checked', position === 'on');
      else control.checked = position === 'on';
    }
    write(position);
  };
  control.addEventListener('click', () => {
    if (!('checked' in control)) {
      show(control.getAttribute('aria-checked') === 'true' ? 'off' : 'on');
    }
  });
  control.addEventListener('change', () => {
    if ('checked' in control) write(control.checked ? 'on' : 'off');
  });
  return {
    element: around(inner, lock, { element, className, id }),
    inner,
    control,
    show,
    showBlank: (blank) => {
      if ('checked' in control && blank === 'set') control.checked = false;
      write('off');
    },
  };
}

function labelOf(spec: RowSpec, { element, className, id }: Naming): HTMLElement {
  const { hook, isLabelElsewhere } = spec;
  const labelId = hook?.attribute === 'aria-labelledby' ? hook.value : id('label');
  const isPointedAt = hook !== undefined && !isLabelElsewhere;
  return element(
    'span',
    { class: className('label'), ...(isPointedAt && { id: labelId }) },
    // Without a hook the name is on the control itself, or nowhere.
    hook === undefined ? '' : (spec.name ?? ''),
  );
}

function identityOf({ hook, name, moreLabels }: RowSpec, id: Naming['id']): Record<string, string> {
  if (!hook) return name === undefined ? {} : { 'aria-label': name };
  const label = hook.attribute === 'id' ? id('label') : hook.value;
  const labels = { none: label, before: `${id('more')} ${label}`, after: `${label} ${id('more')}` };
  return {
    ...(hook.attribute === 'id' && { id: hook.value }),
    'aria-labelledby': labels[moreLabels],
  };
}

function around(inner: HTMLElement, lock: Lock | undefined, { element }: Naming): HTMLElement {
  if (lock === 'fieldset') return element('fieldset', { disabled: '' }, inner);
  if (lock === 'ancestor') return element('div', { 'aria-disabled': 'true' }, inner);
  return inner;
}
