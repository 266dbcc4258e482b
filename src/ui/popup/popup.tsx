import { useRef } from 'preact/hooks';
import type { ToldRefusal } from '../../core/errand/told-refusal.ts';
import type { ListedService } from '../../core/verdict/listed-service.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import { type BatchActions, BatchPanel } from '../batch/batch-panel.tsx';
import { AccessNotices, OfferedServices } from '../parts/access-notice.tsx';
import { RefusedNotice } from '../parts/refused-notice.tsx';
import { StoreFullNotice } from '../parts/store-full-notice.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { PlaceChooser } from '../place/place-chooser.tsx';
import { ranked } from '../settings/by-severity.ts';
import { nextStep } from '../settings/next-step.ts';
import { OpenPages } from '../settings/open-pages.tsx';
import { type SettingActions, SettingsList } from '../settings/settings-list.tsx';
import { Summary } from '../settings/summary.tsx';
import { useLocale } from '../words/locale.ts';
import { serviceNames } from '../words/service-names.ts';
import { AccountChooser } from './account-chooser.tsx';
import { ReminderNotice } from './reminder-notice.tsx';
import { RuleChangeNotice } from './rule-change-notice.tsx';
import { SetAsideNotice } from './set-aside-notice.tsx';
import { UnlistedNotice } from './unlisted-notice.tsx';
import { UnreadNotice } from './unread-notice.tsx';

export interface PopupProps extends SettingActions {
  readonly overview: Overview;
  /** ISO 3166-1 codes to choose from, and the one that is only guessed. */
  readonly codes: readonly string[];
  readonly guess: string | undefined;
  /** The background would not do what was asked. */
  readonly refusal: ToldRefusal | undefined;
  /** The person is in a private window, where nothing is read. */
  readonly isPrivate: boolean;
  /** The page before the person shows a setting, and cannot be read. */
  readonly isUnread: boolean;
  readonly onReload: () => void;
  readonly onGrant: (service: ListedService) => void;
  readonly onProfile: (id: string) => void;
  readonly onContainer: (id: string) => void;
  readonly onPlace: (code: string) => void;
  readonly batch: BatchActions;
  readonly onRulesSeen: () => void;
  readonly onBanner: (banner: boolean) => void;
  readonly onSetAsideSeen: () => void;
  readonly onMakeRoom: () => void;
  readonly onUnlistedSeen: (address: string) => void;
  /** The full-page view, as it opens or at the preferences. */
  readonly onDashboard: () => void;
  readonly onPreferences: () => void;
}

export function Popup(props: PopupProps) {
  const locale = useLocale();
  const { text } = locale;
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  const { overview } = props;
  const { services } = overview;
  const serviceName = serviceNames(services, locale);
  const settings = ranked(overview.statuses);
  const next = nextStep(overview, settings);
  const place = (
    <PlaceChooser
      // One and the same, wherever it stands: it moves when a place is chosen, and keeps the focus.
      key="place"
      leads={next.do === 'choose-place'}
      serviceName={serviceName}
      codes={props.codes}
      chosen={overview.place}
      guess={props.guess}
      onChoose={props.onPlace}
    />
  );
  return (
    <>
      <header>
        <img src="/icons/32.png" width="20" height="20" alt="" />
        <h1>{text('app_name')}</h1>
      </header>
      <main ref={main} tabIndex={-1}>
        {props.refusal && <RefusedNotice refusal={props.refusal} />}
        {props.isPrivate && (
          <p class="notice" data-notice="private">
            {text('private_text')}
          </p>
        )}
        <AccessNotices services={services} onGrant={props.onGrant} />
        {props.isUnread && <UnreadNotice onReload={props.onReload} />}
        {overview.isStoreFull && <StoreFullNotice onMakeRoom={props.onMakeRoom} />}
        {overview.hasSetAside && (
          <SetAsideNotice
            hasLostAccounts={overview.hasLostAccounts}
            onSeen={props.onSetAsideSeen}
          />
        )}
        {overview.place === undefined && place}
        <Summary {...overview} ranked={settings}>
          <BatchPanel {...props.batch} {...overview} next={next.do} />
        </Summary>
        <AccountChooser
          overview={overview}
          onProfile={props.onProfile}
          onContainer={props.onContainer}
        />
        {overview.place !== undefined && place}
        {overview.ruleChanges.length > 0 && (
          <RuleChangeNotice
            changes={overview.ruleChanges}
            statuses={overview.statuses}
            onSeen={props.onRulesSeen}
          />
        )}
        {overview.reminder.due && <ReminderNotice reminder={overview.reminder} />}
        {overview.unlisted.length > 0 && (
          <UnlistedNotice
            services={services}
            pages={overview.unlisted}
            onSeen={props.onUnlistedSeen}
          />
        )}
        <SettingsList
          {...props}
          ranked={settings}
          leading={next.do === 'setting' ? next.key : undefined}
        />
        <OpenPages services={services} pages={overview.pages} />
        <OfferedServices services={services} onGrant={props.onGrant} />
      </main>
      <footer>
        <label>
          <input
            type="checkbox"
            name="banner"
            checked={overview.banner}
            disabled={overview.managed.includes('banner')}
            onChange={(event) => props.onBanner(event.currentTarget.checked)}
          />
          {text('preference_banner', serviceName)}
        </label>
        {overview.managed.length > 0 && (
          <p class="small" data-notice="managed">
            {text('managed_notice')}
          </p>
        )}
        <nav aria-label={text('app_name')}>
          <button
            type="button"
            class="quiet"
            data-action="preferences"
            onClick={props.onPreferences}
          >
            {text('action_preferences')}
          </button>
          <button type="button" class="quiet" data-action="dashboard" onClick={props.onDashboard}>
            {text('action_dashboard')}
          </button>
        </nav>
        <p class="small">{text('not_affiliated', serviceName)}</p>
      </footer>
    </>
  );
}
