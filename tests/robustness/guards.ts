import type { UnknownReason } from '../../src/core/reading/reading.ts';
import type { ReplacedText } from './guard-plugin.ts';
import { type ListPage, plainList } from './list-page.ts';
import { judge, judgeList } from './oracle.ts';
import { type GeneratedPage, plainPage, plainRender, type Render } from './page.ts';
import type { Run } from './run.ts';

/** One thing in the reader without which it would say something wrong of one page. */
export interface Guard extends ReplacedText {
  readonly page: GeneratedPage | ListPage;
  readonly expects: Expects;
}

/** What is asked of the page's reading beside that it is right. */
export interface Expects {
  readonly reason?: UnknownReason;
  /** Nothing else is said before. */
  readonly once?: boolean;
  /** Said so soon. */
  readonly byMs?: number;
}

type Page = Partial<Omit<GeneratedPage, 'render'>> & { readonly render?: Partial<Render> };

/** What is wrong with what was said of a guard's page, or nothing. */
export function faultIn({ page, expects }: Guard, run: Run): string | undefined {
  const outcome = 'list' in page ? judgeList(page, run) : judge(page, run);
  if (outcome !== 'right') return outcome;
  const own = run.reports.filter(({ key }) => key === page.setting);
  const reading = own.at(-1)?.reading;
  const reason = reading?.state === 'unknown' ? reading.reason : undefined;
  if (expects.reason && reason !== expects.reason) return `reason ${reason}`;
  if (expects.once && own.length > 1) return 'said something else before';
  const at = own.at(-1)?.atMs ?? Number.POSITIVE_INFINITY;
  return expects.byMs !== undefined && at > expects.byMs ? `only after ${at} ms` : undefined;
}

function guard(
  name: string,
  file: string,
  find: string,
  replace: string,
  { render, ...page }: Page,
  expects: Expects = {},
): Guard {
  const whole = { ...plainPage, ...page, render: { ...plainRender, ...render } };
  return { name, file: `src/page/${file}.ts`, find, replace, page: whole, expects };
}

function listGuard(
  name: string,
  file: string,
  find: string,
  replace: string,
  page: Partial<ListPage>,
): Guard {
  return {
    name,
    file: `src/page/${file}.ts`,
    find,
    replace,
    page: { ...plainList, ...page },
    expects: {},
  };
}

const UNPERCEIVED = `'[inert], [aria-hidden="true"]'`;
const BUSY = 'perceivable(roots, BUSY).some((one) => holds(part, one))';
const LOCKED = `control.matches(':disabled, [aria-readonly="true"]')`;
const ANSWERED = 'responseStatus >= 200 && responseStatus < 400';
const OURS = '!leftOver.has(control) && !isOneOf(others, control)';
const HERE = 'holds(main, one) && !closest(one, DIALOG)';
const ANONYMOUS = `name === '' && isAnonymous(control)`;
const WORD_HERE = 'speaksFor(control, place) && isPerceivable(place)';
const SAME =
  'look.control === before.look.control && sameReading(look.reading, before.look.reading)';
const MODAL = `dialog.getAttribute('aria-modal') === 'true' || dialog.matches(':modal')`;

const hiddenCopy = (
  how: 'inert' | 'aria-hidden' | 'display-none' | 'visibility' | 'unseen-frame' | 'flat',
) => ({ mutations: [{ kind: 'copy', how, other: true, before: true }] }) as const;
const lateTruth = { hydratesMs: 6_500, blank: 'set', request: 'none' } as const;

