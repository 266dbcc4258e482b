import { settingKey } from '../../core/language/words.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { EvidenceList } from '../parts/evidence-list.tsx';
import { formatDay } from '../words/dates.ts';
import { useLocale } from '../words/locale.ts';
import { WayOut } from './way-out.tsx';

interface Props {
  readonly status: SettingStatus;
  readonly onRights: () => void;
}

/** What is shared, what the switch does not reach, and all that the card's claims rest on. */
export function Why({ status, onRights }: Props) {
  const { text, language } = useLocale();
  const { key, serviceName, lastConfirmed } = status;
  const covers = text(settingKey('covers', key), serviceName);
  return (
    <>
      <p class="small">{text(settingKey('shares', key), serviceName)}</p>
      {covers && <p class="small">{covers}</p>}
      <p class="small">{text(settingKey('limits', key), serviceName)}</p>
      {status.alternatives.map((alternative) => (
        <section key={alternative.id}>
          <h4>{text('way_out_title')}</h4>
          <p class="small">
            {text(settingKey('alternative', alternative.id), serviceName)}{' '}
            <WayOut alternative={alternative} serviceName={serviceName} />
          </p>
          <EvidenceList
            heading="h4"
            title={text('why_alternative_sources')}
            evidence={alternative.evidence}
          />
        </section>
      ))}
      <p>
        <button type="button" class="quiet" data-action="rights" onClick={onRights}>
          {text('rights_title')}
        </button>
      </p>
      {status.cases.map(({ id, evidence }) => (
        <section key={id}>
          <h4>{text('why_case_title')}</h4>
          <p class="small">{text(settingKey('case', id), serviceName)}</p>
          <EvidenceList heading="h4" title={text('why_case_sources')} evidence={evidence} />
        </section>
      ))}
      {status.rule && (
        <EvidenceList
          heading="h4"
          title={text('why_rule_sources')}
          evidence={status.rule.evidence}
        />
      )}
      {status.formerRule && (
        <EvidenceList
          heading="h4"
          title={text('why_former_sources')}
          evidence={status.formerRule.evidence}
        />
      )}
      <EvidenceList heading="h4" title={text('why_setting_sources')} evidence={status.evidence} />
      <p class="small">{text('account_untold', serviceName)}</p>
      <p class="small" data-confirmed={lastConfirmed ?? 'never'}>
        {lastConfirmed
          ? text('field_confirmed', formatDay(lastConfirmed, language))
          : text('field_confirmed_never')}
      </p>
    </>
  );
}
