import { useId } from 'preact/hooks';
import type { LanguageChoice } from '../../../core/language/language.ts';
import type { Overview } from '../../../core/verdict/overview.ts';
import type { RemindAfter } from '../../../core/verdict/remind-after.ts';
import { WarnChoice } from '../../parts/warn-choice.tsx';
import { PlaceChooser } from '../../place/place-chooser.tsx';
import { useLocale } from '../../words/locale.ts';
import { serviceNames } from '../../words/service-names.ts';
import { LanguagePreference, type NamedLanguage } from './language-preference.tsx';
import { RemindAfterChoice } from './remind-after-choice.tsx';

/** What the browser says to notifications; `refused` when it was asked just now. */
export type NotifyPermission = 'granted' | 'missing' | 'refused';

export interface PreferencesProps {
  readonly overview: Overview;
  readonly permission: NotifyPermission;
  /** Called within the person's click. */
  readonly onNotify: (notify: boolean) => void;
  readonly onRemindAfter: (after: RemindAfter) => void;
  readonly onBanner: (banner: boolean) => void;
  /** ISO 3166-1 codes to choose from, and the one that is only guessed. */
  readonly codes: readonly string[];
  readonly guess: string | undefined;
  readonly onPlace: (code: string) => void;
  /** What there is to choose from beside the browser's own. */
  readonly languages: readonly NamedLanguage[];
  readonly onLanguage: (language: LanguageChoice) => void;
}

export function Preferences({
  overview,
  permission,
  codes,
  guess,
  languages,
  ...on
}: PreferencesProps) {
  const locale = useLocale();
  const { text } = locale;
  const { services, notify, remindAfter, place, banner, managed } = overview;
  const serviceName = serviceNames(services, locale);
  const id = useId();
  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('preferences_title')}
        </h2>
        <p>{text('preferences_lead')}</p>
        {managed.length > 0 && (
          <p class="notice" data-notice="managed">
            {text('managed_notice')}
          </p>
        )}
      </section>
      <section class="page preference">
        <PlaceChooser
          serviceName={serviceName}
          codes={codes}
          chosen={place}
          guess={guess}
          leads={false}
          onChoose={on.onPlace}
        />
      </section>
      <section class="page preference">
        <WarnChoice
          serviceName={serviceName}
          banner={banner}
          isFixed={managed.includes('banner')}
          onChoose={on.onBanner}
        />
      </section>
      <section class="page preference">
        <label>
          <input
            type="checkbox"
            name="notify"
            checked={notify && permission === 'granted'}
            aria-describedby={`${id}-notify`}
            onChange={({ currentTarget }) => on.onNotify(currentTarget.checked)}
          />
          {text('preference_notify')}
        </label>
        <p role="status">
          {permission === 'refused' && (
            <strong data-notify="refused">{text('preference_notify_refused')}</strong>
          )}
          {permission === 'missing' && notify && (
            <strong data-notify="missing">{text('preference_notify_missing')}</strong>
          )}
        </p>
        <div id={`${id}-notify`} class="what">
          <p>{text('preference_notify_what')}</p>
          <p class="small">{text('preference_notify_how', serviceName)}</p>
          <p class="small">{text('preference_notify_asks')}</p>
        </div>
      </section>
      <section class="page preference">
        <RemindAfterChoice
          chosen={remindAfter}
          isFixed={managed.includes('remindAfter')}
          onChoose={on.onRemindAfter}
        />
        <p class="small">{text('preference_remind_what')}</p>
      </section>
      <LanguagePreference
        serviceName={serviceName}
        chosen={overview.language}
        isFixed={managed.includes('language')}
        languages={languages}
        onChoose={on.onLanguage}
      />
    </>
  );
}