export const guards: readonly Guard[] = [
  guard('inert', 'dom/perceivable', UNPERCEIVED, `'[aria-hidden="true"]'`, hiddenCopy('inert')),
  guard('aria-hidden', 'dom/perceivable', UNPERCEIVED, `'[inert]'`, hiddenCopy('aria-hidden')),
  guard(
    'not rendered',
    'dom/perceivable',
    'one.checkVisibility({ visibilityProperty: true })',
    'true',
    { state: 'off', ...hiddenCopy('display-none') },
  ),
  guard(
    'visibility',
    'dom/perceivable',
    'one.checkVisibility({ visibilityProperty: true })',
    'one.checkVisibility()',
    hiddenCopy('visibility'),
  ),
  guard(
    'frame not rendered',
    'dom/perceivable',
    'one = frameOf(one)',
    'one = null',
    hiddenCopy('unseen-frame'),
  ),
  guard(
    'through frames',
    'dom/composed',
    'isShadowRoot(parent) ? parent.host : frameOf(element)',
    'isShadowRoot(parent) ? parent.host : null',
    {
      mutations: [{ kind: 'copy', how: 'inert-frame', other: true, before: true }],
    },
  ),
  guard(
    'through shadow roots',
    'dom/composed',
    'isShadowRoot(parent) ? parent.host : frameOf(element)',
    'isShadowRoot(parent) ? null : frameOf(element)',
    {
      mutations: [{ kind: 'copy', how: 'inert-host', other: true, before: true }],
    },
  ),
  guard(
    'fields named like properties: parent',
    'dom/unclobbered',
    'parentNode.call(node)',
    // What the field hides; without the end that it gets here the walk upwards would have none.
    'node.contains(node.parentNode) ? null : node.parentNode',
    {
      state: 'off',
      mutations: [{ kind: 'form', field: 'parentNode' }],
      breaking: { kind: 'concealed', how: 'inert', decoy: false, known: 'hook' },
    },
  ),
  guard(
    'fields named like properties: matches',
    'dom/unclobbered',
    'Element.prototype.matches.call(element, selector)',
    'element.matches(selector)',
    {
      mutations: [{ kind: 'form', field: 'matches' }],
    },
  ),
  guard(
    'fields named like properties: type',
    'dom/unclobbered',
    'nodeType.call(node) === Node.ELEMENT_NODE',
    'node.nodeType === Node.ELEMENT_NODE',
    {
      state: 'off',
      mutations: [{ kind: 'form', field: 'nodeType' }],
      breaking: { kind: 'concealed', how: 'inert', decoy: false, known: 'hook' },
    },
  ),
  guard(
    'fields named like properties: query',
    'dom/unclobbered',
    'Element.prototype.querySelectorAll.call(element, selector)',
    'element.querySelectorAll(selector)',
    {
      mutations: [{ kind: 'form', field: 'querySelectorAll' }],
    },
  ),

  guard('open shadow roots', 'dom/roots', 'waiting.push(element.shadowRoot)', '0', {
    version: 'shadow',
  }),
  guard('frames', 'dom/roots', 'waiting.push(inner)', '0', { version: 'frame' }),
  guard(
    'only what can be met is a switch',
    'find/snapshot',
    'withSwitchRole.filter(isPerceivable)',
    'withSwitchRole',
    {
      breaking: { kind: 'concealed', how: 'display-none', decoy: false, known: 'name' },
    },
  ),
  guard('the main part that is shown', 'find/snapshot', 'mains.find(isPerceivable)', 'mains[0]', {
    state: 'off',
    mutations: [{ kind: 'old-main' }],
  }),
  guard(
    'first role',
    'find/snapshot',
    `element.getAttribute('role')?.trim().split(/\\s+/, 1)[0]?.toLowerCase() === role`,
    `(element.getAttribute('role') ?? '').split(/\\s+/).includes(role)`,
    {
      version: 'no-role',
      mutations: [{ kind: 'look-alike', which: 'role-list' }],
    },
  ),
  guard(
    'only checkboxes',
    'find/snapshot',
    `element.localName === 'input' && (element as HTMLInputElement).type === 'checkbox'`,
    `element.localName === 'input'`,
    {
      mutations: [{ kind: 'look-alike', which: 'field' }],
    },
  ),
  guard(
    'hook among several ids',
    'find/identity',
    'idsIn(control, attribute).includes(value)',
    'control.getAttribute(attribute) === value',
    {
      mutations: [{ kind: 'more-labels', first: true }],
    },
  ),

  guard(
    'no guess for a concealed control',
    'find/find-control',
    'isConcealed(snapshot, search)',
    'false',
    {
      state: 'off',
      breaking: { kind: 'concealed', how: 'display-none', decoy: true, known: 'hook' },
    },
  ),
  guard(
    'room on the page',
    'find/find-control',
    'given.filter(takesRoom)',
    'given',
    hiddenCopy('flat'),
  ),
  guard('strategies agree', 'find/find-control', '!control || another', '!control', {
    state: 'off',
    breaking: { kind: 'twin', place: 'main' },
  }),
  guard(
    'names another setting',
    'find/find-control',
    'closer && namesAnother(control, search, closer)',
    'false',
    {
      breaking: { kind: 'misnamed', hook: 'ours' },
    },
  ),
  guard(
    'hook on what can be met',
    'find/find-control',
    'byKnownId(snapshot, search).filter(isPerceivable)',
    'byKnownId(snapshot, search)',
    { state: 'off', ...hiddenCopy('display-none') },
  ),
  guard('only in the main part', 'find/find-control', HERE, '!closest(one, DIALOG)', {
    breaking: { kind: 'outside-main' },
  }),
  guard('not in a dialog', 'find/find-control', HERE, 'holds(main, one)', {
    breaking: { kind: 'in-dialog' },
  }),
  guard('only one', 'find/find-control', 'here.length > 1', 'false', {
    state: 'off',
    breaking: { kind: 'anonymous', companions: 1 },
  }),
  guard('not left over', 'find/find-control', OURS, '!isOneOf(others, control)', {
    breaking: { kind: 'left-over' },
  }),
  guard('not the hook of another', 'find/find-control', OURS, '!leftOver.has(control)', {
    state: 'off',
    breaking: { kind: 'other-hook-our-name' },
  }),
  guard(
    'the only one is not named otherwise',
    'find/find-control',
    ANONYMOUS,
    'isAnonymous(control)',
    {
      breaking: { kind: 'stranger', by: 'name' },
    },
  ),
  guard('the only one has no other hook', 'find/find-control', ANONYMOUS, `name === ''`, {
    breaking: { kind: 'stranger', by: 'hook' },
  }),

  guard('named before it reassures', 'find/look', '!isNamed', 'false', {
    state: 'off',
    breaking: { kind: 'anonymous', companions: 0 },
  }),
  guard('covered', 'find/look', 'isCovered(control, snapshot.roots)', 'false', {
    state: 'off',
    breaking: { kind: 'modal', by: 'aria', alone: false },
  }),
  guard(
    'sign-in form',
    'find/look',
    'hasSignInForm(snapshot.roots)',
    'false',
    { breaking: { kind: 'sign-in' } },
    { reason: 'signed-out' },
  ),
  guard(
    'modal without a control',
    'find/look',
    'hasModal(snapshot.roots)',
    'false',
    { breaking: { kind: 'modal', by: 'native', alone: true } },
    { reason: 'covered' },
  ),
  guard(
    'refused',
    'find/look',
    'wasRefused()',
    'false',
    { breaking: { kind: 'refused' } },
    { reason: 'unreachable' },
  ),
  guard(
    'empty',
    'find/look',
    'isEmpty(snapshot)',
    'false',
    { breaking: { kind: 'empty' } },
    { reason: 'timeout' },
  ),

  {
    ...guard('not covered by its own dialog', 'find/obstacles', '!holds(dialog, control)', 'true', {
      state: 'off',
      mutations: [{ kind: 'in-modal' }],
    }),
    within: '.some((dialog) => !holds(dialog, control))',
  },
  guard(
    'only modals cover',
    'find/obstacles',
    'openDialogs(roots).filter(isModal)',
    'openDialogs(roots)',
    {
      state: 'off',
      mutations: [{ kind: 'chat', on: true }],
    },
  ),
  guard('modal by attribute', 'find/obstacles', MODAL, `dialog.matches(':modal')`, {
    state: 'off',
    breaking: { kind: 'modal', by: 'aria', alone: false },
  }),
  guard(
    'modal by the browser',
    'find/obstacles',
    MODAL,
    `dialog.getAttribute('aria-modal') === 'true'`,
    {
      state: 'off',
      breaking: { kind: 'modal', by: 'native', alone: false },
    },
  ),
  guard(
    'busy by attribute',
    'find/obstacles',
    `closest(part, '[aria-busy="true"]') !== null`,
    'false',
    {
      breaking: { kind: 'busy', by: 'attribute' },
      render: { blank: 'set' },
    },
  ),
  guard('busy by progress', 'find/obstacles', BUSY, 'false', {
    breaking: { kind: 'busy', by: 'progress' },
    render: { blank: 'set' },
  }),
  guard('busy while it loads', 'find/obstacles', `document.readyState !== 'complete'`, 'false', {
    breaking: { kind: 'busy', by: 'loading' },
    render: { blank: 'set' },
  }),
  guard('busy elsewhere', 'find/obstacles', BUSY, 'perceivable(roots, BUSY).length > 0', {
    state: 'off',
    mutations: [{ kind: 'progress', where: 'aside', untilMs: 0 }],
  }),
  guard('busy unseen', 'find/obstacles', BUSY, 'part.querySelector(BUSY) !== null', {
    state: 'off',
    mutations: [{ kind: 'progress', where: 'hidden', untilMs: 0 }],
  }),

  guard(
    'invalid aria-checked',
    'find/read-control',
    `attribute !== null && attribute !== 'true' && attribute !== 'false'`,
    'false',
    {
      state: 'off',
      breaking: { kind: 'garbage', value: 'yes' },
    },
  ),
  guard('indeterminate', 'find/read-control', 'control.indeterminate', 'false', {
    state: 'off',
    breaking: { kind: 'mixed', by: 'property' },
  }),
  guard(
    'attribute against property',
    'find/read-control',
    'said !== undefined && said !== control.checked',
    'false',
    {
      state: 'off',
      breaking: { kind: 'attribute-against-property' },
    },
  ),
  guard(
    'word against state',
    'find/read-control',
    'stated !== undefined && stated !== position',
    'false',
    {
      state: 'off',
      version: 'worded',
      breaking: { kind: 'word-against-state' },
    },
  ),
  guard('locked', 'find/read-control', LOCKED, `control.matches('[aria-readonly="true"]')`, {
    state: 'locked-on',
    lock: 'fieldset',
  }),
  guard('locked by aria-readonly', 'find/read-control', LOCKED, `control.matches(':disabled')`, {
    state: 'locked-on',
    lock: 'readonly',
  }),
  guard(
    'locked around it',
    'find/read-control',
    `closest(control, '[aria-disabled="true"]') !== null`,
    `control.matches('[aria-disabled="true"]')`,
    {
      state: 'locked-on',
      lock: 'ancestor',
    },
  ),

  guard(
    'word of another switch',
    'find/state-word',
    'queryIn(row, ANY_SWITCH).some((other) => other !== control)',
    'false',
    {
      mutations: [{ kind: 'word', where: 'neighbour' }],
    },
  ),
  guard('word far away', 'find/state-word', 'steps < MAX_STEPS', 'true', {
    mutations: [{ kind: 'word', where: 'far' }],
  }),
  guard('word of the page', 'find/state-word', '!matches(row, NOT_ROWS)', 'true', {
    mutations: [{ kind: 'text', seed: 2 }],
  }),
  guard('word of a link', 'find/state-word', WORD_HERE, 'isPerceivable(place)', {
    mutations: [{ kind: 'word', where: 'link' }],
  }),
  guard('word that is hidden', 'find/state-word', WORD_HERE, 'speaksFor(control, place)', {
    mutations: [{ kind: 'word', where: 'hidden' }],
  }),
  guard('both words', 'find/state-word', 'said.size === 1', 'said.size > 0', {
    state: 'off',
    mutations: [{ kind: 'word', where: 'both' }],
  }),

  guard('restless', 'watch/settling', 'settling.moves >= RESTLESS_AFTER', 'false', {
    state: 'off',
    breaking: { kind: 'flicker', everyMs: 300 },
  }),
  guard(
    'moves by a person',
    'watch/settling',
    '{ ...before, movedAt, touched: true, watched: 0, waited: 0, moves: 0 }',
    '{ ...before, movedAt, touched: true, watched: 0, waited: 0 }',
    {
      mutations: [
        { kind: 'wobble', flips: 6, everyMs: 300 },
        { kind: 'presses', fromMs: 3_000, pairs: 1, everyMs: 300 },
      ],
    },
  ),
  guard(
    'moves after a person',
    'watch/settling',
    '!touched && hasMoved(before.look.reading, look.reading)',
    'hasMoved(before.look.reading, look.reading)',
    {
      mutations: [
        { kind: 'presses', fromMs: 0, pairs: 1, everyMs: 300 },
        { kind: 'wobble', flips: 24, everyMs: 400 },
      ],
    },
  ),
  guard('asleep', 'watch/settling', 'Math.min(passed, LONGEST_STEP_MS)', 'passed', {
    render: { ...lateTruth, sleep: { atMs: 1_000, forMs: 20_000 } },
  }),
  guard('same control', 'watch/settling', SAME, 'sameReading(look.reading, before.look.reading)', {
    render: { blank: 'set' },
    breaking: { kind: 're-rendered', everyMs: 300, blank: true },
  }),
  guard('same reading', 'watch/settling', SAME, 'look.control === before.look.control', {
    breaking: { kind: 'flicker', everyMs: 2_400 },
  }),
  guard(
    'settled unknown',
    'watch/settling',
    'steady >= SETTLE_UNKNOWN_MS',
    'true',
    { state: 'off', mutations: [{ kind: 'first-asks', untilMs: 1_500 }] },
    { once: true },
  ),
  guard('settled', 'watch/settling', 'steady < SETTLE_MS', 'false', {
    render: { blank: 'set' },
    breaking: { kind: 're-rendered', everyMs: 2_400, blank: true },
  }),
  guard('unbacked', 'watch/settling', '(!needsMore || steady >= SETTLE_UNBACKED_MS)', 'true', {
    render: lateTruth,
  }),
  guard(
    'still coming',
    'watch/settling',
    'isStillLoading(reading)',
    'false',
    { render: { lateMs: 3_900 } },
    { once: true },
  ),
  guard(
    'time from its appearance',
    'watch/settling',
    'hasAppeared === before.hasAppeared',
    'true',
    { state: 'off', render: { lateMs: 5_000, request: 'none' } },
    { once: true },
  ),

  guard('answered', 'find/backed-by-data', 'isAnswered(requests(request))', 'true', {
    version: 'button',
    render: { ...lateTruth, request: 'unanswered', answeredBeforeMs: 6_500 },
  }),
  guard('answer has come', 'find/backed-by-data', ANSWERED, 'responseStatus < 400', {
    version: 'button',
    render: { ...lateTruth, request: 'unanswered', answeredBeforeMs: 6_500 },
  }),
  guard('answer is no error', 'find/backed-by-data', ANSWERED, 'responseStatus >= 200', {
    version: 'button',
    render: { ...lateTruth, request: 'failed', answeredBeforeMs: 6_500 },
  }),
  guard(
    'answer has been shown',
    'find/backed-by-data',
    'performance.now() - responseEnd >= SHOWN_AFTER_MS',
    'true',
    { version: 'button', render: { ...lateTruth, request: 'answered', answeredBeforeMs: 400 } },
  ),
  guard('pristine', 'find/backed-by-data', '!isPristine(control)', 'true', {
    render: { ...lateTruth, blank: 'pristine', request: 'answered', answeredBeforeMs: 6_500 },
  }),

  guard('jitter', 'watch/sampler', 'JITTER * (((polls * GOLDEN_RATIO) % 1) - 0.5)', '0', {
    state: 'off',
    breaking: { kind: 'flicker', everyMs: 50 },
  }),

  guard('no rest before it is over', 'watch/sampler', 'left <= 0 && mayRest()', 'left <= 0', {
    state: 'off',
    render: { lateMs: 5_000, request: 'none' },
  }),

  guard('closer look before it reassures', 'watch/watch', 'isDue && isReady()', 'isDue', {
    state: 'off',
    breaking: { kind: 'no-closer-look' },
  }),
  guard(
    'fresh eyes before it reassures',
    'watch/settling',
    `!isUrgent && extent !== 'whole'`,
    'false',
    {
      state: 'off',
      breaking: { kind: 'twin', place: 'late-shadow' },
    },
  ),
  guard(
    'fresh eyes after a warning',
    'watch/settling',
    'isLong && !settling.isConfirmed && isAsReported(settling)',
    'false',
    {
      breaking: { kind: 'twin', place: 'late-shadow' },
    },
    { byMs: 7_000 },
  ),
  guard(
    'names that come after a warning',
    'watch/settling',
    `extent === 'whole' || (extent === 'known' && before.isConfirmed)`,
    `extent !== 'outdated'`,
    {
      version: 'shadow',
      render: { closerLookMs: 2_000 },
      breaking: { kind: 'named-twin' },
    },
    { byMs: 8_400 },
  ),
  guard(
    'fresh eyes before it rests',
    'watch/sampler',
    'sampled.onSample(scan())',
    'sampled.onSample(snapshot)',
    {
      breaking: { kind: 'twin', place: 'revealed-late' },
    },
  ),
  guard(
    'walks for what is missing',
    'watch/sampler',
    'sampled.isMissing() && isScanDue()',
    'false',
    { version: 'shadow' },
    { byMs: 2_000 },
  ),

  guard(
    'press of a switch that is no checkbox',
    'watch/listen',
    'onTouch(control as Element)',
    '0',
    {
      version: 'button',
      mutations: [{ kind: 'presses', fromMs: 0, pairs: 4, everyMs: 400 }],
    },
  ),
  guard(
    'press of a checkbox',
    'watch/listen',
    `root.addEventListener('change', onMove, early)`,
    '0',
    {
      version: 'no-role',
      mutations: [{ kind: 'presses', fromMs: 0, pairs: 4, everyMs: 400 }],
    },
  ),
  guard('press in a frame', 'watch/sampler', 'roots.forEach(hear)', '0', {
    version: 'frame',
    mutations: [{ kind: 'presses', fromMs: 1_500, pairs: 4, everyMs: 400 }],
  }),
  guard(
    'which side reassures',
    'find/look',
    'positionOf(reading) === order.protectedWhen',
    `positionOf(reading) === 'off'`,
    {
      flipped: true,
      breaking: { kind: 'modal', by: 'aria', alone: false },
    },
  ),
  guard(
    'which side warns',
    'watch/settling',
    'warns(reading, protectedWhen)',
    `positionOf(reading) === 'on'`,
    {
      flipped: true,
      breaking: { kind: 're-rendered', everyMs: 300, blank: false },
    },
  ),
  guard(
    'an end to waiting',
    'watch/settling',
    'settling.waited >= DEADLINE_MS',
    'false',
    {
      state: 'off',
      breaking: { kind: 're-rendered', everyMs: 300, blank: false },
    },
    { reason: 'unsettled' },
  ),
  guard(
    'busy without a control',
    'watch/settling',
    `circumstances().busy ? { state: 'unknown', reason: 'timeout' } : reading`,
    'reading',
    {
      mutations: [{ kind: 'progress', where: 'main', untilMs: 20_000 }],
      breaking: { kind: 'removed', afterMs: 0 },
    },
    { reason: 'timeout' },
  ),

  listGuard(
    'every neighbour',
    'find/find-row',
    'neighbours.every((row) => row.some((segment) => seen.has(segment)))',
    'neighbours.some((row) => row.some((segment) => seen.has(segment)))',
    { missing: 1 },
  ),
  listGuard(
    'different neighbours',
    'find/find-row',
    'neighbours.every((row) => row.some((segment) => seen.has(segment)))',
    'rows.length >= neighbours.length',
    { isOneNeighbour: true },
  ),
  listGuard(
    'nothing to press for more',
    'find/find-row',
    'perceivable(roots, MORE)',
    `perceivable(roots, 'summary')`,
    {
      more: 'button',
    },
  ),
  listGuard(
    'nothing folded',
    'find/find-row',
    'perceivable(roots, MORE)',
    `perceivable(roots, 'button')`,
    {
      more: 'folded',
    },
  ),
  listGuard(
    'neighbours that are seen',
    'find/find-row',
    'segmentsOfRows.includes(segment) && isPerceivable(link)',
    'segmentsOfRows.includes(segment)',
    { areNeighboursHidden: true },
  ),
  listGuard(
    'a hidden row is there',
    'find/find-row',
    'links.some(({ segment }) => segments.includes(segment))',
    'links.some(({ link, segment }) => segments.includes(segment) && isPerceivable(link))',
    { offered: 'hidden' },
  ),
  listGuard('a list has settled', 'watch/settling', 'steady < SETTLE_MS', 'false', {
    offered: 'shown',
    ownRowMs: 3_000,
  }),
  listGuard(
    'a list is busy',
    'find/obstacles',
    `closest(part, '[aria-busy="true"]') !== null`,
    'false',
    { isBusy: true },
  ),
];
