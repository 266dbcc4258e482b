import { useRef } from 'preact/hooks';
import type { ToldRefusal } from '../../core/errand/told-refusal.ts';
import { wordKey } from '../../core/language/words.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import { RefusedNotice } from '../parts/refused-notice.tsx';
import { StoreFullNotice } from '../parts/store-full-notice.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { useLocale } from '../words/locale.ts';
import { serviceNames } from '../words/service-names.ts';
import { About, type AboutProps } from './about.tsx';
import { type AccountActions, AccountsView } from './accounts.tsx';
import { AllSettings, type AllSettingsProps } from './all-settings.tsx';
import { type EvidenceProps, EvidenceView } from './evidence/evidence-view.tsx';
import { History, type HistoryProps } from './history/history.tsx';
import { DeleteEverything, type DeleteEverythingProps } from './preferences/delete-everything.tsx';
import { Preferences, type PreferencesProps } from './preferences/preferences.tsx';
import type { SetAsideProps } from './preferences/set-aside.tsx';
import { FieldCheck, type FieldCheckProps } from './reports/field-check.tsx';
import { type PageReportProps, PageReportView } from './reports/page-report.tsx';
import { type RightsProps, RightsView } from './rights/rights-view.tsx';
import { type RulesInTimeProps, RulesInTimeView } from './rules/rules-in-time.tsx';
import { mainViewOf, mainViews, partsOf, type View } from './views.ts';

export interface DashboardProps {
  readonly view: View;
  readonly overview: Overview;
  /** The background would not do what was asked. */
  readonly refusal: ToldRefusal | undefined;
  readonly settings: Omit<AllSettingsProps, 'overview'>;
  readonly about: Pick<AboutProps, 'version' | 'permissions'>;
  readonly history: Omit<HistoryProps, 'statuses'>;
  readonly rules: Omit<RulesInTimeProps, 'statuses'>;
  readonly deletion: {
    readonly onDelete: DeleteEverythingProps['onDelete'];
    readonly setAside: Omit<SetAsideProps, 'isKept'>;
  };
  readonly fieldCheck: Omit<FieldCheckProps, 'overview'>;
  readonly accounts: AccountActions;
  readonly report: Omit<PageReportProps, 'statuses'>;
  readonly evidence: Omit<EvidenceProps, 'statuses'>;
  readonly rights: Omit<RightsProps, 'place' | 'statuses'>;
  readonly preferences: Omit<PreferencesProps, 'overview'>;
}

/** The page of the extension that has a tab to itself. */
export function Dashboard({ view, overview, refusal, ...of }: DashboardProps) {
  const locale = useLocale();
  const { text } = locale;
  const serviceName = serviceNames(overview.services, locale);
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  const parts = partsOf(view);
  const isCurrent = (one: View) => {
    if (view === one) return 'page';
    return mainViewOf(view) === one ? 'true' : undefined;
  };
  return (
    <>
      <header class="top">
        <img src="/icons/32.png" width="24" height="24" alt="" />
        <h1>{text('app_name')}</h1>
        <nav aria-label={text('dashboard_nav')}>
          {mainViews.map((one) => (
            <a key={one} href={`#${one}`} aria-current={isCurrent(one)}>
              {text(wordKey('dashboard', one))}
            </a>
          ))}
        </nav>
      </header>
      <main ref={main} tabIndex={-1} data-view={view}>
        {refusal && <RefusedNotice refusal={refusal} />}
        {overview.isStoreFull && <StoreFullNotice />}
        {content()}
        {parts.length > 0 && (
          <nav class="parts" aria-label={text('dashboard_parts')}>
            {parts.map((one) => (
              <a key={one} href={`#${one}`}>
                {text(wordKey('dashboard', one))}
              </a>
            ))}
          </nav>
        )}
      </main>
      <footer>
        <p class="small">{text('not_affiliated', serviceName)}</p>
      </footer>
    </>
  );

  function content() {
    const { statuses } = overview;
    switch (view) {
      case 'settings':
        return <AllSettings overview={overview} {...of.settings} />;
      case 'about':
        return <About statuses={statuses} serviceName={serviceName} {...of.about} />;
      case 'history':
        return <History statuses={statuses} {...of.history} />;
      case 'rules':
        return <RulesInTimeView statuses={statuses} {...of.rules} />;
      case 'preferences':
        return <Preferences overview={overview} {...of.preferences} />;
      case 'evidence':
        return <EvidenceView statuses={statuses} {...of.evidence} />;
      case 'rights':
        return <RightsView place={overview.place} statuses={statuses} {...of.rights} />;
      case 'accounts':
        return (
          <AccountsView accounts={overview.accounts} serviceName={serviceName} {...of.accounts} />
        );
      case 'field-check':
        return <FieldCheck overview={overview} {...of.fieldCheck} />;
      case 'report':
        return <PageReportView statuses={statuses} {...of.report} />;
      case 'delete':
        return (
          <DeleteEverything
            serviceName={serviceName}
            isEmpty={!of.history.histories?.length}
            onSave={of.history.onSave}
            onDelete={of.deletion.onDelete}
            setAside={
              overview.isStoreFull || overview.hasSetAside || overview.keepsSetAside
                ? { isKept: overview.keepsSetAside, ...of.deletion.setAside }
                : undefined
            }
          />
        );
    }
  }
}
