import type { ErrandKind } from '../../core/errand/errand.schema.ts';
import { settingKey, type Text, wordKey } from '../../core/language/words.ts';
import type { Warning } from '../../core/verdict/warning.ts';
import { Choice } from '../parts/choice.tsx';
import { exclamation, Mark } from '../parts/mark.tsx';
import { formatDate, formatDay, formatMoment } from '../words/dates.ts';
import { flipBackSentence } from '../words/flip-back-sentence.ts';
import type { Locale } from '../words/locale.ts';

interface Props {
  readonly locale: Locale;
  readonly warning: Warning;
  /** How many other warnings stand: they are told of and not stacked. */
  readonly more: number;
  /** The background would not do what was asked. */
  readonly refused: boolean;
  /** Screen readers announce what comes into a region, and not what a region brings with it: it comes empty. */
  readonly isSaid: boolean;
  readonly isWhyOpen: boolean;
  readonly onWhy: () => void;
  readonly onErrand: (kind: ErrandKind) => void;
  readonly onDismiss: (until: 'changed' | 'never') => void;
}

/** Without state and context of its own: what runs in a page carries no more of preact than it must. */
export function Banner({ locale, warning, more, refused, isSaid, isWhyOpen, ...on }: Props) {
  const { text, count, language, direction } = locale;

  return (
    <section
      class={warning.flipBack && 'flip-back'}
      aria-label={text('banner_label')}
      lang={language}
      dir={direction}
    >
      <div class="inner">
        <Mark>{exclamation}</Mark>
        <p class="say" role="status">
          <span class={isSaid ? undefined : 'unsaid'}>
            <span class="who">{text('app_name')}</span>{' '}
            <strong class="whole">
              {warning.flipBack
                ? flipBackSentence(warning.flipBack, warning.serviceName, locale)
                : whatHolds(warning, text)}
            </strong>
            <strong class="brief">{whatHoldsBriefly(warning, locale)}</strong>{' '}
            {refused ? text('banner_failed') : <More warning={warning} locale={locale} />}
            {more > 0 && (
              <span class="whole" data-more={more}>
                {' '}
                {count('banner_more', more)}
              </span>
            )}
          </span>
        </p>
        <div class="actions">
          {!warning.keepsSpringingBack && (
            <button
              type="button"
              class="primary"
              data-action="turn-off"
              onClick={trusted(() => on.onErrand('opt-out'))}
            >
              {text('action_turn_off')}
            </button>
          )}
          <button
            type="button"
            class={warning.keepsSpringingBack && 'primary'}
            data-action="guide"
            onClick={trusted(() => on.onErrand('guide'))}
          >
            {text('action_guide')}
          </button>
          <button
            type="button"
            data-action="why"
            aria-expanded={isWhyOpen}
            onClick={trusted(() => on.onWhy())}
          >
            {text('action_why')}
          </button>
          <button
            type="button"
            data-action="not-now"
            onClick={trusted(() => on.onDismiss('changed'))}
          >
            {text('action_not_now')}
          </button>
          <button type="button" data-action="never" onClick={trusted(() => on.onDismiss('never'))}>
            {text('action_never')}
          </button>
        </div>
        {isWhyOpen && <Why warning={warning} locale={locale} />}
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

/** The same where there is room for two short lines. */
function whatHoldsBriefly(
  { verdict, purpose, serviceName, flipBack }: Warning,
  { text, language }: Locale,
): string {
  if (flipBack) {
    return text(
      'banner_brief_flip_back',
      formatDate(flipBack.heldSince, language, 'medium'),
      formatDate(flipBack.foundAt, language, 'medium'),
      serviceName,
    );
  }
  return verdict === 'presumed-sharing'
    ? text('banner_brief_presumed_ai_training', serviceName)
    : text(wordKey('banner_brief', purpose), serviceName);
}

/** What follows the first sentence. */
function More({ warning, locale: { text, language } }: Pick<Props, 'warning' | 'locale'>) {
  const { flipBack, onSince, exemptUntil } = warning;
  if (flipBack) return <span class="whole">{warning.title}</span>;
  if (exemptUntil) {
    return <span class="whole">{text('banner_former', formatDay(exemptUntil, language))}</span>;
  }
  return onSince && <span class="whole">{text('banner_since', formatDay(onSince, language))}</span>;
}

function Why({ warning, locale }: Pick<Props, 'warning' | 'locale'>) {
  const { text, language } = locale;
  const { key, serviceName, readAt, sources, terms, flipBack, onSince } = warning;
  return (
    <div class="why">
      <p>
        <b>{warning.title}</b> {whatHolds(warning, text)}{' '}
        {onSince && text('banner_since', formatDay(onSince, language))}
      </p>
      {flipBack && (
        <p>{text('flip_back_how_known', formatDate(flipBack.verifiedAt, language), serviceName)}</p>
      )}
      <p>
        {readAt !== undefined && `${text('banner_read', formatMoment(readAt, language))} `}
        {text(settingKey('shares', key), serviceName)}{' '}
        {text(settingKey('limits', key), serviceName)}
      </p>
      <p>
        <Choice
          locale={locale}
          settingId={key}
          serviceName={serviceName}
          saves={warning.saves === true}
          terms={terms}
        />
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
