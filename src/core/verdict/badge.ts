import type { UnlistedPage } from '../reading/unlisted.ts';
import type { SettingStatus } from './status.ts';
import { mostAlarming, type Verdict } from './verdict.ts';

export type Tone = 'alarm' | 'warning' | 'question' | 'calm';

/** The mark on the icon: never told by colour alone. */
export interface Badge {
  readonly text: string;
  readonly tone: Tone;
  readonly verdict: Verdict;
}

const marks: Readonly<Record<Verdict, Omit<Badge, 'verdict'>>> = {
  sharing: { text: '!', tone: 'alarm' },
  'presumed-sharing': { text: '!', tone: 'warning' },
  unknown: { text: '?', tone: 'question' },
  unchecked: { text: '?', tone: 'question' },
  'exempt-unchecked': { text: '?', tone: 'question' },
  exempt: { text: '', tone: 'calm' },
  protected: { text: '✓', tone: 'calm' },
};

/** Loudest of all: somebody undid what the person had done. */
const flippedBack = { text: '!!', tone: 'alarm' } as const;

/**
 * @param unlisted switches that are on and that nobody has looked at: beside them nothing is calm
 * @param isCheckDue the last check has grown old, and so has what it says
 */
export function badgeOf(
  statuses: readonly SettingStatus[],
  unlisted: readonly UnlistedPage[],
  isCheckDue = false,
): Badge {
  const verdict = mostAlarming(statuses.map(({ judgement }) => judgement.verdict)) ?? 'unchecked';
  if (statuses.some(({ finding }) => finding?.flipBack)) return { ...flippedBack, verdict };
  const isOpen =
    isCheckDue || unlisted.length > 0 || statuses.some(({ judgement }) => judgement.stale);
  const mark = isOpen && marks[verdict].tone === 'calm' ? marks.unchecked : marks[verdict];
  return { ...mark, verdict };
}
