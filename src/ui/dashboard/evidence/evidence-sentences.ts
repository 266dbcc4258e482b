import { wordKey } from '../../../core/language/words.ts';
import type { Reading } from '../../../core/reading/reading.ts';
import type { EvidenceReport, Statements } from '../../../core/report/evidence-report.ts';
import type { Locale } from '../../words/locale.ts';
import { formatUtc } from '../dashboard-dates.ts';

/** What flipped back, with both days; nothing of it says who did it. */
export function flipBackSentences(
  { heldSince, cause, foundAt, verifiedAt }: NonNullable<EvidenceReport['flipBack']>,
  { text, language }: Locale,
): { readonly said: string; readonly known: string } {
  const on = (moment: string) => formatUtc(moment, language);
  return {
    said: `${text(wordKey('evidence_held', cause), on(heldSince))} ${text('evidence_found', on(foundAt))}`,
    known: text('evidence_verified', on(verifiedAt)),
  };
}

/** What a report proves and what it does not. */
export function statementsOf(report: EvidenceReport, { text, language }: Locale): Statements {
  const { service } = report.setting;
  return {
    language,
    shows: [
      ...(report.flipBack ? [text('evidence_shows_flip_back')] : []),
      ...(report.readings.length > 0 ? [text('evidence_shows_readings')] : []),
      ...(report.rules.length > 0 ? [text('evidence_shows_rules', service)] : []),
    ],
    doesNotShow: [
      text('evidence_shows_not_who', service),
      text('evidence_shows_not_account'),
      text('evidence_shows_not_between'),
      text('evidence_shows_not_use', service),
      ...(report.place === null ? [] : [text('evidence_shows_not_place')]),
      text('evidence_shows_not_signed'),
    ],
  };
}

export function readingWords(reading: Reading, { text }: Locale): string {
  switch (reading.state) {
    case 'locked':
      return text(
        reading.position === 'on' ? 'evidence_read_locked_on' : 'evidence_read_locked_off',
      );
    case 'on':
      return text('evidence_read_on');
    case 'off':
      return text('evidence_read_off');
    case 'absent':
      return text('evidence_read_absent');
    case 'unknown':
      return text('evidence_read_unknown');
  }
}
