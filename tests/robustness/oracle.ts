import { type Position, positionOf, type Reading } from '../../src/core/reading/reading.ts';
import { type ListPage, showsAbsence } from './list-page.ts';
import { type GeneratedPage, isLockedIn, positionIn } from './page.ts';
import type { Run } from './run.ts';
import { subjectOf } from './subject.ts';

export const outcomes = [
  'right',
  'unknown',
  'inexact',
  'wrong-safe',
  'wrong-alarm',
  'threw',
] as const;
/** `inexact` is the right side, but taken for locked, or for not locked. */
export type Outcome = (typeof outcomes)[number];

interface Expectation {
  readonly truth: Position;
  readonly locked: boolean;
  readonly protectedWhen: Position;
  /** What may be said of it: `unknown` where the page does not show the truth. */
  readonly unknownIsRight: boolean;
  readonly warningIsRight: boolean;
  readonly reassuranceIsRight: boolean;
}

interface Said {
  readonly position: Position | undefined;
  readonly locked: boolean | undefined;
  /** Never part of a control's page. */
  readonly isAbsent: boolean;
}

/** What was said of the page's own setting, and whether anything wrong was said of its companions. */
export function judge(page: GeneratedPage, { reports, thrown }: Run): Outcome {
  if (thrown !== undefined) return 'threw';
  const own = reports.filter(({ key }) => key === page.setting);
  const outcome = outcomeOf(expectationOf(page), own.map(saidIn));
  const companions = subjectOf(page).companions.map(({ key }) => {
    const its = reports.filter((report) => report.key === key);
    return outcomeOf(expectedOfCompanion(page), its.map(saidIn));
  });
  return companions.find((one) => one !== 'right' && one !== 'unknown') ?? outcome;
}

/** Of a list: that a setting is not offered may only be said where the list shows it. */
export function judgeList(page: ListPage, { reports }: Run): Outcome {
  const own = reports.filter(({ key }) => key === page.setting);
  const saysAbsent = own.some(({ reading }) => reading.state === 'absent');
  if (saysAbsent && !showsAbsence(page)) return 'wrong-safe';
  return showsAbsence(page) && own.at(-1)?.reading.state !== 'absent' ? 'unknown' : 'right';
}

export function judgeYardstick(page: GeneratedPage, { yardstick, thrown }: Run): Outcome {
  if (thrown !== undefined) return 'threw';
  const said = { position: yardstick, locked: undefined, isAbsent: false };
  return outcomeOf(expectationOf(page), [said]);
}

/** Anything reassuring counts at any time, also if it was corrected; a warning only if it stayed. */
function outcomeOf(expected: Expectation, all: readonly Said[]): Outcome {
  const { truth, protectedWhen } = expected;
  const reassures = ({ position, isAbsent }: Said) => isAbsent || position === protectedWhen;
  const mayReassure = expected.reassuranceIsRight && truth === protectedWhen;
  if (!mayReassure && all.some(reassures)) return 'wrong-safe';

  const last = all.at(-1);
  if (last?.position === undefined) return expected.unknownIsRight ? 'right' : 'unknown';
  const mayWarn = expected.warningIsRight && truth === last.position;
  if (last.position !== protectedWhen && !mayWarn) return 'wrong-alarm';
  return last.locked === undefined || last.locked === expected.locked ? 'right' : 'inexact';
}

function saidIn({ reading }: { readonly reading: Reading }): Said {
  return {
    position: positionOf(reading),
    locked: reading.state === 'locked',
    isAbsent: reading.state === 'absent',
  };
}

function expectationOf(page: GeneratedPage): Expectation {
  return {
    truth: positionIn(page.state),
    locked: isLockedIn(page.state),
    protectedWhen: page.flipped ? 'on' : 'off',
    unknownIsRight: page.breaking !== null,
    ...whatMayBeSaid(page),
  };
}

function whatMayBeSaid(
  page: GeneratedPage,
): Pick<Expectation, 'warningIsRight' | 'reassuranceIsRight'> {
  const { breaking } = page;
  const all = { warningIsRight: true, reassuranceIsRight: true };
  const warning = { warningIsRight: true, reassuranceIsRight: false };
  const nothing = { warningIsRight: false, reassuranceIsRight: false };
  switch (breaking?.kind) {
    case undefined:
      return all;
    case 'renamed-hook':
      // Its name says which it is, where that is known.
      return subjectOf(page).isNameKnown ? all : nothing;
    case 'named-twin':
      // Where the name is not known, the twin is one switch more.
      return subjectOf(page).isNameKnown ? nothing : all;
    case 'anonymous':
      // The only switch at the setting's own address.
      return breaking.companions === 0 ? warning : nothing;
    case 'modal':
      return breaking.alone ? nothing : warning;
    case 'no-closer-look':
    case 're-rendered':
    case 'busy':
      return warning;
    default:
      return nothing;
  }
}

function expectedOfCompanion(page: GeneratedPage): Expectation {
  return {
    truth: positionIn(page.state) === 'off' ? 'on' : 'off',
    locked: false,
    protectedWhen: page.flipped ? 'on' : 'off',
    unknownIsRight: true,
    warningIsRight: true,
    reassuranceIsRight: true,
  };
}
