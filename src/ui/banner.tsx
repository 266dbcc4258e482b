import { useState } from 'preact/hooks';
import type { ErrandKind } from '../core/errand.ts';
import type { Warning } from '../core/warning.ts';
import { wordKey } from '../core/words.ts';
import { Choice } from './choice.tsx';
import { formatDay, formatMoment } from './dates.ts';
import { useLocale } from './locale.ts';

interface Props {
  readonly warning: Warning;
  /** The background would not do what was asked. */
  readonly refused: boolean;
  readonly onErrand: (kind: ErrandKind) => void;
  readonly onDismiss: (until: 'changed' | 'never') => void;
}

export function Banner({ warning, refused, onErrand, onDismiss }: Props) {
  const { text } = useLocale();
  const [isWhyOpen, setWhyOpen] = useState(false);

  return (
    <section aria-label={text('banner_label')}>
      <div class="inner">
        <p class="say" role="status">
          <strong>{text(wordKey('banner', warning.verdict), warning.serviceName)}</strong>{' '}
          {refused ? text('banner_failed') : <Since warning={warning} />}
        </p>
        <div class="actions">
          <button
            type="button"
            class="primary"
            data-action="turn-off"
            onClick={trusted(() => onErrand('opt-out'))}
          >
            {text('action_turn_off')}
          </button>
          <button type="button" data-action="guide" onClick={trusted(() => onErrand('guide'))}>
            {text('action_guide')}
          </button>
          <button
            type="button"
            data-action="why"
            aria-expanded={isWhyOpen}
            onClick={trusted(() => setWhyOpen(!isWhyOpen))}
          >
            {text('action_why')}
          </button>
          <button type="button" data-action="not-now" onClick={trusted(() => onDismiss('changed'))}>
            {text('action_not_now')}
          </button>
          <button type="button" data-action="never" onClick={trusted(() => onDismiss('never'))}>
            {text('action_never')}
          </button>
        </div>
        {isWhyOpen && <Why warning={warning} />}
      </div>
    </section>
  );
}

function Since({ warning: { ruleFrom, exemptUntil } }: { readonly warning: Warning }) {
  const { text, language } = useLocale();
  return (
    <>
      {exemptUntil && `${text('banner_former', formatDay(exemptUntil, language))} `}
      {ruleFrom && text('banner_since', formatDay(ruleFrom, language))}
    </>
  );
}

function Why({ warning }: { readonly warning: Warning }) {
  const { text, language } = useLocale();
  const { serviceName, readAt, sources, terms } = warning;
  return (
    <div class="why">
      <p>
        {readAt !== undefined && `${text('banner_read', formatMoment(readAt, language))} `}
        {text('why_scope', serviceName)}
      </p>
      <p>
        <Choice serviceName={serviceName} terms={terms} />
      </p>
      <p>
        {text('banner_sources')}{' '}
        {sources.map(({ address, publisher }, index) => (
          <span key={address}>
            {index > 0 && ' · '}
            <a href={address} target="_blank" rel="noopener noreferrer">
              {publisher}
            </a>
          </span>
        ))}
      </p>
    </div>
  );
}

/** Only what the person did counts: a page can make up a click, but not a trusted one. */
function trusted(act: () => void) {
  return (event: Event) => {
    if (event.isTrusted) act();
  };
}
