import { useState } from 'preact/hooks';
import type { ErrandKind } from '../core/errand.ts';
import type { Warning } from '../core/warning.ts';
import { type MessageKey, settingKey, wordKey } from '../core/words.ts';
import { Choice } from './choice.tsx';
import { formatDay, formatMoment } from './dates.ts';
import { useLocale } from './locale.ts';

interface Props {
  readonly warning: Warning;
  /** How many other warnings stand: they are told of and not stacked. */
  readonly more: number;
  /** The background would not do what was asked. */
  readonly refused: boolean;
  readonly onErrand: (kind: ErrandKind) => void;
  readonly onDismiss: (until: 'changed' | 'never') => void;
}

export function Banner({ warning, more, refused, onErrand, onDismiss }: Props) {
  const { text } = useLocale();
  const [isWhyOpen, setWhyOpen] = useState(false);

  return (
    <section aria-label={text('banner_label')}>
      <div class="inner">
        <p class="say" role="status">
          <strong>{text(sentenceOf(warning), warning.serviceName, warning.title)}</strong>{' '}
          {refused ? text('banner_failed') : <Since warning={warning} />}
          {more > 0 && (
            <span data-more={more}>
              {' '}
              {more === 1 ? text('banner_more_one') : text('banner_more', String(more))}
            </span>
          )}
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

function sentenceOf(warning: Warning): MessageKey {
  return warning.verdict === 'sharing'
    ? wordKey('banner_sharing', warning.purpose)
    : wordKey('banner_presumed', warning.purpose);
}

function Since({ warning: { onSince, exemptUntil } }: { readonly warning: Warning }) {
  const { text, language } = useLocale();
  return (
    <>
      {exemptUntil && `${text('banner_former', formatDay(exemptUntil, language))} `}
      {onSince && text('banner_since', formatDay(onSince, language))}
    </>
  );
}

function Why({ warning }: { readonly warning: Warning }) {
  const { text, language } = useLocale();
  const { key, serviceName, readAt, sources, terms } = warning;
  return (
    <div class="why">
      <p>
        {readAt !== undefined && `${text('banner_read', formatMoment(readAt, language))} `}
        {text(settingKey('shares', key), serviceName)}{' '}
        {text(settingKey('limits', key), serviceName)}
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
