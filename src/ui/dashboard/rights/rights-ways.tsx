import { settingKey, wordKey } from '../../../core/language/words.ts';
import type { LawThere } from '../../../core/law/laws.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { Sources } from '../../parts/evidence-list.tsx';
import { WayOut } from '../../settings/way-out.tsx';
import { useLocale } from '../../words/locale.ts';

interface Props {
  readonly status: SettingStatus;
  readonly law: LawThere | undefined;
}

/** The switch, the service's own form, the letter, and who hears a complaint. */
export function RightsWays({ status, law }: Props) {
  const { text } = useLocale();
  const { key, serviceName, alternatives, controller } = status;
  return (
    <section class="part">
      <h3>{text('rights_ways')}</h3>
      <ol class="ways">
        <li data-way="switch">
          <h4>{text('rights_way_switch')}</h4>
          <p>{text(settingKey('limits', key), serviceName)}</p>
          <a href={status.open} target="_blank" rel="noopener noreferrer">
            {text('rights_way_switch_open')}
          </a>
        </li>
        {alternatives.map((alternative) => (
          <li key={alternative.id} data-way={alternative.kind}>
            <h4>{text('rights_way_form')}</h4>
            <p>{text(settingKey('alternative', alternative.id), serviceName)}</p>
            <WayOut alternative={alternative} serviceName={serviceName} />
          </li>
        ))}
        <li data-way="letter">
          <h4>{text('rights_way_letter')}</h4>
          <p>{text(controller ? 'rights_way_letter_below' : 'rights_way_letter_none')}</p>
        </li>
        <li data-way="authority">
          <h4>{text('rights_way_authority')}</h4>
          {law ? (
            law.authorities.map(({ page, leadsTo }) => (
              <div key={page.address} data-leads-to={leadsTo}>
                <Sources evidence={[page]} />
                <p>{text(wordKey('authority', leadsTo))}</p>
              </div>
            ))
          ) : (
            <p>{text('rights_way_authority_none')}</p>
          )}
        </li>
      </ol>
    </section>
  );
}
