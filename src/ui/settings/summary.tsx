import type { ComponentChildren } from 'preact';
import { wordKey } from '../../core/language/words.ts';
import type { UnknownReason } from '../../core/reading/reading.ts';
import { badgeOf } from '../../core/verdict/badge.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { type Tally, tallyOf } from '../../core/verdict/tally.ts';
import { type Locale, useLocale } from '../words/locale.ts';
import { isAlarming } from './next-step.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface Props extends Pick<Overview, 'pages' | 'unlisted' | 'reminder'> {
  /** The gravest first. */
  readonly ranked: readonly SettingStatus[];
  /** What can be done about all of them. */
  readonly children: ComponentChildren;
}

/** How many settings stand how, which of them is the gravest, and the one thing to do. */
export function Summary({ ranked, pages, unlisted, reminder, children }: Props) {
  const locale = useLocale();
  const { text, number } = locale;
  const { tone, verdict } = badgeOf(ranked, unlisted, reminder.due);
  // What leaves a question open looks like one, whatever was read.
  const looks = tone === 'question' ? 'unknown' : verdict;
  const [worst, ...others] = tallyOf(ranked);
  if (!worst) return null;
  // One that could not be read may stand before it: that is not what the headline counts.
  const gravest = ranked.find(isAlarming);

  const unknown = ranked.filter(({ judgement }) => judgement.verdict === 'unknown');
  const common = commonReason(unknown);
  const stale = ranked.filter(({ judgement }) => judgement.stale).length;
  const rest: readonly (readonly [what: string, times: number])[] = [
    ...others.map((one) => [text(wordKey('count', one.verdict)), one.count] as const),
    [text('count_stale'), stale],
    [text('count_unlisted'), unlisted.flatMap(({ ids }) => ids).length],
    [text('count_pages'), pages.length],
  ];
  const worth = rest.filter(([, times]) => times > 0);
  return (
    <section class={`summary tone-${looks}`} data-summary={worst.verdict}>
      <VerdictMark verdict={looks} />
      <div class="says">
        <h2>{headline(worst, ranked.length, locale)}</h2>
        {worst.count < ranked.length && gravest && <p>{text('summary_gravest', gravest.title)}</p>}
        {common && (
          <p data-common-reason={common.reason}>
            {text(wordKey('reason', common.reason), common.serviceName)}{' '}
            {text(`${wordKey('reason', common.reason)}_do`, common.serviceName)}
          </p>
        )}
        {worth.length > 0 && (
          <ul>
            {worth.map(([what, times]) => (
              <li key={what}>{text('labelled', what, number(times))}</li>
            ))}
          </ul>
        )}
      </div>
      {children}
    </section>
  );
}

function headline(
  { verdict, count: times }: Tally,
  total: number,
  { count, number }: Locale,
): string {
  if (times === total && verdict === 'protected') return count('summary_all_protected', total);
  if (times === total && verdict === 'unchecked') return count('summary_all_unchecked', total);
  return count(wordKey('summary', verdict), times, number(total));
}

/** Several settings of a service that cannot be read for one and the same reason: it is said once, and first. */
function commonReason(
  unknown: readonly SettingStatus[],
): { readonly serviceName: string; readonly reason: UnknownReason } | undefined {
  const reasons = unknown.flatMap(({ finding, serviceName }) =>
    finding?.reading.state === 'unknown' ? [{ serviceName, reason: finding.reading.reason }] : [],
  );
  const [first, ...others] = reasons;
  const isSame = (one: (typeof reasons)[number]) =>
    one.reason === first?.reason && one.serviceName === first.serviceName;
  return others.length > 0 && others.every(isSame) ? first : undefined;
}
