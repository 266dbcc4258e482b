/*
 * The rules of one setting as lines in time: places of one history share a track, and a track is cut
 * into periods. Nothing is said here that the rules do not say; where they are silent, a period is.
 */

import type { KnownJurisdictions } from '../recipe/check-rules.ts';
import type { Rule, Setting } from '../recipe/recipe.ts';
import type { Day } from '../time/day.ts';
import { type Groups, toJurisdiction } from './jurisdiction.ts';
import { EVERYWHERE_ELSE, rulesFor } from './rules.ts';
import type { Span } from './span.ts';

/** How a setting stands by default in a place: as the rule says, `paused`, or `none` without a rule. */
export const stands = ['exempt', 'paused', 'consent', 'off', 'on', 'none'] as const;
export type Stand = (typeof stands)[number];

export interface Period {
  /** `paused`: an exemption that began on the very day on which a default of `on` ended there. */
  readonly stand: Stand;
  readonly from: Day;
  /** Exclusive; absent means still. */
  readonly until: Day | undefined;
  readonly rule: Rule | undefined;
}

export interface Track {
  /**
   * `named`: rules name these places. `elsewhere`: all that no rule names. `unsourced`: those that are
   * kept out of `elsewhere`, because nobody could source what holds there.
   */
  readonly kind: 'named' | 'elsewhere' | 'unsourced';
  /** Group names and ISO codes that stand for all of `codes`, the smallest group first. */
  readonly names: readonly string[];
  readonly codes: readonly string[];
  /** At least one; each begins where the one before it ends, and the last is open. */
  readonly periods: readonly [Period, ...Period[]];
}

export interface RulesInTime {
  /** From the first of the month in which the first rule began, to today or the last change. */
  readonly span: Span;
  /** Each day on which anything changed anywhere, in order. */
  readonly changes: readonly Day[];
  /** Every place is on exactly one. */
  readonly tracks: readonly Track[];
}

type Ruled = Pick<Setting, 'rules' | 'unsourced'>;

/** @param setting has at least one rule */
export function rulesInTime(setting: Ruled, known: KnownJurisdictions, today: Day): RulesInTime {
  const changes = changesOf(setting.rules);
  const span = {
    first: `${(changes[0] ?? today).slice(0, 7)}-01`,
    last: [today, ...changes].toSorted().at(-1) ?? today,
  };
  return { span, changes, tracks: tracksOf(setting, known, span.first) };
}

export function trackOf(tracks: readonly Track[], code: string): Track | undefined {
  return tracks.find(({ codes }) => codes.includes(code));
}

/** Without the silence before the first rule; where there is no rule, that silence is all there is. */
export function fromFirstRule({ periods }: Track): readonly Period[] {
  const [earliest, ...later] = periods;
  return earliest.rule || later.length === 0 ? periods : later;
}

/** Before the first period nothing is known either. */
export function periodOn({ periods }: Track, day: Day): Period {
  return periods.findLast(({ from }) => from <= day) ?? silence(day, periods[0].from);
}

export function isUnconfirmed({ rule }: Period, day: Day): boolean {
  return rule?.unconfirmedSince !== undefined && rule.unconfirmedSince <= day;
}

/** A pause is an exemption, too. */
export function isExempt({ rule }: Period): boolean {
  return rule?.default === 'exempt';
}

function changesOf(rules: readonly Rule[]): Day[] {
  const days = rules.flatMap(({ from, until, unconfirmedSince }) => [
    from,
    ...(until ? [until] : []),
    ...(unconfirmedSince ? [unconfirmedSince] : []),
  ]);
  return [...new Set(days)].toSorted();
}

function tracksOf(setting: Ruled, { codes, groups }: KnownJurisdictions, first: Day): Track[] {
  const histories = new Map<string, { rules: Rule[]; codes: string[] }>();
  for (const code of codes) {
    const rules = rulesFor(setting, toJurisdiction(code, groups));
    const same = rules.map((rule) => setting.rules.indexOf(rule)).join();
    const history = histories.get(same) ?? { rules, codes: [] };
    history.codes.push(code);
    histories.set(same, history);
  }

  const reachesAll = setting.rules.some(isForEverywhereElse);
  const kindOf = (rules: readonly Rule[]) => {
    if (rules.length === 0) return reachesAll ? 'unsourced' : 'elsewhere';
    return rules.some(isForEverywhereElse) ? 'elsewhere' : 'named';
  };
  const order = ['named', 'elsewhere', 'unsourced'];
  // In one kind, as the recipe has them: the track whose first rule stands there first.
  const firstOf = (rules: readonly Rule[]) =>
    Math.min(...rules.map((rule) => setting.rules.indexOf(rule)));
  return [...histories.values()]
    .map((history) => ({ ...history, kind: kindOf(history.rules) }) as const)
    .toSorted(
      (a, b) =>
        order.indexOf(a.kind) - order.indexOf(b.kind) || firstOf(a.rules) - firstOf(b.rules),
    )
    .map(({ kind, rules, codes }) => ({
      kind,
      names: named(codes, groups),
      codes,
      periods: periodsOf(rules, first),
    }));
}

function isForEverywhereElse({ jurisdictions }: Rule): boolean {
  return jurisdictions.includes(EVERYWHERE_ELSE);
}

/** Groups of which every member is there stand for their members. */
function named(codes: readonly string[], groups: Groups): string[] {
  const whole = Object.entries(groups)
    .filter(([, members]) => members.every((code) => codes.includes(code)))
    .toSorted(([, a], [, b]) => a.length - b.length);
  const members = whole.flatMap(([, codes]) => codes);
  return [...whole.map(([name]) => name), ...codes.filter((code) => !members.includes(code))];
}

/** @param rules of one place, in order, of which no two hold on one day */
function periodsOf(rules: readonly Rule[], first: Day): [Period, ...Period[]] {
  const periods: Period[] = [];
  let at: Day | undefined = first;
  for (const rule of rules) {
    if (at !== undefined && at < rule.from) periods.push(silence(at, rule.from));
    const { from, until } = rule;
    periods.push({ stand: standOf(rule, periods.at(-1)), from, until, rule });
    at = until;
  }
  if (at !== undefined) periods.push(silence(at, undefined));
  const [earliest = silence(first, undefined), ...later] = periods;
  return [earliest, ...later];
}

function silence(from: Day, until: Day | undefined): Period {
  return { stand: 'none', from, until, rule: undefined };
}

function standOf(rule: Rule, before: Period | undefined): Stand {
  const wasOn = before?.stand === 'on' || before?.stand === 'paused';
  return rule.default === 'exempt' && wasOn ? 'paused' : rule.default;
}
