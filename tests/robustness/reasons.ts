import type { UnknownReason } from '../../src/core/reading/reading.ts';
import type { Breaking, GeneratedPage } from './page.ts';
import type { Run } from './run.ts';

/** What a person is told of each failure, where nothing else is wrong with the page. */
const reasons: Readonly<Record<Breaking['kind'], readonly UnknownReason[]>> = {
  removed: ['not-found'],
  'renamed-hook': ['not-found'],
  anonymous: ['not-found'],
  misnamed: ['ambiguous', 'not-found'],
  'other-hook-our-name': ['ambiguous', 'not-found'],
  twin: ['ambiguous'],
  'named-twin': ['ambiguous'],
  'attribute-against-property': ['unreadable'],
  'word-against-state': ['unreadable'],
  mixed: ['unreadable'],
  garbage: ['unreadable'],
  flicker: ['unsettled'],
  're-rendered': ['unsettled'],
  'sign-in': ['signed-out'],
  stranger: ['not-found'],
  modal: ['covered'],
  concealed: ['not-found'],
  replaced: ['not-found'],
  'left-over': ['not-found'],
  'widget-only': ['not-found'],
  'closed-root': ['not-found'],
  'in-dialog': ['not-found'],
  'outside-main': ['not-found'],
  empty: ['timeout'],
  refused: ['unreachable'],
  busy: ['unsettled', 'timeout'],
  'no-closer-look': [],
};

/** The reason that was given last, if it is not one that fits. */
export function wrongReason({ breaking, setting }: GeneratedPage, run: Run): string | undefined {
  const last = run.reports.filter(({ key }) => key === setting).at(-1)?.reading;
  if (last?.state !== 'unknown' || !breaking) return undefined;
  return reasons[breaking.kind].includes(last.reason) ? undefined : last.reason;
}
