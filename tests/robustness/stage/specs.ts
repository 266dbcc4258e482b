import type { Position } from '../../../src/core/reading/reading.ts';
import { type GeneratedPage, isLockedIn, mutationOf, positionIn } from '../page.ts';
import type { Subject } from '../subject.ts';
import { plainRow, type RowSpec } from './switch-row.ts';

/** How the setting's own row is made, after what was done to it. */
export function targetSpec(page: GeneratedPage, subject: Subject): RowSpec {
  const labels = mutationOf(page, 'more-labels');
  const attributes = Object.entries(harmless).slice(0, mutationOf(page, 'attributes')?.count ?? 0);
  const spec: RowSpec = {
    version: page.version,
    hook: subject.hook,
    name: subject.name,
    words: page.version === 'worded' ? subject.words : undefined,
    lock: isLockedIn(page.state) ? page.lock : undefined,
    by: page.render.by,
    isLabelElsewhere: mutationOf(page, 'label-elsewhere') !== undefined,
    moreLabels: labels ? (labels.first ? 'before' : 'after') : 'none',
    isMirrored: mutationOf(page, 'mirrored') !== undefined,
    attributes: Object.fromEntries(attributes),
  };
  return broken(spec, page, subject);
}

/** A row for a switch of whom nothing is said. */
export function besideSpec(page: GeneratedPage, subject: Subject): RowSpec {
  return {
    ...plainRow,
    version: page.version === 'no-role' ? 'native' : page.version,
    words: page.version === 'worded' ? subject.words : undefined,
  };
}

export function otherThan(position: Position): Position {
  return position === 'on' ? 'off' : 'on';
}

export function truthOf(page: GeneratedPage): Position {
  return positionIn(page.state);
}

const unknownHook = { attribute: 'aria-labelledby', value: 'someOtherSwitch' } as const;

const harmless = {
  'data-control-name': 'toggle_button',
  'aria-describedby': 'more',
  'data-checked': 'false',
  name: 'toggle',
  'aria-required': 'false',
  value: 'off',
  'aria-pressed': 'false',
  'data-state': 'unchecked',
  tabindex: '0',
};

function broken(spec: RowSpec, page: GeneratedPage, { other }: Subject): RowSpec {
  switch (page.breaking?.kind) {
    case 'renamed-hook':
      return { ...spec, hook: unknownHook };
    case 'anonymous':
    case 'left-over':
    case 'in-dialog':
    case 'outside-main':
      return { ...spec, hook: undefined, name: undefined };
    case 'stranger':
      return page.breaking.by === 'name'
        ? { ...spec, hook: undefined, name: 'Another switch' }
        : { ...spec, hook: unknownHook, isLabelElsewhere: true };
    case 'concealed':
      return page.breaking.known === 'name' ? { ...spec, hook: unknownHook } : spec;
    case 'misnamed': {
      const hooks = { none: undefined, ours: spec.hook, unknown: unknownHook };
      return { ...spec, hook: hooks[page.breaking.hook], name: other.name };
    }
    case 'other-hook-our-name':
      return { ...spec, hook: other.hook };
    default:
      return spec;
  }
}

export function namedTwinSpec(page: GeneratedPage, subject: Subject): RowSpec {
  return { ...besideSpec(page, subject), hook: unknownHook, name: subject.name };
}
