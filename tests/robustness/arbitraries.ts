import fc from 'fast-check';
import {
  type Breaking,
  concealments,
  type GeneratedPage,
  locks,
  type Mutation,
  plainRender,
  type Render,
  states,
  versions,
} from './page.ts';
import { plausible } from './plausible.ts';
import { languagesOf, settingKeys } from './subject.ts';

/** A whole number of steps of ten milliseconds: finer ones find nothing more and shrink slowly. */
const ms = (min: number, max: number) =>
  fc.integer({ min: min / 10, max: max / 10 }).map((tens) => tens * 10);

/** Mostly nothing, so that one thing that happens is not drowned by all the others. */
const seldom = (weight: number, max: number) =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(0) }, { weight, arbitrary: ms(0, max) });

const render: fc.Arbitrary<Render> = fc.record({
  lateMs: seldom(6, 3_000),
  hydratesMs: seldom(5, 7_000),
  blank: fc.constantFrom('pristine', 'set'),
  by: fc.constantFrom('property', 'attribute'),
  again: fc.oneof(
    { weight: 3, arbitrary: fc.constant(plainRender.again) },
    {
      weight: 1,
      arbitrary: fc.record({ times: fc.integer({ min: 1, max: 5 }), everyMs: ms(20, 400) }),
    },
  ),
  request: fc.constantFrom('answered', 'none', 'failed', 'unanswered'),
  answeredBeforeMs: ms(0, 7_000),
  closerLookMs: seldom(3, 3_000),
  loadsMs: seldom(2, 3_000),
  busyMs: seldom(2, 4_000),
  sleep: fc.oneof(
    { weight: 9, arbitrary: fc.constant(plainRender.sleep) },
    { weight: 1, arbitrary: fc.record({ atMs: ms(0, 6_000), forMs: ms(2_000, 60_000) }) },
  ),
});

const extraSwitch = fc.record({
  who: fc.constantFrom('unknown', 'known', 'anonymous'),
  on: fc.boolean(),
  before: fc.boolean(),
  lateMs: seldom(4, 3_000),
});

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('wrapped'),
    depth: fc.integer({ min: 1, max: 8 }),
    tag: fc.constantFrom('div', 'section', 'span'),
  }),
  fc.record({ kind: fc.constant('classes'), seed: fc.nat(9_999) }),
  fc.record({ kind: fc.constant('ids'), seed: fc.nat(9_999) }),
  fc.record({ kind: fc.constant('attribute-order'), by: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ kind: fc.constant('attributes'), count: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('more-labels'), first: fc.boolean() }),
  fc.record({ kind: fc.constant('label-elsewhere') }),
  fc.record({ kind: fc.constant('mirrored') }),
  fc.record({
    kind: fc.constant('extra'),
    switches: fc.array(extraSwitch, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('copy'),
    how: fc.constantFrom(...concealments),
    other: fc.boolean(),
    before: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('look-alike'),
    which: fc.constantFrom('class', 'image', 'role-list', 'group', 'field'),
  }),
  fc.record({ kind: fc.constant('text'), seed: fc.nat(9) }),
  fc.record({
    kind: fc.constant('storm'),
    everyMs: ms(30, 300),
    forMs: ms(100, 20_000),
    where: fc.constantFrom('aside', 'main'),
  }),
  fc.record({
    kind: fc.constant('progress'),
    where: fc.constantFrom('aside', 'main', 'hidden'),
    untilMs: ms(100, 4_000),
  }),
  fc.record({
    kind: fc.constant('word'),
    where: fc.constantFrom('link', 'button', 'hidden', 'far', 'option', 'both', 'neighbour'),
  }),
  fc.record({ kind: fc.constant('chat'), on: fc.boolean() }),
  fc.record({
    kind: fc.constant('presses'),
    fromMs: ms(0, 500),
    pairs: fc.integer({ min: 1, max: 4 }),
    everyMs: ms(50, 350),
  }),
  fc.record({ kind: fc.constant('moved'), afterMs: ms(0, 1_500) }),
  fc.record({ kind: fc.constant('wobble'), flips: fc.constant(2), everyMs: ms(20, 400) }),
  fc.record({ kind: fc.constant('sign-in-elsewhere') }),
  fc.record({ kind: fc.constant('old-main') }),
  fc.record({ kind: fc.constant('in-modal') }),
  fc.record({ kind: fc.constant('first-asks'), untilMs: ms(100, 2_000) }),
  fc.record({
    kind: fc.constant('form'),
    field: fc.constantFrom('parentNode', 'matches', 'nodeType', 'querySelectorAll', 'checked'),
  }),
);

