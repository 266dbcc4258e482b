import { useId, useState } from 'preact/hooks';
import type { ErrandKind } from '../core/errand.ts';
import { positionOf } from '../core/reading.ts';
import type { SettingStatus } from '../core/status.ts';
import { wordKey } from '../core/words.ts';
import { Choice } from './choice.tsx';
import { ErrandLine } from './errand-line.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { howKnown } from './how-known.ts';
import { useLocale } from './locale.ts';
import { VerdictMark } from './verdict-mark.tsx';
import { whatHolds } from './what-holds.ts';

interface Props {
  readonly status: SettingStatus;
  readonly onErrand: (kind: ErrandKind) => void;
}

/** One setting: its verdict, how we know, what holds where the person lives, and what they can do. */
export function SettingCard({ status, onErrand }: Props) {
  const locale = useLocale();
  const { text } = locale;
  const { key, serviceName, judgement, finding, errand } = status;
  const { verdict } = judgement;
  const [isWhyOpen, setWhyOpen] = useState(false);
  const id = useId();
  const reading = finding?.reading;
  const busy = errand !== null && errand.step !== 'ended';
  const canTurnOff = offersTurnOff(status);

  return (
    <article
      class={`card tone-${verdict}`}
      data-setting={key}
      data-verdict={verdict}
      data-reading={reading?.state ?? 'never-read'}
      data-reason={reading?.state === 'unknown' ? reading.reason : undefined}
      data-position={reading && positionOf(reading)}
      data-stale={judgement.stale || undefined}
    >
      <p class="setting-title">
        {serviceName} · {status.title}
      </p>
      <h2>{text(wordKey('purpose', status.purpose), serviceName)}</h2>
      <p class="verdict">
        <VerdictMark verdict={verdict} />
        <strong>{text(wordKey('verdict', verdict), serviceName)}</strong>
      </p>
      <p class="known">{howKnown(status, locale).join(' ')}</p>
      <p class="holds">{whatHolds(status, locale).join(' ')}</p>

      <div role="status">
        {errand && !isOutdated(status) && <ErrandLine errand={errand} serviceName={serviceName} />}
      </div>

      <div class="actions">
        {canTurnOff && (
          <button
            type="button"
            class="primary"
            data-action="turn-off"
            disabled={busy}
            aria-describedby={`${id}-choice`}
            onClick={() => onErrand('opt-out')}
          >
            {text('action_turn_off')}
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
      </div>
      {canTurnOff && (
        <p id={`${id}-choice`} class="small">
          <Choice serviceName={serviceName} terms={status.terms} />
        </p>
      )}
      <section id={`${id}-why`} class="why" hidden={!isWhyOpen} aria-label={text('why_title')}>
        <p class="small">{text('why_scope', serviceName)}</p>
        {status.rule && (
          <EvidenceList title={text('why_rule_sources')} evidence={status.rule.evidence} />
        )}
        {status.formerRule && (
          <EvidenceList title={text('why_former_sources')} evidence={status.formerRule.evidence} />
        )}
        <EvidenceList title={text('why_setting_sources')} evidence={status.evidence} />
      </section>
    </article>
  );
}

/** A good end that the page has contradicted since is not told any more. */
function isOutdated({ errand, judgement }: SettingStatus): boolean {
  const code = errand?.outcome?.code;
  return (code === 'done' || code === 'already-there') && judgement.verdict !== 'protected';
}

/** A switch that may be on, and that the page lets be moved. */
function offersTurnOff({ judgement: { verdict }, finding }: SettingStatus): boolean {
  return verdict !== 'protected' && verdict !== 'exempt' && finding?.reading.state !== 'locked';
}
