import { useRef, useState } from 'preact/hooks';
import { wordKey } from '../../../core/language/words.ts';
import type { LawThere } from '../../../core/law/laws.ts';
import { letterKindOf, letterOf } from '../../../core/law/letter.ts';
import type { Controller } from '../../../core/recipe/recipe.ts';
import { dayOf } from '../../../core/time/day.ts';
import type { SettingStatus } from '../../../core/verdict/status.ts';
import { EvidenceList } from '../../parts/evidence-list.tsx';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useLocale } from '../../words/locale.ts';
import { keptToItself } from '../kept-to-itself.ts';
import { TakeAwayActions } from '../reports/export-actions.tsx';
import { letterText } from './letter-text.ts';

interface Props {
  readonly status: SettingStatus;
  readonly controller: Controller;
  readonly law: LawThere | undefined;
  readonly now: number;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onSave: (name: string, text: string, type: string) => void;
}

/** How many lines more its long ones make. */
const WRAPPED_LINES = 6;

/** A draft that the person makes their own, and takes away by copy or as a file. */
export function LetterDraft({ status, controller, law, now, onCopy, onSave }: Props) {
  const locale = useLocale();
  const { text } = locale;
  const { key, serviceName, title, finding, judgement } = status;
  const [livesThere, setLivesThere] = useState(false);
  // Kept apart from the draft: a reading that comes meanwhile does not take away what was written.
  const [written, setWritten] = useState<string>();

  const section = useRef<HTMLElement>(null);
  const draft = useRef<HTMLTextAreaElement>(null);
  useKeptFocus(section, draft);

  const kind = letterKindOf(law, livesThere);
  const { verdict } = judgement;
  const about = { kind, law, controller, serviceName, title, finding, verdict };
  const letter = written ?? letterText(letterOf(about, now), locale);
  const onlyIn = law?.period.onlyIn;
  const name = `default-check-letter-${key.replace('/', '-')}-${dayOf(now)}.txt`;

  return (
    <section ref={section} class="part letter" aria-labelledby="letter-title" data-letter={kind}>
      <h3 id="letter-title">{text('letter_title')}</h3>
      <p id="letter-how">{text('letter_how')}</p>
      {onlyIn && (
        <div>
          <label class="only-in">
            <input
              type="checkbox"
              name="only-in"
              checked={livesThere}
              aria-describedby="only-in-why"
              onChange={({ currentTarget: { checked } }) => {
                setLivesThere(checked);
                setWritten(undefined);
              }}
            />
            {text(wordKey('only_in', onlyIn))}
          </label>
          <p id="only-in-why" class="small">
            {text('only_in_why')}
          </p>
        </div>
      )}
      <textarea
        ref={draft}
        name="letter"
        aria-label={text('letter_label', controller.lines[0] ?? serviceName)}
        aria-describedby="letter-how"
        rows={letter.split('\n').length + WRAPPED_LINES}
        {...keptToItself}
        value={letter}
        onInput={({ currentTarget: { value } }) => setWritten(value)}
      />
      <TakeAwayActions
        taken={letter}
        onCopy={onCopy}
        onSave={() => onSave(name, letter, 'text/plain')}
        leads
      >
        {written !== undefined && (
          <button type="button" data-action="restore" onClick={() => setWritten(undefined)}>
            {text('letter_restore')}
          </button>
        )}
      </TakeAwayActions>
      <p class="small">{text('rights_disclaimer')}</p>
      <EvidenceList
        heading="h4"
        title={text('letter_addressee_sources')}
        evidence={controller.evidence}
      />
    </section>
  );
}
