import { settingKey } from '../../core/language/words.ts';
import { serviceIdOf } from '../../core/recipe/entry.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import type { Locale } from '../words/locale.ts';

interface TermsProps {
  /** Given, as the banner has no context. */
  readonly locale: Locale;
  readonly serviceId: string;
  readonly serviceName: string;
  /** Where the service's terms speak about extensions. */
  readonly terms: string;
}

interface Props extends Pick<TermsProps, 'locale' | 'serviceName' | 'terms'> {
  readonly settingId: SettingKey;
  /** Its page has to be saved. */
  readonly saves: boolean;
}

/** What "opt out" and "show me" do, and what the service's terms say to either. */
export function Choice({ locale, settingId, serviceName, saves, terms }: Props) {
  const { text } = locale;
  const serviceId = serviceIdOf(settingId);
  return (
    <>
      {text('choice_turn_off', serviceName)} {saves && `${text('choice_saves')} `}
      {text('choice_guide')} <Terms {...{ locale, serviceId, serviceName, terms }} />
    </>
  );
}

export function Terms({ locale: { text }, serviceId, serviceName, terms }: TermsProps) {
  return (
    <>
      {text(settingKey('terms', serviceId), serviceName)}{' '}
      <a href={terms} target="_blank" rel="noopener noreferrer">
        {text('choice_terms_link')}
      </a>
    </>
  );
}
