import { render } from 'preact';
import { browserLocale, isMute } from '../../browser/i18n.ts';
import { isConnected, isPrivate, shadowOf } from '../../browser/page-api.ts';
import { sendFromPage } from '../../browser/page-messages.ts';
import { followWarnings, onPreferencesChanged } from '../../browser/page-storage.ts';
import { localeFrom } from '../../core/language/phrasebook.ts';
import type { ResponseOf } from '../../core/messages/protocol.ts';
import { bySeverity } from '../../core/verdict/severity.ts';
import type { Warning } from '../../core/verdict/warning.ts';
import { type BannerHost, insertBannerHost } from '../../page/banner/host.ts';
import { whenShown } from '../../page/watch/shown-document.ts';
import { whileVisible } from '../../page/watch/while-visible.ts';
import styles from '../../ui/banner/banner.css?inline';
import { Banner } from '../../ui/banner/banner.tsx';
import type { Locale } from '../../ui/words/locale.ts';

type Message = Parameters<typeof sendFromPage>;

// Registered for later pages and run in those that are open: in one page it must stand only once.
// The mark lives in our isolated world, where the page cannot see it.
const world = globalThis as { bannerRuns?: boolean };

async function start(): Promise<void> {
  const here = await askWhere();
  if (!here.ok) {
    delete world.bannerRuns;
    return;
  }
  const script = new AbortController();
  const { container } = here.value;
  let locale = localeFor(here.value);
  let host: BannerHost | undefined;
  let standing: readonly Warning[] = [];
  let refused = false;
  let isWhyOpen = false;
  let asking = false;

  const draw = () => {
    const [gravest, ...others] = standing.toSorted((a, b) => bySeverity(severity(a), severity(b)));
    if (!gravest) return stop();
    host ??= openHost(stop, script.signal);
    render(
      <Banner
        locale={locale}
        warning={gravest}
        more={others.length}
        refused={refused}
        isWhyOpen={isWhyOpen}
        onWhy={() => {
          isWhyOpen = !isWhyOpen;
          draw();
        }}
        onErrand={(kind) => void ask(['errand.start', { key: gravest.key, kind }])}
        onDismiss={(until) => {
          // The banner speaks for all that stand: whoever sends it away is not shown the next one.
          const all = standing.map(({ key }): Message => ['warning.dismiss', { key, until }]);
          void ask(...all);
        }}
      />,
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

  const speakAnew = async () => {
    const again = await askWhere();
    if (again.ok) locale = localeFor(again.value);
    if (again.ok && host && !script.signal.aborted) draw();
  };

  const follow = (hidden: AbortSignal) => {
    if (!isConnected()) return stop();
    onPreferencesChanged(speakAnew, hidden);
    // Nobody was there to hear of a change.
    if (host) void speakAnew();
    followWarnings((warnings) => {
      standing = warnings.filter((warning) => warning.container === container);
      // Between several answers some of the warnings stand for a moment: they are not shown.
      if (!asking) draw();
    }, hidden);
  };
  // Whatever is stored is told to every page that listens, with all that it was before and is now.
  whileVisible(document, follow, script.signal);
}

function askWhere() {
  return sendFromPage('banner.container', { isMute: isMute() });
}

function localeFor({ phrasebook }: ResponseOf<'banner.container'>): Locale {
  return phrasebook ? localeFrom(phrasebook) : browserLocale();
}

function severity({ verdict, purpose, flipBack }: Warning) {
  return { verdict, purpose, hasFlippedBack: flipBack !== undefined };
}

function openHost(onDead: () => void, signal: AbortSignal): BannerHost {
  const host = insertBannerHost(document, { shadowOf, isAlive: isConnected, onDead }, signal);
  const style = document.createElement('style');
  style.textContent = styles;
  host.root.prepend(style);
  return host;
}

if (!world.bannerRuns && !isPrivate()) {
  world.bannerRuns = true;
  whenShown(document, () => void start());
}
