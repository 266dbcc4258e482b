import { useId } from 'preact/hooks';
import type { RulesInTime } from '../../../core/rules/rules-in-time.ts';
import { dayAt, isWithin, offsetOf, shareOf, yearsIn } from '../../../core/rules/span.ts';
import type { Day } from '../../../core/time/day.ts';
import { formatDay } from '../../words/dates.ts';
import { useLocale } from '../../words/locale.ts';
import { formatDayBriefly } from '../dashboard-dates.ts';

interface Props extends Pick<RulesInTime, 'span' | 'changes'> {
  readonly day: Day;
  readonly today: Day;
  readonly onDay: (day: Day) => void;
}

/** By date, or straight to a day on which something changed. */
export function DayChooser({ span, changes, day, today, onDay }: Props) {
  const { text, language } = useLocale();
  const id = useId();
  const limits = `${id}-limits`;
  return (
    <>
      <div class="day-field">
        <label for={id}>{text('time_day')}</label>
        <input
          id={id}
          type="date"
          name="day"
          required
          min={span.first}
          max={span.last}
          value={day}
          aria-describedby={limits}
          // Half a year written is a day of another age: it is not gone to.
          onInput={({ currentTarget: { value } }) => isWithin(span, value) && onDay(value)}
        />
        <span id={limits} class="small">
          {text('time_day_limits', formatDay(span.first, language), formatDay(span.last, language))}
        </span>
      </div>
      <fieldset class="day-jumps">
        <legend class="small">{text('time_changes')}</legend>
        {[...new Set([...changes, today])].map((one) => (
          <button
            key={one}
            type="button"
            data-day={one}
            aria-pressed={one === day}
            onClick={() => onDay(one)}
          >
            {one === today ? text('time_today') : formatDayBriefly(one, language)}
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** The axis of the lines, as a handle that moves by a day. */
export function DayRange({ span, day, onDay }: Omit<Props, 'changes' | 'today'>) {
  const { text, language } = useLocale();
  return (
    <div class="day-range">
      <p class="day-shown" style={`--at: ${shareOf(span, day)}`} aria-hidden>
        {formatDayBriefly(day, language)}
      </p>
      <input
        type="range"
        name="day-range"
        min={0}
        max={offsetOf(span, span.last)}
        step={1}
        value={offsetOf(span, day)}
        aria-label={text('time_day_range')}
        aria-valuetext={formatDay(day, language)}
        onInput={({ currentTarget }) => onDay(dayAt(span, currentTarget.valueAsNumber))}
      />
      <div class="years" aria-hidden>
        {yearsIn(span).map((first) => (
          <span key={first} style={`--at: ${shareOf(span, first)}`}>
            {first.slice(0, 4)}
          </span>
        ))}
      </div>
    </div>
  );
}
