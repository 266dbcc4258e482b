import { useId, useState } from 'preact/hooks';
import { settingKey, wordKey } from '../../../core/language/words.ts';
import {
  fromFirstRule,
  isUnconfirmed,
  type Period,
  periodOn,
  type Track,
} from '../../../core/rules/rules-in-time.ts';
import { type Span, shareOf } from '../../../core/rules/span.ts';
import { type Day, dayBefore } from '../../../core/time/day.ts';
import { Sources } from '../../parts/evidence-list.tsx';
import { formatDay } from '../../words/dates.ts';
import { useLocale } from '../../words/locale.ts';
import { namePlaces } from '../../words/places.ts';
import { formatDayBriefly } from '../dashboard-dates.ts';
import { StandMark } from './stand-mark.tsx';
import { titleOf } from './track-names.ts';

interface Props {
  readonly track: Track;
  readonly span: Span;
  readonly day: Day;
  readonly isOwn: boolean;
}

/** One line in time, with what holds on the day, and at each joint its date and its sources. */
export function TrackLine({ track, span, day, isOwn }: Props) {
  const locale = useLocale();
  const { text, language } = locale;
  const [opened, setOpened] = useState<Day>();
  const id = useId();
  const now = periodOn(track, day);
  const word = text(wordKey('stand', now.stand));
  const doubtful = isUnconfirmed(now, day);
  const open = track.periods.find(({ from }) => from === opened);

  return (
    <li class="track" data-track={track.names.join(' ')} data-kind={track.kind} data-own={isOwn}>
      <div class="track-head">
        <h4>{titleOf(track, locale)}</h4>
        {isOwn && <span class="own-mark">{text('time_own_mark')}</span>}
        <p class="track-now" data-stand={now.stand}>
          <StandMark stand={now.stand} isUnconfirmed={doubtful} />
          {doubtful ? text('time_place_unconfirmed', word) : word}
        </p>
      </div>
      <div class="track-line" aria-hidden>
        {track.periods.map((period) => (
          <Stretches key={period.from} period={period} span={span} />
        ))}
        <span class="cursor" style={`--at: ${shareOf(span, day)}`} />
      </div>
      <ul class="joints">
        {fromFirstRule(track)
          .filter(({ rule, from }) => rule || from > span.first)
          .map((period) => (
            <li key={period.from}>
              <Joint
                period={period}
                controls={id}
                isOpen={period === open}
                onToggle={() => setOpened(period === open ? undefined : period.from)}
              />
            </li>
          ))}
        {track.periods.map(
          ({ stand, rule }) =>
            rule?.unconfirmedSince && (
              <li key={rule.unconfirmedSince} class="joint">
                <StandMark stand={stand} isUnconfirmed />
                {text(
                  'evidence_rule_unconfirmed',
                  formatDayBriefly(rule.unconfirmedSince, language),
                )}
              </li>
            ),
        )}
        {track.codes.length > 1 && (
          <li>
            <Places codes={track.codes} />
          </li>
        )}
      </ul>
      <div id={id} class="joint-sources">
        {open?.rule && <JointSources period={open} rule={open.rule} />}
      </div>
    </li>
  );
}

/** A period as it is drawn: from the day on which nobody could confirm it any more, otherwise. */
function Stretches({ period, span }: { period: Period; span: Span }) {
  const { stand, from, until, rule } = period;
  const end = until ?? span.last;
  const doubtful = rule?.unconfirmedSince;
  const cuts = doubtful ? [from, doubtful, end] : [from, end];
  return (
    <>
      {cuts.slice(0, -1).map((start, index) => (
        <span
          key={start}
          class="stretch"
          data-stretch={stand}
          data-unconfirmed={start === doubtful}
          style={`--from: ${shareOf(span, start)}; --to: ${shareOf(span, cuts[index + 1] ?? end)}`}
        />
      ))}
    </>
  );
}

interface JointProps {
  readonly period: Period;
  /** The element in which the sources come to stand. */
  readonly controls: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Joint({ period: { stand, from, rule }, controls, isOpen, onToggle }: JointProps) {
  const { text, language } = useLocale();
  const words = (
    <>
      <StandMark stand={stand} />
      {text(wordKey('joint', stand), formatDayBriefly(from, language))}
    </>
  );
  if (!rule) return <span class="joint">{words}</span>;
  return (
    <button
      type="button"
      class="joint"
      data-joint={from}
      aria-expanded={isOpen}
      aria-controls={controls}
      onClick={onToggle}
    >
      {words}
    </button>
  );
}

interface JointSourcesProps {
  readonly period: Period;
  readonly rule: NonNullable<Period['rule']>;
}

function JointSources({ period: { from, until }, rule }: JointSourcesProps) {
  const { text, language } = useLocale();
  const first = formatDay(from, language);
  return (
    <>
      <p>
        <strong>
          {until
            ? text('evidence_rule_span', first, formatDay(dayBefore(until), language))
            : text('evidence_rule_since', first)}
        </strong>
      </p>
      {rule.unconfirmedSince && (
        <p>{text('evidence_rule_unconfirmed', formatDay(rule.unconfirmedSince, language))}</p>
      )}
      {rule.remark && <p>{text(settingKey('remark', rule.remark))}</p>}
      <p class="small">{text('time_sources')}</p>
      <Sources evidence={rule.evidence} />
    </>
  );
}

function Places({ codes }: Pick<Track, 'codes'>) {
  const { count, list, language } = useLocale();
  const names = namePlaces(codes, language).map(({ name }) => name);
  return (
    <details class="places">
      <summary>{count('time_places', codes.length)}</summary>
      <p class="small">{list(names)}</p>
    </details>
  );
}
