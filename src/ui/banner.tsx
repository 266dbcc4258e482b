import { useState } from 'preact/hooks';
import type { ErrandKind } from '../core/errand.ts';
import type { Warning } from '../core/warning.ts';
import { settingKey, type Text, wordKey } from '../core/words.ts';
import { Choice } from './choice.tsx';
import { formatDate, formatDay, formatMoment } from './dates.ts';
import { flipBackSentence } from './flip-back-sentence.ts';
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
  const locale = useLocale();
  const { text } = locale;
  const [isWhyOpen, setWhyOpen] = useState(false);

  return (
    <section class={warning.flipBack && 'flip-back'} aria-label={text('banner_label')}>
      <div class="inner">
        <p class="say" role="status">
          {warning.flipBack && <span class="title">{warning.title} </span>}
          <strong>
            {warning.flipBack
              ? flipBackSentence(warning.flipBack, warning.serviceName, locale)
              : whatHolds(warning, text)}
          </strong>{' '}
          {refused ? text('banner_failed') : <More warning={warning} />}
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

/** Of what has flipped back and cannot be read now, the days alone are known. */
function whatHolds({ verdict, purpose, serviceName, title }: Warning, text: Text): string {
  switch (verdict) {
    case 'sharing':
      return text(wordKey('banner_sharing', purpose), serviceName, title);
    case 'presumed-sharing':
      return text(wordKey('banner_presumed', purpose), serviceName, title);
    default:
      return '';
  }
}

/** What follows the first sentence. */
function More({ warning }: { readonly warning: Warning }) {
  const { text, language } = useLocale();
  const { flipBack, onSince, exemptUntil } = warning;
  if (flipBack) return whatHolds(warning, text);
  return (
    <>
      {exemptUntil && `${text('banner_former', formatDay(exemptUntil, language))} `}
      {onSince && text('banner_since', formatDay(onSince, language))}
    </>
  );
}

function Why({ warning }: { readonly warning: Warning }) {
  const { text, language } = useLocale();
  const { key, serviceName, readAt, sources, terms, flipBack } = warning;
  return (
    <div class="why">
      {flipBack && (
        <p>{text('flip_back_how_known', formatDate(flipBack.verifiedAt, language), serviceName)}</p>
      )}
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
