import { render } from 'preact';
import { language, text } from '../../browser/i18n.ts';
import { isPrivate } from '../../browser/page-api.ts';
import { sendFromPage } from '../../browser/page-messages.ts';
import { followWarnings } from '../../browser/page-storage.ts';
import type { Warning } from '../../core/warning.ts';
import { type BannerHost, insertBannerHost } from '../../page/banner-host.ts';
import styles from '../../ui/banner.css?inline';
import { Banner } from '../../ui/banner.tsx';
import { LocaleContext } from '../../ui/locale.ts';

// Registered for later pages and run in those that are open: in one page it must stand only once.
// The mark lives in our isolated world, where the page cannot see it.
const world = globalThis as { bannerRuns?: boolean };

function start(): void {
  const script = new AbortController();
  const locale = { text, language: language() };
  let host: BannerHost | undefined;
  let refused = false;

  const draw = (warning: Warning) => {
    host ??= openHost(script.signal);
    render(
      <LocaleContext.Provider value={locale}>
        <Banner
          warning={warning}
          refused={refused}
          onErrand={(kind) => void ask(warning, 'errand.start', { key: warning.key, kind })}
          onDismiss={(until) => void ask(warning, 'warning.dismiss', { key: warning.key, until })}
        />
      </LocaleContext.Provider>,
      host.frame,
    );
    host.place();
  };

  const ask = async (warning: Warning, ...message: Parameters<typeof sendFromPage>) => {
    const answer = await sendFromPage(...message);
    if (answer.ok) return;
    if (answer.error === 'gone') return stop();
    refused = true;
    draw(warning);
  };

  const stop = () => {
    script.abort();
    delete world.bannerRuns;
  };

  followWarnings((warnings) => {
    const [first] = warnings;
    if (first) draw(first);
    else stop();
  }, script.signal);
}

function openHost(signal: AbortSignal): BannerHost {
  const host = insertBannerHost(document, signal);
  const style = document.createElement('style');
  style.textContent = styles;
  host.root.prepend(style);
  return host;
}

if (!world.bannerRuns && !isPrivate()) {
  world.bannerRuns = true;
  start();
}
