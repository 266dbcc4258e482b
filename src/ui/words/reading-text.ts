import { wordKey } from '../../core/language/words.ts';
import { isSignedOut, type Strategy } from '../../core/reading/reading.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { sideOf } from '../../core/verdict/verdict.ts';
import { formatMoment } from './dates.ts';
import { strategyOf } from './found-by.ts';
import type { Locale } from './locale.ts';

/** How we know what the verdict says, and what weakens it: one sentence each, nothing beyond what was read. */
export function howKnown(status: SettingStatus, locale: Locale): string[] {
  const { finding, judgement } = status;
  const { text } = locale;
  if (!finding) return [text(status.rule ? 'known_by_rule' : 'known_nothing')];

  return [
    ...(status.lacksAccess ? [text('known_no_access')] : []),
    ...source(status, locale),
    ...(judgement.contradiction ? [text('known_contradiction')] : []),
    ...(judgement.stale ? [text('known_stale')] : []),
  ];
}

/** A control that was not found by its id any more: what is read may still be right, but not for long. */
export function howFound(
  { finding }: SettingStatus,
  { text }: Locale,
): { strategy: Strategy; sentence: string } | undefined {
  const strategy = strategyOf(finding?.reading);
  if (strategy === undefined || strategy === 'known-id') return undefined;
  return { strategy, sentence: text(wordKey('found', strategy)) };
}

function source(
  { finding, errand, judgement, serviceName, protectedWhen }: SettingStatus,
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
    if (finding?.unloaded) return text(wordKey('known', finding.unloaded), when);
    if (!finding?.fresh) return text('known_touched', when);
    const isAfterPress = errand?.outcome?.code === 'done' && judgement.verdict === 'protected';
    if (isAfterPress) return text('known_after_press', when);
    return text('known_fresh', when);
  }

  function lastReadable(): string[] {
    const last = finding?.lastReadable;
    if (!last) return [];
    const side = sideOf(last.position, protectedWhen);
    const isOfBefore = isSignedOut(finding.reading);
    const key = isOfBefore ? wordKey('known_before', side) : wordKey('known_last', side);
    return [text(key, formatMoment(last.readAt, language))];
  }
}
