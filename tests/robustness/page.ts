import type { SettingKey } from '../../src/core/recipe/setting-key.ts';

/*
 * A generated page is data: the truth that is put in, how the page is made, how it comes to life, and
 * what was done to it. The same data is the same page, in any run and in any browser.
 */

export const states = ['on', 'off', 'locked-on', 'locked-off'] as const;
export type State = (typeof states)[number];

/** How a page says that its control is locked. */
export const locks = ['disabled', 'aria-disabled', 'fieldset', 'ancestor', 'readonly'] as const;
export type Lock = (typeof locks)[number];

/** Versions of the page: today's, and those that it might become. */
export const versions = ['native', 'button', 'no-role', 'worded', 'shadow', 'frame'] as const;
export type Version = (typeof versions)[number];

/** Languages for which no recipe has a name or a word. */
export const unsourcedLanguages = ['sv', 'ja', 'ar'] as const;

export interface Render {
  /** When the control appears. */
  readonly lateMs: number;
  /** How long it then stands unticked, whatever the truth. */
  readonly hydratesMs: number;
  /** An unticked control that nobody has set, or that a script has unticked. */
  readonly blank: 'pristine' | 'set';
  /** How the truth is written into a native control. */
  readonly by: 'property' | 'attribute';
  readonly again: { readonly times: number; readonly everyMs: number };
  /** The page's request for the state; where answered, so long before the control shows it. */
  readonly request: 'none' | 'answered' | 'failed' | 'unanswered';
  readonly answeredBeforeMs: number;
  /** When accessible names are at hand. */
  readonly closerLookMs: number;
  /** When the document is complete. */
  readonly loadsMs: number;
  /** Until when the page says that it is busy. */
  readonly busyMs: number;
  /** The computer sleeps: so much later, nothing has happened. */
  readonly sleep: { readonly atMs: number; readonly forMs: number };
}

export const concealments = [
  'display-none',
  'visibility',
  'hidden',
  'inert',
  'aria-hidden',
  'template',
  'details',
  'frame',
  'unseen-frame',
  'inert-frame',
  'inert-host',
] as const;
export type Concealment = (typeof concealments)[number];

export interface ExtraSwitch {
  readonly who: 'unknown' | 'known' | 'anonymous';
  readonly on: boolean;
  readonly before: boolean;
  readonly lateMs: number;
}

/** What keeps the meaning: a person would read the same from the page. */
export type Mutation =
  | { readonly kind: 'wrapped'; readonly depth: number; readonly tag: 'div' | 'section' | 'span' }
  | { readonly kind: 'classes'; readonly seed: number }
  | { readonly kind: 'ids'; readonly seed: number }
  | { readonly kind: 'attribute-order'; readonly by: number }
  | { readonly kind: 'attributes'; readonly count: number }
  | { readonly kind: 'more-labels'; readonly first: boolean }
  | { readonly kind: 'label-elsewhere' }
  | { readonly kind: 'mirrored' }
  | { readonly kind: 'extra'; readonly switches: readonly ExtraSwitch[] }
  | {
      readonly kind: 'copy';
      /** One that is only flat could be met: it must not be taken for the control. */
      readonly how: Concealment | 'flat';
      readonly other: boolean;
      readonly before: boolean;
    }
  | {
      readonly kind: 'look-alike';
      readonly which: 'class' | 'image' | 'role-list' | 'group' | 'field';
    }
  | { readonly kind: 'text'; readonly seed: number }
  | {
      readonly kind: 'storm';
      readonly everyMs: number;
      readonly forMs: number;
      readonly where: 'aside' | 'main';
    }
  | {
      readonly kind: 'progress';
      readonly where: 'aside' | 'main' | 'hidden';
      readonly untilMs: number;
    }
  | {
      readonly kind: 'word';
      readonly where: 'link' | 'button' | 'hidden' | 'far' | 'option' | 'both' | 'neighbour';
    }
  | { readonly kind: 'chat'; readonly on: boolean }
  | {
      readonly kind: 'presses';
      readonly fromMs: number;
      readonly pairs: number;
      readonly everyMs: number;
    }
  | { readonly kind: 'moved'; readonly afterMs: number }
  | { readonly kind: 'wobble'; readonly flips: number; readonly everyMs: number }
  | { readonly kind: 'sign-in-elsewhere' }
  | { readonly kind: 'old-main' }
  | { readonly kind: 'in-modal' }
  | { readonly kind: 'first-asks'; readonly untilMs: number }
  | { readonly kind: 'form'; readonly field: string };

