import { useId, useRef, useState } from 'preact/hooks';
import type { ErrandKind } from '../../core/errand/errand.schema.ts';
import { wordKey } from '../../core/language/words.ts';
import { positionOf } from '../../core/reading/reading.ts';
import { isOutdated } from '../../core/verdict/outdated-end.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { Choice } from '../parts/choice.tsx';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { useLocale } from '../words/locale.ts';
import { howFound, howKnown } from '../words/reading-text.ts';
import { whatHolds } from '../words/rule-text.ts';
import { ErrandLine } from './errand-line.tsx';
import { FlipBackNotice } from './flip-back-notice.tsx';
import { mayBeTurnedOff } from './offers-turn-off.ts';
import { SettingActions } from './setting-actions.tsx';
import { VerdictMark } from './verdict-mark.tsx';
import { WayOut } from './way-out.tsx';
import { Why } from './why.tsx';

interface Props {
  readonly status: SettingStatus;
  /** Open until the person folds it. */
  readonly unfolded: boolean;
  /** What it offers to do is what stands out. */
  readonly leads: boolean;
  readonly onErrand: (kind: ErrandKind) => void;
  readonly onMine: () => void;
  readonly onReport: () => void;
  readonly onEvidence: () => void;
  readonly onRights: () => void;
}

/** One line that says how a setting stands; it opens to how we know, what holds, and what can be done. */
export function SettingCard({ status, unfolded, leads, onErrand, onMine, ...on }: Props) {
  const locale = useLocale();
  const { text } = locale;
  const { key, serviceName, judgement, finding, errand } = status;
  const { verdict } = judgement;
  const [chosen, setChosen] = useState<boolean>();
  const [isWhyOpen, setWhyOpen] = useState(false);
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const line = useRef<HTMLButtonElement>(null);
  useKeptFocus(card, line);
  const reading = finding?.reading;
  const told = errand && !isOutdated(errand, finding) ? errand : null;
  const isOpen = chosen ?? (unfolded || finding?.flipBack !== undefined || told !== null);
  const found = howFound(status, locale);
  const known = howKnown(status, locale);

  return (
    <article
      ref={card}
      class={`card tone-${verdict}`}
      aria-labelledby={`${id}-title`}
      data-setting={key}
      data-verdict={verdict}
      data-reading={reading?.state ?? 'never-read'}
      data-reason={reading?.state === 'unknown' ? reading.reason : undefined}
      data-position={reading && positionOf(reading)}
      data-stale={judgement.stale || undefined}
      data-rotting={found?.strategy}
      data-flipped-back={finding?.flipBack ? true : undefined}
    >
      <h3>
        <button
          ref={line}
          type="button"
          class="line"
          data-action="unfold"
          aria-expanded={isOpen}
          aria-controls={`${id}-body`}
          // The line says it in a word only while it is folded.
          aria-describedby={isOpen ? `${id}-verdict` : undefined}
          onClick={() => setChosen(!isOpen)}
        >
          <VerdictMark verdict={verdict} />
          <span id={`${id}-title`} class="setting-title">
            {status.title}
          </span>
          <span class="word">{text(wordKey('count', verdict))}</span>
          <Chevron />
        </button>
      </h3>
      <div id={`${id}-body`} class="body" hidden={!isOpen}>
        <p id={`${id}-verdict`} class="verdict">
          {text(wordKey('verdict', verdict), serviceName)}
        </p>
        {finding?.flipBack && (
          <FlipBackNotice
            flipBack={finding.flipBack}
            serviceName={serviceName}
            onMine={onMine}
            onEvidence={on.onEvidence}
          />
        )}
        {known.length > 0 && <p class="known">{known.join(' ')}</p>}
        {found && <p class="found">{found.sentence}</p>}
        <p class="holds">{whatHolds(status, locale).join(' ')}</p>
        <div role="status">{told && <ErrandLine errand={told} serviceName={serviceName} />}</div>
        <SettingActions
          status={status}
          leads={leads}
          choiceId={`${id}-choice`}
          why={{ id: `${id}-why`, isOpen: isWhyOpen, onToggle: () => setWhyOpen(!isWhyOpen) }}
          onErrand={onErrand}
          onReport={on.onReport}
        />
        {mayBeTurnedOff(status) && (
          <p id={`${id}-choice`} class="small">
            <Choice
              locale={locale}
              settingId={key}
              serviceName={serviceName}
              saves={status.saves === true}
              terms={status.terms}
            />
          </p>
        )}
        {status.alternatives.map((alternative) => (
          <p key={alternative.id} class="small" data-alternative={alternative.id}>
            {text('way_out_title')}: <WayOut alternative={alternative} serviceName={serviceName} />
          </p>
        ))}
        <section id={`${id}-why`} class="why" hidden={!isWhyOpen} aria-label={text('why_title')}>
          <Why status={status} onRights={on.onRights} />
        </section>
      </div>
    </article>
  );
}

function Chevron() {
  return (
    <svg class="chevron" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="m4 6 4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.8" />
    </svg>
  );
}
