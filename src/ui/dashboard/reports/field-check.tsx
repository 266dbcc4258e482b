import { useId } from 'preact/hooks';
import { type MessageKey, wordKey } from '../../../core/language/words.ts';
import type { Reading } from '../../../core/reading/reading.ts';
import {
  type Agreement,
  agreementOn,
  agreements,
  type FieldCheckOutcome,
  type FieldVisit,
  pagesOf,
  readIn,
  type SettingsPage,
} from '../../../core/report/field-check.ts';
import type { Overview } from '../../../core/verdict/overview.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { ErrandLine } from '../../settings/errand-line.tsx';
import { formatDay, formatMoment } from '../../words/dates.ts';
import { foundBy, strategyOf } from '../../words/found-by.ts';
import { useLocale } from '../../words/locale.ts';
import { serviceNames } from '../../words/service-names.ts';
import { ShownInFull, type TakeAway } from './export-panel.tsx';

export interface FieldCheckProps extends TakeAway {
  readonly overview: Overview;
  readonly visit: FieldVisit;
  readonly outcome: FieldCheckOutcome;
  readonly onOpen: (page: SettingsPage) => void;
  readonly onAnswer: (status: SettingStatus, agreement: Agreement) => void;
}

/** A person who is signed in compares what was read with what the page shows. */
export function FieldCheck({ overview, visit, outcome, ...on }: FieldCheckProps) {
  const locale = useLocale();
  const { text, number } = locale;
  const { statuses, services } = overview;
  const read = statuses.filter((status) => readIn(visit, status)).length;
  const pages = pagesOf(statuses);
  const next = pages.find((page) => !page.statuses.some((status) => readIn(visit, status)));

  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('field_title')}
        </h2>
        <p>{text('field_lead', serviceNames(services, locale))}</p>
        <ol>
          <li>{text('field_step_open')}</li>
          <li>{text('field_step_compare')}</li>
          <li>{text('field_step_hand_on')}</li>
        </ol>
        <p class="small">{text('field_memory')}</p>
      </section>
      <p class="progress" role="status">
        {text('field_progress', number(read), number(statuses.length))}
      </p>
      {pages.map((page) => (
        <PageToCheck key={page.open} page={page} visit={visit} isNext={page === next} {...on} />
      ))}
      <section class="outcome" aria-labelledby="outcome-title">
        <h2 id="outcome-title">{text('field_outcome_title')}</h2>
        {read === 0 ? (
          <p>{text('field_outcome_none')}</p>
        ) : (
          <>
            <p>{text('field_outcome_what')}</p>
            <p>{text('field_outcome_never')}</p>
            <ShownInFull
              what="field-outcome"
              label={text('field_outcome_text')}
              text={JSON.stringify(outcome, null, 2)}
              fileName={`default-check-field-check-${outcome.day}.json`}
              onCopy={on.onCopy}
              onSave={on.onSave}
            />
            <p>{text('field_outcome_where')}</p>
          </>
        )}
      </section>
    </>
  );
}

type PageProps = Pick<FieldCheckProps, 'visit' | 'onOpen' | 'onAnswer'> & {
  readonly page: SettingsPage;
  /** The one to go on with. */
  readonly isNext: boolean;
};

