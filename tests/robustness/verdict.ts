import { breakingKinds, mutationKinds, states, versions } from './page.ts';
import { settingKeys } from './subject.ts';
import { type Tally, totalOf } from './tally.ts';

/** The largest share of pages that keep their meaning and may be unknown all the same. */
const MOST_UNKNOWN = 0.01;

/** Why a run has failed: in words, or none. */
export function complaintsOf(tally: Tally, asked: number): string[] {
  const { keeping, breaking } = tally.ours;
  const all = totalOf(keeping) + totalOf(breaking);
  const share = keeping.unknown / Math.max(1, totalOf(keeping));
  return [
    ...wrongIn(tally),
    ...(share > MOST_UNKNOWN ? [`${percent(share)} unknown where the meaning was kept`] : []),
    ...(all < asked ? [`${all} pages, not ${asked}`] : []),
    ...unmet(tally),
  ];
}

/** What may never come up, on any page. */
export function wrongIn({ ours }: Tally): string[] {
  const never = ['wrong-safe', 'wrong-alarm', 'inexact', 'threw'] as const;
  return never
    .map((outcome) => ({ outcome, times: ours.keeping[outcome] + ours.breaking[outcome] }))
    .filter(({ times }) => times > 0)
    .map(({ outcome, times }) => `${times} × ${outcome}`);
}

/** What never came up has not been tried. */
function unmet({ met }: Tally): string[] {
  const wanted = [
    ...settingKeys.map((key) => `setting ${key}`),
    ...states.map((state) => `state ${state}`),
    ...versions.map((version) => `version ${version}`),
    ...mutationKinds.map((kind) => `mutation ${kind}`),
    ...breakingKinds.map((kind) => `breaking ${kind}`),
  ];
  return wanted.filter((tag) => !met.has(tag)).map((tag) => `never met: ${tag}`);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
