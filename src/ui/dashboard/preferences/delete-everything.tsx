import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocale } from '../../words/locale.ts';
import { SaveHistory, type SaveHistoryProps } from '../history/save-history.tsx';
import { Question } from '../question.tsx';
import { type SetAsideProps, SetAsideView } from './set-aside.tsx';

export interface DeleteEverythingProps extends SaveHistoryProps {
  readonly serviceName: string;
  /** What was put aside, if anything was. */
  readonly setAside: SetAsideProps | undefined;
  /** Says whether all of it is gone. */
  readonly onDelete: () => Promise<boolean>;
}

type Step = 'offered' | 'asked' | 'under-way' | 'done' | 'failed';

/** One button, and one explicit yes. */
export function DeleteEverything({
  serviceName,
  isEmpty,
  onSave,
  setAside,
  onDelete,
}: DeleteEverythingProps) {
  const { text } = useLocale();
  const [step, setStep] = useState<Step>('offered');
  const offer = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const isAsking = step === 'asked' || step === 'under-way';

  useEffect(() => {
    if (step === 'done' || step === 'failed') said.current?.focus();
  }, [step]);

  const keep = () => {
    setStep('offered');
    offer.current?.focus();
  };

  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('delete_title')}
        </h2>
        <p>{text('delete_lead')}</p>
      </section>
      {setAside && <SetAsideView {...setAside} />}
      <section class="page" aria-labelledby="delete-goes">
        <h3 id="delete-goes">{text('delete_goes')}</h3>
        <ul>
          <li>{text('delete_goes_history')}</li>
          <li>{text('delete_goes_choices')}</li>
          <li>{text('delete_goes_errands')}</li>
          <li>{text('delete_goes_set_aside')}</li>
          <li>{text('delete_goes_permissions')}</li>
        </ul>
        <h3>{text('delete_stays')}</h3>
        <ul>
          <li>{text('delete_stays_settings', serviceName)}</li>
          <li>{text('delete_stays_files')}</li>
        </ul>
      </section>
      {step !== 'done' && (
        <section class="list" aria-labelledby="delete-first">
          <p id="delete-first">{text('delete_first')}</p>
          <SaveHistory isEmpty={isEmpty} onSave={onSave} />
        </section>
      )}
      <div class="deletion" data-deletion={step}>
        {step !== 'done' && (
          <button
            ref={offer}
            type="button"
            class="danger"
            data-action="delete"
            aria-expanded={isAsking}
            disabled={step === 'under-way'}
            onClick={() => setStep('asked')}
          >
            {text('delete_offer')}
          </button>
        )}
        {isAsking && (
          <Question
            asks={text('delete_question')}
            yes={text(step === 'under-way' ? 'delete_under_way' : 'delete_sure')}
            no={text('delete_keep')}
            busy={step === 'under-way'}
            onYes={async () => {
              setStep('under-way');
              setStep((await onDelete()) ? 'done' : 'failed');
            }}
            onNo={keep}
          />
        )}
        {(step === 'done' || step === 'failed') && (
          <p ref={said} class="notice" tabIndex={-1} role="status" data-notice={`deletion-${step}`}>
            {text(step === 'done' ? 'delete_done' : 'delete_failed')}
          </p>
        )}
      </div>
    </>
  );
}