function PageToCheck({ page, visit, isNext, onOpen, onAnswer }: PageProps) {
  const { text, count } = useLocale();
  const id = useId();
  const { open, statuses } = page;
  const { host, pathname } = new URL(open);
  const isUnderWay = statuses.some(({ errand }) => errand && errand.step !== 'ended');
  const isRead = statuses.every((status) => readIn(visit, status));
  const only = statuses.length === 1 ? statuses[0] : undefined;

  return (
    <section class="page" data-page={open} data-read={isRead || undefined} aria-labelledby={id}>
      <header>
        <div>
          <h3 id={id}>{only ? only.title : count('field_several', statuses.length)}</h3>
          <p class="address">{`${host}${pathname}`}</p>
        </div>
        <button
          type="button"
          class={isNext ? 'primary' : ''}
          data-action="check"
          disabled={isUnderWay}
          aria-describedby={id}
          onClick={() => onOpen(page)}
        >
          {text(isRead ? 'field_open_again' : 'field_open')}
        </button>
      </header>
      <div role="status">
        {statuses
          .filter(toldOf(visit))
          .map(
            ({ key, errand, serviceName }) =>
              errand && <ErrandLine key={key} errand={errand} serviceName={serviceName} />,
          )}
      </div>
      {statuses.map((status) => (
        <SettingToCheck
          key={status.key}
          status={status}
          visit={visit}
          isNamed={!only}
          onAnswer={(agreement) => onAnswer(status, agreement)}
        />
      ))}
    </section>
  );
}

/** Of this visit, and not what the reading below says already. */
function toldOf({ startedAt }: FieldVisit) {
  return ({ errand }: SettingStatus): boolean => {
    if (!errand || errand.startedAt < startedAt) return false;
    const code = errand.outcome?.code;
    return code !== 'read' && code !== 'could-not-read';
  };
}

interface SettingProps {
  readonly status: SettingStatus;
  readonly visit: FieldVisit;
  /** Where its page holds others. */
  readonly isNamed: boolean;
  readonly onAnswer: (agreement: Agreement) => void;
}

function SettingToCheck({ status, visit, isNamed, onAnswer }: SettingProps) {
  const { text, language } = useLocale();
  const { key, title, lastConfirmed } = status;
  const finding = readIn(visit, status);
  const reading = finding?.reading;
  const strategy = strategyOf(reading);

  return (
    <div
      class="setting"
      data-field-check={key}
      data-reading={reading?.state ?? 'not-read'}
      data-reason={reading?.state === 'unknown' ? reading.reason : undefined}
      data-strategy={strategy}
    >
      {isNamed && <h4>{title}</h4>}
      {finding && <p class="read">{whatWasRead(status, finding.reading)}</p>}
      <p class="small">
        {strategy && `${text(foundBy[strategy])} `}
        {finding
          ? text('field_read_at', formatMoment(finding.readAt, language))
          : text('field_not_read')}{' '}
        {lastConfirmed
          ? text('field_confirmed', formatDay(lastConfirmed, language))
          : text('field_confirmed_never')}
      </p>
      {reading?.state === 'unknown' && (
        <p>
          <a href={`#report=${key}`} data-action="report">
            {text('field_report')}
          </a>
        </p>
      )}
      {reading && reading.state !== 'unknown' && (
        <Agrees name={key} agreement={agreementOn(visit, status)} onAnswer={onAnswer} />
      )}
    </div>
  );

  function whatWasRead({ serviceName }: SettingStatus, read: Reading): string {
    switch (read.state) {
      case 'unknown':
        return `${text('field_read_unknown')} ${text(wordKey('reason', read.reason), serviceName)}`;
      case 'locked':
        return text(read.position === 'on' ? 'field_read_locked_on' : 'field_read_locked_off');
      case 'absent':
        return text('field_read_absent');
      default:
        return text(read.state === 'on' ? 'field_read_on' : 'field_read_off');
    }
  }
}

interface AgreesProps {
  readonly name: string;
  readonly agreement: Agreement;
  readonly onAnswer: (agreement: Agreement) => void;
}

function Agrees({ name, agreement, onAnswer }: AgreesProps) {
  const { text } = useLocale();
  return (
    <fieldset>
      <legend>{text('field_agrees')}</legend>
      {agreements.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={`agrees ${name}`}
            value={one}
            checked={one === agreement}
            onChange={() => onAnswer(one)}
          />
          {text(answers[one])}
        </label>
      ))}
    </fieldset>
  );
}

const answers: Readonly<Record<Agreement, MessageKey>> = {
  yes: 'field_agrees_yes',
  no: 'field_agrees_no',
  'not-said': 'field_agrees_not_said',
};
