import { useState } from 'preact/hooks';
import {
  type Added,
  type EvidenceReport,
  evidenceFile,
} from '../../../core/report/evidence-report.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { formatMoment } from '../../words/dates.ts';
import { useLocale } from '../../words/locale.ts';
import { keptToItself } from '../kept-to-itself.ts';
import { EvidenceArticle, inView } from './evidence-article.tsx';
import { evidenceHtml, evidenceJson } from './evidence-file.tsx';
import { statementsOf } from './evidence-sentences.ts';

/** The report that was asked for, or that there is none. */
export type EvidenceState =
  | { readonly step: 'made'; readonly report: EvidenceReport }
  | { readonly step: 'refused' };

export interface EvidenceProps {
  readonly statuses: readonly SettingStatus[];
  readonly state: EvidenceState | undefined;
  readonly onSave: (name: string, text: string, type: string) => void;
}

/** What was read of a setting, shown as it is saved, with room for what the person wants to add. */
export function EvidenceView({ statuses, state, onSave }: EvidenceProps) {
  const { text } = useLocale();
  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('evidence_view_title')}
        </h2>
        <p>{text('evidence_lead')}</p>
        <ul>
          <li>{text('evidence_never')}</li>
          <li>{text('evidence_sent')}</li>
        </ul>
      </section>
      {state?.step === 'refused' && (
        <p class="notice" role="alert" data-notice="evidence-refused">
          {text('evidence_refused')}
        </p>
      )}
      {state?.step === 'made' ? (
        <EvidenceToSave key={state.report.setting.key} report={state.report} onSave={onSave} />
      ) : (
        <SettingsThatWereRead statuses={statuses} />
      )}
    </>
  );
}

function SettingsThatWereRead({ statuses }: Pick<EvidenceProps, 'statuses'>) {
  const { text, language } = useLocale();
  const read = statuses.filter(({ finding }) => finding);
  if (read.length === 0) return <p class="empty">{text('evidence_none')}</p>;
  const hasFlippedBack = ({ finding }: SettingStatus) => finding?.flipBack !== undefined;
  return (
    <section aria-label={text('evidence_list')} class="list">
      {[...read.filter(hasFlippedBack), ...read.filter((one) => !hasFlippedBack(one))].map(
        (status) => (
          <div key={status.key} class="page" data-evidence-of={status.key}>
            <header>
              <div>
                <h3 id={`evidence-${status.key}`}>{status.title}</h3>
                <p class="small">
                  {hasFlippedBack(status) && `${text('evidence_flipped')}. `}
                  {status.finding &&
                    text('field_read_at', formatMoment(status.finding.readAt, language))}
                </p>
              </div>
              <a
                href={`#evidence=${status.key}`}
                data-action="evidence"
                aria-describedby={`evidence-${status.key}`}
              >
                {text('evidence_open')}
              </a>
            </header>
          </div>
        ),
      )}
    </section>
  );
}

interface ToSaveProps extends Pick<EvidenceProps, 'onSave'> {
  readonly report: EvidenceReport;
}

function EvidenceToSave({ report, onSave }: ToSaveProps) {
  const locale = useLocale();
  const { text } = locale;
  const [added, setAdded] = useState<Added>({ name: '', note: '' });
  const file = evidenceFile(report, statementsOf(report, locale), added);
  const [saved, setSaved] = useState<Added>();

  const save = (ending: 'html' | 'json') => {
    const { key } = report.setting;
    const name = `default-check-evidence-${key.replace('/', '-')}-${report.madeAt.slice(0, 10)}`;
    if (ending === 'html') onSave(`${name}.html`, evidenceHtml(file, locale), 'text/html');
    else onSave(`${name}.json`, evidenceJson(file), 'application/json');
    setSaved(added);
  };

  return (
    <>
      <section class="add" aria-labelledby="add-title">
        <h3 id="add-title">{text('evidence_add_title')}</h3>
        <p id="add-why" class="small">
          {text('evidence_add_why')}
        </p>
        <label for="evidence-note">{text('evidence_add_note')}</label>
        <textarea
          id="evidence-note"
          name="note"
          rows={3}
          {...keptToItself}
          aria-describedby="add-why"
          value={added.note}
          onInput={({ currentTarget: { value } }) => setAdded({ ...added, note: value })}
        />
        <label for="evidence-name">{text('evidence_add_name')}</label>
        <input
          id="evidence-name"
          name="name"
          type="text"
          {...keptToItself}
          aria-describedby="add-why"
          value={added.name}
          onInput={({ currentTarget: { value } }) => setAdded({ ...added, name: value })}
        />
      </section>
      <section class="save" aria-labelledby="save-title">
        <h3 id="save-title">{text('evidence_save_title')}</h3>
        <div class="actions">
          <button
            type="button"
            class="primary"
            data-action="save-html"
            onClick={() => save('html')}
          >
            {text('evidence_save_html')}
          </button>
          <button type="button" data-action="save-json" onClick={() => save('json')}>
            {text('evidence_save_json')}
          </button>
          <p class="said" role="status">
            {saved === added && text('report_saved')}
          </p>
        </div>
        <p class="small">{text('evidence_save_which')}</p>
      </section>
      <section class="shown" aria-label={text('evidence_shown')}>
        <EvidenceArticle file={file} headings={inView} />
      </section>
    </>
  );
}
