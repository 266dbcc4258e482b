import { render } from 'preact';
import { language, text } from '../../browser/i18n.ts';
import { isPrivate } from '../../browser/page-api.ts';
import { sendFromPage } from '../../browser/page-messages.ts';
import { followWarnings } from '../../browser/page-storage.ts';
import { byGravity } from '../../core/gravity.ts';
import type { Warning } from '../../core/warning.ts';
import { type BannerHost, insertBannerHost } from '../../page/banner-host.ts';
import styles from '../../ui/banner.css?inline';
import { Banner } from '../../ui/banner.tsx';
import { LocaleContext } from '../../ui/locale.ts';

type Message = Parameters<typeof sendFromPage>;

// Registered for later pages and run in those that are open: in one page it must stand only once.
// The mark lives in our isolated world, where the page cannot see it.
const world = globalThis as { bannerRuns?: boolean };

async function start(): Promise<void> {
  const here = await sendFromPage('banner.container', {});
  if (!here.ok) {
    delete world.bannerRuns;
    return;
  }
  const script = new AbortController();
  const locale = { text, language: language() };
  let host: BannerHost | undefined;
  let standing: readonly Warning[] = [];
  let refused = false;
  let asking = false;

  const draw = () => {
    const [gravest, ...others] = standing.toSorted((a, b) => byGravity(graveness(a), graveness(b)));
    if (!gravest) return stop();
    host ??= openHost(script.signal);
    render(
      <LocaleContext.Provider value={locale}>
        <Banner
          warning={gravest}
          more={others.length}
          refused={refused}
          onErrand={(kind) => void ask(['errand.start', { key: gravest.key, kind }])}
          onDismiss={(until) => {
            // The banner speaks for all that stand: whoever sends it away is not shown the next one.
            const all = standing.map(({ key }): Message => ['warning.dismiss', { key, until }]);
            void ask(...all);
          }}
        />
      </LocaleContext.Provider>,
      host.frame,
    );
    host.place();
  };

  const ask = async (...messages: readonly Message[]) => {
    asking = true;
    const answers = await Promise.all(messages.map((message) => sendFromPage(...message)));
    asking = false;
    const failed = answers.find(({ ok }) => !ok);
    if (failed && !failed.ok && failed.error === 'gone') return stop();
    refused = failed !== undefined;
    draw();
  };

  const stop = () => {
    script.abort();
    delete world.bannerRuns;
  };

  followWarnings((warnings) => {
    standing = warnings.filter(({ container }) => container === here.value);
    // Between several answers some of the warnings stand for a moment: they are not shown.
    if (!asking) draw();
  }, script.signal);
}

function graveness({ verdict, purpose, flipBack }: Warning) {
  return { verdict, purpose, hasFlippedBack: flipBack !== undefined };
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
  void start();
}
