import { wordKey } from '../../../core/language/words.ts';
import {
  fromFirstRule,
  isUnconfirmed,
  periodOn,
  type RulesInTime,
  type Stand,
} from '../../../core/rules/rules-in-time.ts';
import { type Day, dayBefore } from '../../../core/time/day.ts';
import { formatDay } from '../../words/dates.ts';
import { useLocale } from '../../words/locale.ts';
import { formatDayBriefly } from '../dashboard-dates.ts';
import { titleOf } from './track-names.ts';

interface Props extends Pick<RulesInTime, 'tracks' | 'span'> {
  readonly title: string;
  readonly day: Day;
}

/** All that the lines show, in rows and columns. */
export function PeriodsTable({ title, tracks, span, day }: Props) {
  const locale = useLocale();
  const { text, language } = locale;
  const caption = text('time_table_caption', title, formatDay(day, language));
  return (
    // May be wider than a narrow window: whoever has no pointer scrolls it by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section class="table" tabIndex={0} aria-label={text('time_table')}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text('time_column_place')}</th>
            <th scope="col">{text('time_as_of', formatDayBriefly(day, language))}</th>
            <th scope="col">{text('time_column_period')}</th>
            <th scope="col">{text('time_column_from')}</th>
            <th scope="col">{text('time_column_until')}</th>
          </tr>
        </thead>
        {tracks.map((track) => {
          const now = periodOn(track, day);
          const periods = fromFirstRule(track);
          return (
            <tbody key={track.names.join()} data-row={track.names.join(' ')}>
              {periods.map((period, index) => (
                <tr key={period.from} data-holds={period.from === now.from}>
                  {index === 0 && (
                    <>
                      <th scope="rowgroup" rowSpan={periods.length}>
                        {titleOf(track, locale)}
                      </th>
                      <td rowSpan={periods.length} data-column="as-of">
                        {word(now.stand, isUnconfirmed(now, day))}
                      </td>
                    </>
                  )}
                  <td>{text(wordKey('stand', period.stand))}</td>
                  <td>
                    {period.rule || period.from > span.first
                      ? formatDayBriefly(period.from, language)
                      : text('time_column_before')}
                  </td>
                  <td>
                    {period.until
                      ? formatDayBriefly(dayBefore(period.until), language)
                      : text('time_column_still')}
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </section>
  );

  function word(stand: Stand, doubtful: boolean): string {
    const said = text(wordKey('stand', stand));
    return doubtful ? text('time_place_unconfirmed', said) : said;
  }
}
