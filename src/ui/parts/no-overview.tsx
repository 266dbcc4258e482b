import { render } from 'preact';
import { type Locale, LocaleContext, tellDocument, useLocale } from '../words/locale.ts';

/** Stands for a whole view where the background does not say how the settings stand. */
export function NoOverview({ onRetry }: { readonly onRetry: () => void }) {
  const { text } = useLocale();
  return (
    <main class="no-overview">
      <h1>{text('app_name')}</h1>
      <section class="notice" role="alert" data-notice="no-overview">
        <strong>{text('no_overview_title')}</strong>
        <p>{text('no_overview_text')}</p>
        <button type="button" data-action="retry" onClick={onRetry}>
          {text('no_overview_retry')}
        </button>
      </section>
    </main>
  );
}

/**
 * Shows nothing else, as what was drawn before may not hold any more.
 * @param retry asks the background once more, and draws what comes of it
 */
export function drawNoOverview(
  into: HTMLElement,
  locale: Locale,
  retry: () => Promise<void>,
): void {
  tellDocument(document, locale);
  const onRetry = () => {
    // As when it is opened: where it fails again, that is seen, and heard, anew.
    render(null, into);
    void retry();
  };
  render(
    <LocaleContext.Provider value={locale}>
      <NoOverview onRetry={onRetry} />
    </LocaleContext.Provider>,
    into,
  );
}
