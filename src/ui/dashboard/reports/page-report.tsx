import { wordKey } from '../../../core/language/words.ts';
import type { SettingKey } from '../../../core/recipe/setting-key.ts';
import type { PageReport } from '../../../core/report/page-report.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { useLocale } from '../../words/locale.ts';
import { ShownInFull, type TakeAway } from './export-panel.tsx';

/** How far a report has come. */
export type ReportState =
  | { readonly step: 'asking' | 'no-page' | 'refused'; readonly key: SettingKey }
  /** The page was asked for; the report is made when a later reading than the one of `readAt` is there. */
  | {
      readonly step: 'opening';
      readonly key: SettingKey;
      readonly askedAt: number;
      readonly readAt: number | undefined;
    }
  | { readonly step: 'made'; readonly key: SettingKey; readonly report: PageReport };

export interface PageReportProps extends TakeAway {
  readonly statuses: readonly SettingStatus[];
  readonly state: ReportState | undefined;
  readonly onMake: (key: SettingKey) => void;
  readonly onOpen: (status: SettingStatus) => void;
}

/** From a switch that could not be read to a report of how its page is built. */
export function PageReportView({ statuses, state, ...on }: PageReportProps) {
  const { text } = useLocale();
  const listed = statuses.filter(
    ({ key, finding }) => key === state?.key || finding?.reading.state === 'unknown',
  );

  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('report_title')}
        </h2>
        <p>{text('report_lead')}</p>
        <ul>
          <li>{text('report_what')}</li>
          <li>{text('report_never')}</li>
          <li>{text('report_sent')}</li>
        </ul>
      </section>
      {listed.length === 0 ? (
        <p class="empty">{text('report_none')}</p>
      ) : (
        <section aria-label={text('report_list')} class="list">
          {listed.map((status) => (
            <SettingToReport
              key={status.key}
              status={status}
              state={state?.key === status.key ? state : undefined}
              isFirst={!state}
              onMake={() => on.onMake(status.key)}
              onOpen={() => on.onOpen(status)}
            />
          ))}
        </section>
      )}
      {state?.step === 'made' && (
        <section class="outcome" aria-labelledby="report-title">
          <h2 id="report-title">{text('report_full_title')}</h2>
          <p>{text('report_full_read')}</p>
          <ShownInFull
            what="report"
            label={text('report_full_title')}
            text={JSON.stringify(state.report, null, 2)}
            fileName={`default-check-report-${state.key.split('/')[1]}.json`}
            onCopy={on.onCopy}
            onSave={on.onSave}
          />
          <p>{text('report_full_where')}</p>
        </section>
      )}
    </>
  );
}

interface SettingProps {
  readonly status: SettingStatus;
  readonly state: ReportState | undefined;
  /** No report was asked for yet. */
  readonly isFirst: boolean;
  readonly onMake: () => void;
  readonly onOpen: () => void;
}

function SettingToReport({ status, state, isFirst, onMake, onOpen }: SettingProps) {
  const { text } = useLocale();
  const { key, title, serviceName, finding } = status;
  const reading = finding?.reading;
  const id = `report ${key}`;
  const isUnderWay = state?.step === 'asking' || state?.step === 'opening';

  return (
    <div class="page" data-report-of={key} data-step={state?.step}>
      <header>
        <div>
          <h3 id={id}>{title}</h3>
          {reading?.state === 'unknown' && (
            <p class="small">{text(wordKey('reason', reading.reason), serviceName)}</p>
          )}
        </div>
        <button
          type="button"
          class={isFirst ? 'primary' : ''}
          data-action="report"
          disabled={isUnderWay}
          aria-describedby={id}
          onClick={onMake}
        >
          {text('report_make')}
        </button>
      </header>
      <div role="status">{state && <p class="errand">{said(state)}</p>}</div>
      {state?.step === 'no-page' && (
        <div class="actions">
          <button
            type="button"
            class="primary"
            data-action="open"
            aria-describedby={id}
            onClick={onOpen}
          >
            {text('report_open')}
          </button>
        </div>
      )}
    </div>
  );

  function said({ step }: ReportState): string {
    switch (step) {
      case 'asking':
        return text('report_asking');
      case 'no-page':
        return text('report_no_page');
      case 'opening':
        return text('report_opening');
      case 'refused':
        return text('report_refused');
      case 'made':
        return text('report_made');
    }
  }
}
