import { wordKey } from '../../core/language/words.ts';
import type { RuleChange } from '../../core/rules/rule-change.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { EvidenceList } from '../parts/evidence-list.tsx';
import { formatDay } from '../words/dates.ts';
import { useLocale } from '../words/locale.ts';
import { namePlace } from '../words/places.ts';

interface Props {
  readonly changes: readonly RuleChange[];
  readonly statuses: readonly SettingStatus[];
  readonly onSeen: () => void;
}

/** Told once when the rules say something else of the person's place than when they last looked. */
export function RuleChangeNotice({ changes, statuses, onSeen }: Props) {
  const { text, language } = useLocale();
  return (
    <section class="notice" role="status" data-notice="rules">
      <strong>{text('rules_changed')}</strong>
      {changes.map(({ key, before, after, evidence }) => {
        const status = statuses.find((one) => one.key === key);
        if (!status?.place) return null;
        const place = namePlace(status.place, language);
        return (
          <div key={key}>
            <p>
              {text('labelled', status.title, text(wordKey('rule_was', before.default), place))}{' '}
              {after.from === undefined
                ? text('rule_is_none', place)
                : text(
                    wordKey('rule_is', after.default),
                    formatDay(after.from, language),
                    status.serviceName,
                  )}
            </p>
            <EvidenceList title={text('why_rule_sources')} heading="h3" evidence={evidence} />
          </div>
        );
      })}
      <button type="button" data-action="rules-seen" onClick={onSeen}>
        {text('batch_seen')}
      </button>
    </section>
  );
}