const breaking: fc.Arbitrary<Breaking> = fc.oneof(
  fc.record({ kind: fc.constant('removed'), afterMs: seldom(5, 2_000) }),
  fc.record({ kind: fc.constant('renamed-hook') }),
  fc.record({ kind: fc.constant('anonymous'), companions: fc.nat(2) }),
  fc.record({
    kind: fc.constant('misnamed'),
    hook: fc.constantFrom('none', 'ours', 'unknown'),
  }),
  fc.record({ kind: fc.constant('other-hook-our-name') }),
  fc.record({
    kind: fc.constant('twin'),
    place: fc.constantFrom('main', 'aside', 'shadow', 'late-shadow', 'revealed', 'revealed-late'),
  }),
  fc.record({ kind: fc.constant('named-twin') }),
  fc.record({ kind: fc.constant('attribute-against-property') }),
  fc.record({ kind: fc.constant('word-against-state') }),
  fc.record({ kind: fc.constant('mixed'), by: fc.constantFrom('property', 'attribute') }),
  fc.record({
    kind: fc.constant('garbage'),
    value: fc.constantFrom('', 'yes', '1', 'TRUE', 'on', 'undefined', null),
  }),
  fc.record({ kind: fc.constant('flicker'), everyMs: ms(50, 2_000) }),
  fc.record({ kind: fc.constant('re-rendered'), everyMs: ms(50, 2_500), blank: fc.boolean() }),
  fc.record({ kind: fc.constant('sign-in') }),
  fc.record({
    kind: fc.constant('modal'),
    by: fc.constantFrom('aria', 'native'),
    alone: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('stranger'), by: fc.constantFrom('name', 'hook') }),
  fc.record({
    kind: fc.constant('concealed'),
    how: fc.constantFrom(...concealments),
    decoy: fc.boolean(),
    known: fc.constantFrom('hook', 'name'),
  }),
  fc.record({ kind: fc.constant('replaced'), afterMs: ms(0, 3_000) }),
  fc.record({ kind: fc.constant('left-over') }),
  fc.record({ kind: fc.constant('widget-only') }),
  fc.record({ kind: fc.constant('closed-root') }),
  fc.record({ kind: fc.constant('in-dialog') }),
  fc.record({ kind: fc.constant('outside-main') }),
  fc.record({ kind: fc.constant('empty') }),
  fc.record({ kind: fc.constant('refused') }),
  fc.record({
    kind: fc.constant('busy'),
    by: fc.constantFrom('progress', 'attribute', 'loading'),
  }),
  fc.record({ kind: fc.constant('no-closer-look') }),
);

const setting = fc
  .constantFrom(...settingKeys)
  .chain((key) =>
    fc.record({ setting: fc.constant(key), language: fc.constantFrom(...languagesOf(key)) }),
  );

/** Every page that can be generated. The most plain ones first, so that a failure shrinks to them. */
export const generatedPage: fc.Arbitrary<GeneratedPage> = fc
  .record({
    where: setting,
    rest: fc.record({
      state: fc.constantFrom(...states),
      lock: fc.constantFrom(...locks),
      version: fc.constantFrom(...versions),
      flipped: fc.oneof(
        { weight: 9, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      render,
      mutations: fc.uniqueArray(mutation, { selector: ({ kind }) => kind, maxLength: 6 }),
      breaking: fc.option(breaking, { freq: 2, nil: null }),
    }),
  })
  .map(({ where, rest }) => plausible({ ...where, ...rest }));
