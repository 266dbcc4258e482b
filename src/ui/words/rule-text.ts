import { settingKey, wordKey } from '../../core/language/words.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { formatDay } from './dates.ts';
import type { Locale } from './locale.ts';
import { namePlace } from './places.ts';

/** What holds where the person lives, since when, and what held before. */
export function whatHolds(status: SettingStatus, { text, language }: Locale): string[] {
  const { rule, serviceName, exemptUntil } = status;
  if (!status.place) return [text('rule_no_place', serviceName)];

  const place = namePlace(status.place, language);
  if (!rule) return [text('rule_none', place)];

  const since = formatDay(rule.from, language);
  const { unconfirmedSince } = rule;
  const holds = unconfirmedSince
    ? text(
        'rule_exempt_unconfirmed',
        place,
        since,
        serviceName,
        formatDay(unconfirmedSince, language),
      )
    : text(wordKey('rule', rule.default), place, since, serviceName);
  return [
    ...(exemptUntil ? [text('rule_former', formatDay(exemptUntil, language))] : []),
    holds,
    ...(rule.remark ? [text(settingKey('remark', rule.remark))] : []),
  ];
}