export const mutationKinds = [
  'wrapped',
  'classes',
  'ids',
  'attribute-order',
  'attributes',
  'more-labels',
  'label-elsewhere',
  'mirrored',
  'extra',
  'copy',
  'look-alike',
  'text',
  'storm',
  'progress',
  'word',
  'chat',
  'presses',
  'moved',
  'wobble',
  'sign-in-elsewhere',
  'old-main',
  'in-modal',
  'first-asks',
  'form',
] as const satisfies readonly Mutation['kind'][];

/** What takes the meaning away, or contradicts it. */
export type Breaking =
  | { readonly kind: 'removed'; readonly afterMs: number }
  | { readonly kind: 'renamed-hook' }
  | { readonly kind: 'anonymous'; readonly companions: number }
  | { readonly kind: 'misnamed'; readonly hook: 'none' | 'ours' | 'unknown' }
  | { readonly kind: 'other-hook-our-name' }
  | {
      readonly kind: 'twin';
      readonly place: 'main' | 'aside' | 'shadow' | 'late-shadow' | 'revealed' | 'revealed-late';
    }
  | { readonly kind: 'named-twin' }
  | { readonly kind: 'attribute-against-property' }
  | { readonly kind: 'word-against-state' }
  | { readonly kind: 'mixed'; readonly by: 'property' | 'attribute' }
  | { readonly kind: 'garbage'; readonly value: string | null }
  | { readonly kind: 'flicker'; readonly everyMs: number }
  | { readonly kind: 're-rendered'; readonly everyMs: number; readonly blank: boolean }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'stranger'; readonly by: 'name' | 'hook' }
  | { readonly kind: 'modal'; readonly by: 'aria' | 'native'; readonly alone: boolean }
  | {
      readonly kind: 'concealed';
      readonly how: Concealment;
      readonly decoy: boolean;
      readonly known: 'hook' | 'name';
    }
  | { readonly kind: 'replaced'; readonly afterMs: number }
  | { readonly kind: 'left-over' }
  | { readonly kind: 'widget-only' }
  | { readonly kind: 'closed-root' }
  | { readonly kind: 'in-dialog' }
  | { readonly kind: 'outside-main' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'busy'; readonly by: 'progress' | 'attribute' | 'loading' }
  | { readonly kind: 'no-closer-look' };

export const breakingKinds = [
  'removed',
  'renamed-hook',
  'anonymous',
  'misnamed',
  'other-hook-our-name',
  'twin',
  'named-twin',
  'attribute-against-property',
  'word-against-state',
  'mixed',
  'garbage',
  'flicker',
  're-rendered',
  'sign-in',
  'stranger',
  'modal',
  'concealed',
  'replaced',
  'left-over',
  'widget-only',
  'closed-root',
  'in-dialog',
  'outside-main',
  'empty',
  'refused',
  'busy',
  'no-closer-look',
] as const satisfies readonly Breaking['kind'][];

export interface GeneratedPage {
  readonly setting: SettingKey;
  readonly state: State;
  readonly lock: Lock;
  readonly language: string;
  readonly version: Version;
  /** Read as if the recipe said that "on" protects. */
  readonly flipped: boolean;
  readonly render: Render;
  readonly mutations: readonly Mutation[];
  readonly breaking: Breaking | null;
}

/** Rendered at once and for good, and its request answered. */
export const plainRender: Render = {
  lateMs: 0,
  hydratesMs: 0,
  blank: 'pristine',
  by: 'property',
  again: { times: 0, everyMs: 100 },
  request: 'answered',
  answeredBeforeMs: 0,
  closerLookMs: 0,
  loadsMs: 0,
  busyMs: 0,
  sleep: { atMs: 0, forMs: 0 },
};

export const plainPage: GeneratedPage = {
  setting: 'linkedin/ai-training' as SettingKey,
  state: 'on',
  lock: 'disabled',
  language: 'en',
  version: 'native',
  flipped: false,
  render: plainRender,
  mutations: [],
  breaking: null,
};

export function mutationOf<Kind extends Mutation['kind']>(
  { mutations }: GeneratedPage,
  kind: Kind,
): Extract<Mutation, { kind: Kind }> | undefined {
  return mutations.find((one): one is Extract<Mutation, { kind: Kind }> => one.kind === kind);
}

export function breakingOf<Kind extends Breaking['kind']>(
  { breaking }: GeneratedPage,
  kind: Kind,
): Extract<Breaking, { kind: Kind }> | undefined {
  return breaking?.kind === kind ? (breaking as Extract<Breaking, { kind: Kind }>) : undefined;
}

export function positionIn(state: State): 'on' | 'off' {
  return state.endsWith('on') ? 'on' : 'off';
}

export function isLockedIn(state: State): boolean {
  return state.startsWith('locked');
}
