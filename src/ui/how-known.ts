import type { SettingStatus } from '../core/status.ts';
import { wordKey } from '../core/words.ts';
import { formatMoment } from './dates.ts';
import type { Locale } from './locale.ts';

/** How we know what the verdict says, and what weakens it: one sentence each, nothing beyond what was read. */
export function howKnown(status: SettingStatus, locale: Locale): string[] {
  const { finding, judgement } = status;
  const { text } = locale;
  if (!finding) return [text(status.rule ? 'known_by_rule' : 'known_nothing')];

  return [
    ...source(status, locale),
    ...(judgement.contradiction ? [text('known_contradiction')] : []),
    ...(judgement.stale ? [text('known_stale')] : []),
  ];
}

function source(
  { finding, errand, judgement, serviceName }: SettingStatus,
  { text, language }: Locale,
): string[] {
  if (!finding) return [];
  const { reading } = finding;
  const when = formatMoment(finding.readAt, language);

  switch (reading.state) {
    case 'unknown': {
      const reason = wordKey('reason', reading.reason);
      return [text(reason, serviceName), text(`${reason}_do`, serviceName), ...lastReadable()];
    }
    case 'absent':
      return [
        text(judgement.verdict === 'exempt' ? 'known_absent_exempt' : 'known_absent_unknown', when),
      ];
    case 'locked':
      return [read(), text('known_locked')];
    default:
      return [read()];
  }

  function read(): string {
    if (!finding?.fresh) return text('known_touched', when);
    const isAfterPress = errand?.outcome?.code === 'done' && judgement.verdict === 'protected';
    return text(isAfterPress ? 'known_after_press' : 'known_fresh', when);
  }

  function lastReadable(): string[] {
    const last = finding?.lastReadable;
    if (!last) return [];
    const key = last.position === 'on' ? 'known_last_on' : 'known_last_off';
    return [text(key, formatMoment(last.readAt, language))];
  }
}
