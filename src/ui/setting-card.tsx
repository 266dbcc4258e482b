import { useId, useState } from 'preact/hooks';
import type { ErrandKind } from '../core/errand.ts';
import { mayBeUndone } from '../core/may-be-undone.ts';
import { positionOf } from '../core/reading.ts';
import type { SettingStatus } from '../core/status.ts';
import { wordKey } from '../core/words.ts';
import { Choice } from './choice.tsx';
import { ErrandLine } from './errand-line.tsx';
import { FlipBackNotice } from './flip-back-notice.tsx';
import { howFound, howKnown, howKnownBriefly } from './how-known.ts';
import { useLocale } from './locale.ts';
import { offersTurnOff } from './offers-turn-off.ts';
import { VerdictMark } from './verdict-mark.tsx';
import { WayOut } from './way-out.tsx';
import { whatHolds } from './what-holds.ts';
import { Why } from './why.tsx';

interface Props {
  readonly status: SettingStatus;
  /** Says all on its face; otherwise what is not the verdict waits behind "why". */
  readonly full: boolean;
  /** Its "turn off" is the one that stands out. */
  readonly leads: boolean;
  readonly onErrand: (kind: ErrandKind) => void;
  readonly onMine: () => void;
  readonly onReport: () => void;
}

/** One setting: its verdict, how we know, what holds where the person lives, and what they can do. */
export function SettingCard({ status, full, leads, onErrand, onMine, onReport }: Props) {
  const locale = useLocale();
  const { text } = locale;
  const { key, serviceName, judgement, finding, errand } = status;
  const { verdict } = judgement;
  const [isWhyOpen, setWhyOpen] = useState(false);
  const id = useId();
  const reading = finding?.reading;
  const busy = errand !== null && errand.step !== 'ended';
  const canTurnOff = offersTurnOff(status);
  const found = howFound(status, locale);
  const known = full ? howKnown(status, locale) : howKnownBriefly(status, locale);
  const holds = <p class="holds">{whatHolds(status, locale).join(' ')}</p>;
  const choice = canTurnOff && (
    <p id={`${id}-choice`} class="small">
      <Choice serviceName={serviceName} terms={status.terms} />
    </p>
  );

  return (
    <article
      class={`card ${full ? 'full' : 'compact'} tone-${verdict}`}
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
      {full ? (
        <>
          <p class="setting-title">
            {serviceName} · {status.title}
          </p>
          <h2 id={`${id}-title`}>{text(wordKey('purpose', status.purpose), serviceName)}</h2>
        </>
      ) : (
        <h3 id={`${id}-title`}>{status.title}</h3>
      )}
      <p class="verdict">
        <VerdictMark verdict={verdict} />
        <strong>{text(wordKey('verdict', verdict), serviceName)}</strong>
      </p>
      {finding?.flipBack && (
        <FlipBackNotice flipBack={finding.flipBack} serviceName={serviceName} onMine={onMine} />
      )}
      {known.length > 0 && <p class="known">{known.join(' ')}</p>}
      {found && <p class="found">{found.sentence}</p>}
      {full && holds}

      <div role="status">
        {errand && !isOutdated(status) && <ErrandLine errand={errand} serviceName={serviceName} />}
      </div>

      <div class="actions">
        {canTurnOff && (
          <button
            type="button"
            class={leads ? 'primary' : undefined}
            data-action="turn-off"
            disabled={busy}
            aria-describedby={`${id}-choice`}
            onClick={() => onErrand('opt-out')}
          >
            {text('action_turn_off')}
          </button>
        )}
        {mayBeUndone(finding) && (
          <button
            type="button"
            class="quiet"
            data-action="undo"
            disabled={busy}
            onClick={() => onErrand('undo')}
          >
            {text('action_undo')}
          </button>
        )}
        <button type="button" data-action="guide" onClick={() => onErrand('guide')}>
          {text('action_guide')}
        </button>
        <button type="button" data-action="check" disabled={busy} onClick={() => onErrand('check')}>
          {text('action_check')}
        </button>
        <button
          type="button"
          data-action="why"
          aria-expanded={isWhyOpen}
          aria-controls={`${id}-why`}
          onClick={() => setWhyOpen(!isWhyOpen)}
        >
          {text('action_why')}
        </button>
        {reading?.state === 'unknown' && (
          <button type="button" class="quiet" data-action="report" onClick={onReport}>
            {text('report_make')}
          </button>
        )}
      </div>
      {full && choice}
      {full &&
        status.surfaces.map((surface) => (
          <p key={surface.id} class="small" data-surface={surface.id}>
            {text('way_out_title')}: <WayOut surface={surface} serviceName={serviceName} />
          </p>
        ))}
      <section id={`${id}-why`} class="why" hidden={!isWhyOpen} aria-label={text('why_title')}>
        <Why status={status} heading={full ? 'h3' : 'h4'}>
          {!full && holds}
          {!full && choice}
        </Why>
      </section>
    </article>
  );
}

/** A good end that the page has contradicted since is not told any more. */
function isOutdated({ errand, finding }: SettingStatus): boolean {
  const code = errand?.outcome?.code;
  const isGood = code === 'done' || code === 'already-there';
  return isGood && (!finding || positionOf(finding.reading) !== errand?.target);
}
