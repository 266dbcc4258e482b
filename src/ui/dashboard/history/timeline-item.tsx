import type { RefObject } from 'preact';
import type { TimelineEntry } from '../../../core/history/timeline.ts';
import { type MessageKey, wordKey } from '../../../core/language/words.ts';
import type { Reading } from '../../../core/reading/reading.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { formatMoment } from '../../words/dates.ts';
import { useLocale } from '../../words/locale.ts';
import { formatTime } from '../dashboard-dates.ts';

interface Props {
  readonly entry: TimelineEntry;
  /** Of a setting that a recipe has. */
  readonly status: SettingStatus | undefined;
  /** Given to the one that may be focused. */
  readonly item: RefObject<HTMLLIElement | null> | undefined;
}

/** One change: what it was, who caused it, how certain it is, and how often it was read since. */
export function TimelineItem({ entry, status, item }: Props) {
  const { text, count, language } = useLocale();
  const { key, at, reading, before, movedBy, certainAt, again } = entry;
  const serviceName = status?.serviceName ?? '';
  const now = text(wordOf(reading));

  return (
    <li
      {...(item && { ref: item })}
      tabIndex={-1}
      data-change-of={key}
      data-from={before?.state}
      data-to={reading.state}
      data-moved-by={movedBy}
    >
      <time dateTime={new Date(at).toISOString()}>{formatTime(at, language)}</time>
      <div>
        <h4>{status?.title ?? key}</h4>
        <p class="change">
          {before ? text('history_changed', text(wordOf(before)), now) : text('history_first', now)}
        </p>
        {movedBy && <p>{text(wordKey('moved', movedBy), serviceName)}</p>}
        <p class="small">{[howCertain(), sinceThen()].filter(Boolean).join(' ')}</p>
      </div>
    </li>
  );

  function howCertain(): string {
    if (reading.state === 'unknown') return text(wordKey('reason', reading.reason), serviceName);
    if (reading.state === 'absent') return '';
    if (certainAt === undefined) return text('history_uncertain');
    return certainAt === at
      ? text('history_certain')
      : text('history_certain_later', formatMoment(certainAt, language));
  }

  function sinceThen(): string {
    if (!again) return '';
    const last = formatMoment(again.last, language);
    return count('history_again', again.times, last);
  }
}

function wordOf(reading: Reading): MessageKey {
  switch (reading.state) {
    case 'on':
      return 'history_on';
    case 'off':
      return 'history_off';
    case 'locked':
      return reading.position === 'on' ? 'history_locked_on' : 'history_locked_off';
    case 'absent':
      return 'history_absent';
    case 'unknown':
      return 'history_unknown';
  }
}
