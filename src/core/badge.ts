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

export function badgeOf(statuses: readonly SettingStatus[]): Badge {
  const verdict = mostAlarming(statuses.map(({ judgement }) => judgement.verdict)) ?? 'unchecked';
  const stale = statuses.some(({ judgement }) => judgement.stale);
  const mark = stale && marks[verdict].tone === 'calm' ? marks.unchecked : marks[verdict];
  return { ...mark, verdict };
}
