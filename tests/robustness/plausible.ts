import {
  type ExtraSwitch,
  type GeneratedPage,
  isLockedIn,
  type Mutation,
  positionIn,
  type Render,
} from './page.ts';

/** How long a page may take to show what its answered request told it. */
const APPLY_MS = 2_000;

/**
 * What a page cannot be is made one that it can be: a button is not indeterminate, and data that has
 * arrived is not kept back for seconds.
 */
export function plausible(page: GeneratedPage): GeneratedPage {
  const fitted = fitVersion(page);
  return {
    ...fitted,
    render: fitRender(fitted),
    mutations: fitted.mutations.flatMap((one) => fitMutation(fitted, one)),
  };
}

function fitVersion(page: GeneratedPage): GeneratedPage {
  const { breaking, version } = page;
  switch (breaking?.kind) {
    case 'attribute-against-property':
    case 'widget-only':
      return version === 'button' ? { ...page, version: 'native' } : page;
    case 'mixed':
      return version === 'button' ? { ...page, breaking: { ...breaking, by: 'attribute' } } : page;
    case 'twin': {
      // What is revealed after a reassurance was not there before it; after the reader's rest, which
      // comes sooner where the computer has slept, a style alone wakes nobody.
      const warns = positionIn(page.state) === (page.flipped ? 'off' : 'on');
      const mayBeLate = warns && page.render.sleep.forMs === 0;
      return breaking.place === 'revealed-late' && !mayBeLate
        ? { ...page, breaking: { ...breaking, place: 'revealed' } }
        : page;
    }
    case 'concealed':
      // Known by its name only, a control that nobody meets is no reason not to guess.
      return breaking.known === 'name'
        ? { ...page, breaking: { ...breaking, decoy: false } }
        : page;
    case 'garbage':
      return breaking.value === null ? { ...page, version: 'button' } : page;
    case 'word-against-state':
      // Where both words are sourced.
      return { ...page, version: 'worded', language: 'en' };
    case 'closed-root':
      return { ...page, version: 'shadow' };
    case 'busy':
    case 're-rendered':
    case 'no-closer-look':
      return { ...page, flipped: false };
    case 'stranger':
    case 'outside-main':
    case 'in-dialog':
    case 'anonymous':
    case 'left-over':
      return version === 'no-role' ? { ...page, version: 'native' } : page;
    default:
      return page;
  }
}

function fitRender({ render, version, breaking, flipped }: GeneratedPage): Render {
  const byScript = version === 'button' || render.blank === 'set';
  const isAnswered = render.request === 'answered';
  const answeredBeforeMs =
    byScript && isAnswered ? Math.min(render.answeredBeforeMs, APPLY_MS) : render.answeredBeforeMs;
  const isLeftOver = breaking?.kind === 'left-over';
  return {
    ...render,
    answeredBeforeMs,
    // What is left over stands there before the visit, and nobody renders it any more.
    // Where "off" warns, a control that is not brought to life soon warns, and no reader can tell.
    ...(flipped && { hydratesMs: Math.min(render.hydratesMs, 1_000) }),
    ...(isLeftOver && { lateMs: 0, hydratesMs: 0, again: { times: 0, everyMs: 100 } }),
    // Brought to life, a control is set by a script.
    ...(render.hydratesMs > 0 && render.blank === 'set' && { by: 'property' as const }),
  };
}

/** Without a control of its own a page must not show another that says nothing of which it is. */
function fitMutation(page: GeneratedPage, mutation: Mutation): Mutation[] {
  const { breaking, render, state } = page;
  switch (mutation.kind) {
    case 'wobble':
    case 'presses': {
      // Both at once would end wherever they happen to meet.
      const isWobbling = page.mutations.some(({ kind }) => kind === 'wobble');
      if (mutation.kind === 'presses' && isWobbling) return [];
      const isAlone =
        breaking === null &&
        (mutation.kind === 'wobble' || !isLockedIn(state)) &&
        render.hydratesMs === 0 &&
        render.again.times === 0;
      return isAlone ? [mutation] : [];
    }
    case 'extra': {
      const named = (one: ExtraSwitch): ExtraSwitch =>
        one.who === 'anonymous' ? { ...one, who: 'unknown' } : one;
      return [
        breaking === null ? mutation : { ...mutation, switches: mutation.switches.map(named) },
      ];
    }
    case 'copy':
      // Ids that stand twice on a page lend each other their names.
      return breaking === null || breaking.kind === 'modal' ? [mutation] : [];
    case 'in-modal':
    case 'first-asks':
    case 'label-elsewhere':
    case 'more-labels':
    case 'word':
    case 'mirrored':
      return breaking === null ? [mutation] : [];
    default:
      return [mutation];
  }
}
