import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { SettingHistory } from '../../../core/history/exchange.ts';
import { type TimelineEntry, timelineOf } from '../../../core/history/timeline.ts';
import type { SettingKey } from '../../../core/recipe/setting-key.ts';
import { dayOf } from '../../../core/time/day.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { formatDate } from '../../words/dates.ts';
import { useLocale } from '../../words/locale.ts';
import { HistoryFiles, type HistoryFilesProps } from './history-files.tsx';
import { TimelineItem } from './timeline-item.tsx';

/** As many changes are drawn at first, and at each press more: a page of thousands opens late. */
const AT_ONCE = 50;

export interface HistoryProps extends Omit<HistoryFilesProps, 'titleOf' | 'isEmpty'> {
  readonly statuses: readonly SettingStatus[];
  /** `undefined` before they have come; `null` where they cannot. */
  readonly histories: readonly SettingHistory[] | undefined | null;
}

/** Every change that was ever read, the newest first. */
export function History({ statuses, histories, onSave, onImport }: HistoryProps) {
  const { text } = useLocale();
  const entries = useMemo(() => timelineOf(histories ?? []), [histories]);
  const titleOf = (key: SettingKey) => statuses.find((one) => one.key === key)?.title ?? key;

  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('history_title')}
        </h2>
        <p>{text('history_lead')}</p>
      </section>
      {histories === undefined && <p role="status">{text('history_loading')}</p>}
      {histories === null && (
        <p class="notice" role="alert">
          {text('history_failed')}
        </p>
      )}
      {histories?.length === 0 && (
        <section class="page empty" data-empty>
          <p class="read">{text('history_none')}</p>
          <p>{text('history_none_do')}</p>
        </section>
      )}
      {entries.length > 0 && <Timeline entries={entries} statuses={statuses} />}
      {histories && (
        <HistoryFiles
          isEmpty={histories.length === 0}
          titleOf={titleOf}
          onSave={onSave}
          onImport={onImport}
        />
      )}
    </>
  );
}

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly statuses: readonly SettingStatus[];
}

function Timeline({ entries, statuses }: TimelineProps) {
  const { text, count, number, language } = useLocale();
  const [only, setOnly] = useState('');
  // How many are drawn, and which of them a press has brought first.
  const [drawn, setDrawn] = useState({ upTo: AT_ONCE, from: 0 });
  const firstNew = useRef<HTMLLIElement>(null);
  const id = useId();
  useEffect(() => {
    if (drawn.from > 0) firstNew.current?.focus();
  }, [drawn]);

  const read = statuses.filter(({ key }) => entries.some((entry) => entry.key === key));
  const chosen = only === '' ? entries : entries.filter(({ key }) => key === only);
  const shown = chosen.slice(0, drawn.upTo);
  const left = chosen.length - shown.length;
  let index = 0;

  return (
    <>
      <div class="filter">
        <label for={id}>{text('history_setting')}</label>
        <select
          id={id}
          name="setting"
          value={only}
          onChange={(event) => {
            setOnly(event.currentTarget.value);
            setDrawn({ upTo: AT_ONCE, from: 0 });
          }}
        >
          <option value="">{text('history_all')}</option>
          {read.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
        <p class="small" role="status" data-shown={shown.length}>
          {text('history_shown', number(shown.length), number(chosen.length))}
        </p>
      </div>
      <ol class="days">
        {byDay(shown).map(([day, ofDay]) => (
          <li key={day} class="day">
            <h3>
              <time dateTime={day}>{formatDate(ofDay[0].at, language)}</time>
            </h3>
            <ol class="changes">
              {ofDay.map((entry) => (
                <TimelineItem
                  key={`${entry.key} ${entry.at} ${entry.reading.state}`}
                  item={index++ === drawn.from ? firstNew : undefined}
                  entry={entry}
                  status={statuses.find(({ key }) => key === entry.key)}
                />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {left > 0 && (
        <button
          type="button"
          class="more"
          data-action="more"
          onClick={() => setDrawn({ upTo: drawn.upTo + AT_ONCE, from: drawn.upTo })}
        >
          {count('history_more', Math.min(left, AT_ONCE))}
        </button>
      )}
      <p class="small">{text('history_kept')}</p>
    </>
  );
}

type OfDay = [TimelineEntry, ...TimelineEntry[]];

/** Days in the person's own time zone. */
function byDay(entries: readonly TimelineEntry[]): [string, OfDay][] {
  const days = new Map<string, OfDay>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const others = days.get(day);
    if (others) others.push(entry);
    else days.set(day, [entry]);
  }
  return [...days];
}
