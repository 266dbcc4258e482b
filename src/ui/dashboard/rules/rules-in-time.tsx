import { useId, useMemo, useState } from 'preact/hooks';
import { wordKey } from '../../../core/language/words.ts';
import type { Setting } from '../../../core/recipe/recipe.ts';
import type { SettingKey } from '../../../core/recipe/setting-key.ts';
import type { Groups } from '../../../core/rules/jurisdiction.ts';
import { rulesInTime, stands, trackOf } from '../../../core/rules/rules-in-time.ts';
import { heldWithin } from '../../../core/rules/span.ts';
import type { Day } from '../../../core/time/day.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { useLocale } from '../../words/locale.ts';
import { whatHolds } from '../../words/rule-text.ts';
import { DayChooser, DayRange } from './day-handle.tsx';
import { PeriodsTable } from './periods-table.tsx';
import { PlaceSearch } from './place-search.tsx';
import { RulesAsOf } from './rules-as-of.tsx';
import { StandMark } from './stand-mark.tsx';
import { TrackLine } from './track-line.tsx';

/** What a recipe says of a setting by default, and of which places it says nothing. */
interface RuledSetting extends Pick<Setting, 'rules' | 'unsourced'> {
  readonly key: SettingKey;
}

export interface RulesInTimeProps {
  readonly statuses: readonly SettingStatus[];
  readonly settings: readonly RuledSetting[];
  /** Every ISO 3166-1 alpha-2 code. */
  readonly codes: readonly string[];
  readonly groups: Groups;
  readonly today: Day;
}

/** Where which rule held on which day, for every setting that has rules. */
export function RulesInTimeView({ statuses, settings, ...of }: RulesInTimeProps) {
  const { text } = useLocale();
  const [chosen, setChosen] = useState<SettingKey>();
  const id = useId();
  const ruled = settings.filter(({ rules }) => rules.length > 0);
  const setting = ruled.find(({ key }) => key === chosen) ?? ruled[0];
  const status = statuses.find(({ key }) => key === setting?.key);
  if (!setting || !status) return null;

  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('time_title')}
        </h2>
        <p>{text('time_lead', status.serviceName)}</p>
        <div class="filter">
          <label for={id}>{text('time_setting')}</label>
          <select
            id={id}
            name="setting"
            value={setting.key}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {ruled.map(({ key }) => (
              <option key={key} value={key}>
                {statuses.find((one) => one.key === key)?.title ?? key}
              </option>
            ))}
          </select>
        </div>
      </section>
      <SettingInTime key={setting.key} setting={setting} status={status} {...of} />
    </>
  );
}

interface SettingInTimeProps extends Omit<RulesInTimeProps, 'statuses' | 'settings'> {
  readonly setting: RuledSetting;
  readonly status: SettingStatus;
}

function SettingInTime({ setting, status, codes, groups, today }: SettingInTimeProps) {
  const locale = useLocale();
  const { text } = locale;
  const { span, changes, tracks } = useMemo(
    () => rulesInTime(setting, { codes, groups }, today),
    [setting, codes, groups, today],
  );
  const [moved, setMoved] = useState(today);
  const day = heldWithin(span, moved);
  const own = status.place === undefined ? undefined : trackOf(tracks, status.place);
  const handle = { span, changes, day, today, onDay: setMoved };
  const shown = stands.filter((stand) =>
    tracks.some(({ periods }) => periods.some((period) => period.stand === stand)),
  );

  return (
    <>
      <div class="own-and-search">
        <section class="own" aria-labelledby="own-title" data-own-place={status.place}>
          <h3 id="own-title">{text('time_own')}</h3>
          {whatHolds(status, locale).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
        <PlaceSearch
          codes={codes}
          setting={setting}
          serviceName={status.serviceName}
          groups={groups}
          today={today}
        />
      </div>
      <section class="in-time" aria-labelledby="in-time-title">
        <h3 id="in-time-title">{text('time_day_title')}</h3>
        <DayChooser {...handle} />
        <p class="small">{text('time_lines')}</p>
        <DayRange {...handle} />
        <ol class="tracks">
          {tracks.map((track) => (
            <TrackLine
              key={track.names.join()}
              track={track}
              span={span}
              day={day}
              isOwn={track === own}
            />
          ))}
        </ol>
      </section>
      <RulesAsOf tracks={tracks} day={day} />
      <section class="words" aria-labelledby="words-title">
        <h3 id="words-title">{text('time_words')}</h3>
        <dl>
          {shown.map((stand) => (
            <div key={stand}>
              <dt>
                <StandMark stand={stand} />
                {text(wordKey('stand', stand))}
              </dt>
              <dd>{text(`${wordKey('stand', stand)}_means`, status.serviceName)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <details class="as-table">
        <summary>{text('time_table')}</summary>
        <PeriodsTable title={status.title} tracks={tracks} span={span} day={day} />
      </details>
    </>
  );
}
