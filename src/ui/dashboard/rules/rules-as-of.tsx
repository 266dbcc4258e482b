import { wordKey } from '../../../core/language/words.ts';
import type { RuleStand } from '../../../core/rules/rule-change.ts';
import {
  isUnconfirmed,
  type Period,
  periodOn,
  stands,
  type Track,
} from '../../../core/rules/rules-in-time.ts';
import type { Day } from '../../../core/time/day.ts';
import { formatDay } from '../../words/dates.ts';
import { useLocale } from '../../words/locale.ts';
import { StandMark } from './stand-mark.tsx';
import { namesOf } from './track-names.ts';

interface Props {
  readonly tracks: readonly Track[];
  readonly day: Day;
}

/** What holds where on one day: who is exempt because of a pause stands with the exempt, and it is said. */
export function RulesAsOf({ tracks, day }: Props) {
  const locale = useLocale();
  const { text, language } = locale;
  const { compare } = new Intl.Collator(language);
  const held = tracks.map((track) => ({ track, period: periodOn(track, day) }));

  return (
    <section class="as-of" aria-labelledby="as-of-title" data-as-of={day}>
      <h3 id="as-of-title">{text('time_as_of', formatDay(day, language))}</h3>
      <dl>
        {stands
          .filter((stand) => stand !== 'paused')
          .map((stand) => ({ stand, there: held.filter(({ period }) => heldAs(period) === stand) }))
          .filter(({ there }) => there.length > 0)
          .map(({ stand, there }) => (
            <div key={stand} data-held={stand}>
              <dt>
                <StandMark stand={stand} />
                {text(wordKey('stand', stand))}
              </dt>
              <dd>
                <ul>
                  {there
                    .flatMap(({ track, period }) =>
                      namesOf(track, locale).map((name) => marked(name, period)),
                    )
                    .toSorted(compare)
                    .map((name) => (
                      <li key={name}>{name}</li>
                    ))}
                </ul>
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );

  function marked(name: string, period: Period): string {
    if (isUnconfirmed(period, day)) return text('time_place_unconfirmed', name);
    return period.stand === 'paused' ? text('time_place_paused', name) : name;
  }
}

function heldAs({ rule }: Period): RuleStand['default'] {
  return rule?.default ?? 'none';
}
