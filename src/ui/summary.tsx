import { badgeOf } from '../core/badge.ts';
import type { Overview } from '../core/overview.ts';
import { tallyOf } from '../core/tally.ts';
import { wordKey } from '../core/words.ts';
import { useLocale } from './locale.ts';
import { VerdictMark } from './verdict-mark.tsx';

/** How many settings stand how, the most alarming first and large; then what no setting speaks for. */
export function Summary({ statuses, pages, unlisted, reminder }: Overview) {
  const { text } = useLocale();
  const { tone, verdict } = badgeOf(statuses, unlisted, reminder.due);
  // What leaves a question open looks like one, whatever was read.
  const looks = tone === 'question' ? 'unknown' : verdict;
  const [worst, ...others] = tallyOf(statuses);
  if (!worst) return null;

  const stale = statuses.filter(({ judgement }) => judgement.stale).length;
  const rest: readonly (readonly [what: string, count: number])[] = [
    ...others.map(({ verdict, count }) => [text(wordKey('count', verdict)), count] as const),
    [text('count_stale'), stale],
    [text('count_unlisted'), unlisted.flatMap(({ ids }) => ids).length],
    [text('count_pages'), pages.length],
  ];
  const worth = rest.filter(([, count]) => count > 0);
  return (
    <section class={`summary tone-${looks}`} data-summary={worst.verdict}>
      <VerdictMark verdict={looks} />
      <h2>
        {text(
          'summary_worst',
          text(wordKey('count', worst.verdict)),
          String(worst.count),
          String(statuses.length),
        )}
      </h2>
      {worth.length > 0 && (
        <ul>
          {worth.map(([what, count]) => (
            <li key={what}>
              {what}: {count}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
