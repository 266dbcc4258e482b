import { settingKey, wordKey } from '../../../core/language/words.ts';
import type { Rule, Setting } from '../../../core/recipe/recipe.ts';
import { type Groups, toJurisdiction } from '../../../core/rules/jurisdiction.ts';
import { EVERYWHERE_ELSE, formerExemption, ruleInForce } from '../../../core/rules/rules.ts';
import { type Day, dayBefore } from '../../../core/time/day.ts';
import { Sources } from '../../parts/evidence-list.tsx';
import { formatDay } from '../../words/dates.ts';
import { useLocale } from '../../words/locale.ts';
import { namePlace } from '../../words/places.ts';

export interface PlaceAnswerProps {
  /** ISO 3166-1 alpha-2 code. */
  readonly code: string;
  readonly setting: Pick<Setting, 'rules' | 'unsourced'>;
  readonly serviceName: string;
  readonly groups: Groups;
  readonly today: Day;
}

/** What holds in one place today, since when, by which sources, and what held before. */
export function PlaceAnswer({ code, setting, serviceName, groups, today }: PlaceAnswerProps) {
  const { text, language } = useLocale();
  const jurisdiction = toJurisdiction(code, groups);
  const rule = ruleInForce(setting, jurisdiction, today);
  const former =
    rule?.default === 'exempt' ? undefined : formerExemption(setting, jurisdiction, today);
  const place = namePlace(code, language);

  return (
    <div data-answer={code} data-applies={rule?.default ?? 'none'}>
      <p class="read">
        {rule ? inForce(rule) : text(wordKey('applies', 'none'), place, serviceName)}
      </p>
      {former && <p>{text('applies_former', formatDay(dayBefore(former.until), language))}</p>}
      {rule?.remark && <p>{text(settingKey('remark', rule.remark))}</p>}
      {rule?.jurisdictions.includes(EVERYWHERE_ELSE) && (
        <p class="small">{text('applies_elsewhere', place)}</p>
      )}
      {rule && <Sources evidence={rule.evidence} />}
    </div>
  );

  function inForce({ default: stand, from, unconfirmedSince }: Rule): string {
    const since = formatDay(from, language);
    return unconfirmedSince !== undefined && unconfirmedSince <= today
      ? text(
          'applies_unconfirmed',
          place,
          since,
          serviceName,
          formatDay(unconfirmedSince, language),
        )
      : text(wordKey('applies', stand), place, since, serviceName);
  }
}
