import type { Overview } from '../core/overview.ts';
import { type AccountActions, AccountsView } from './accounts.tsx';
import { FieldCheck, type FieldCheckProps } from './field-check.tsx';
import { useLocale } from './locale.ts';
import { type PageReportProps, PageReportView } from './page-report.tsx';
import { Preferences, type PreferencesProps } from './preferences.tsx';

export const views = ['field-check', 'accounts', 'report', 'preferences'] as const;
export type View = (typeof views)[number];

interface Props {
  readonly view: View;
  readonly overview: Overview;
  /** The background would not do what was asked. */
  readonly refused: boolean;
  readonly fieldCheck: Omit<FieldCheckProps, 'overview'>;
  readonly accounts: AccountActions;
  readonly report: Omit<PageReportProps, 'statuses'>;
  readonly preferences: Omit<PreferencesProps, 'overview'>;
}

/** The page of the extension that has a tab to itself. */
export function Dashboard({
  view,
  overview,
  refused,
  fieldCheck,
  accounts,
  report,
  preferences,
}: Props) {
  const { text } = useLocale();
  return (
    <>
      <header class="top">
        <img src="/icons/32.png" width="24" height="24" alt="" />
        <h1>{text('app_name')}</h1>
        <nav aria-label={text('dashboard_nav')}>
          <a href="#field-check" aria-current={view === 'field-check' ? 'page' : undefined}>
            {text('dashboard_field_check')}
          </a>
          <a href="#accounts" aria-current={view === 'accounts' ? 'page' : undefined}>
            {text('dashboard_accounts')}
          </a>
          <a href="#report" aria-current={view === 'report' ? 'page' : undefined}>
            {text('dashboard_report')}
          </a>
          <a href="#preferences" aria-current={view === 'preferences' ? 'page' : undefined}>
            {text('dashboard_preferences')}
          </a>
        </nav>
      </header>
      <main data-view={view}>
        {refused && (
          <p class="notice" role="alert" data-notice="refused">
            {text('error_refused')}
          </p>
        )}
        {view === 'accounts' && (
          <AccountsView
            accounts={overview.accounts}
            serviceName={overview.serviceName}
            {...accounts}
          />
        )}
        {view === 'report' && <PageReportView statuses={overview.statuses} {...report} />}
        {view === 'field-check' && <FieldCheck overview={overview} {...fieldCheck} />}
        {view === 'preferences' && <Preferences overview={overview} {...preferences} />}
      </main>
      <footer>
        <p class="small">{text('not_affiliated', overview.serviceName)}</p>
      </footer>
    </>
  );
}
