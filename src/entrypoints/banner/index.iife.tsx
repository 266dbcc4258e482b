import { render } from 'preact';
import { onBannerNews } from '../../browser/banner-news.ts';
import { browserLocale, isMute } from '../../browser/i18n.ts';
import { isConnected, isPrivate, shadowOf } from '../../browser/page-api.ts';
import { type Answer, isLost, sendFromPage } from '../../browser/page-messages.ts';
import { localeFrom } from '../../core/language/phrasebook.ts';
import { bySeverity } from '../../core/verdict/severity.ts';
import type { Warning } from '../../core/verdict/warning.ts';
import { type BannerHost, insertBannerHost } from '../../page/banner/host.ts';
import { untilHeard } from '../../page/watch/retry.ts';
import { whenShown } from '../../page/watch/shown-document.ts';
import { whileVisible } from '../../page/watch/while-visible.ts';
import styles from '../../ui/banner/banner.css?inline';
import { Banner } from '../../ui/banner/banner.tsx';

type Message = Parameters<typeof sendFromPage>;

// Registered for later pages and run in those that are open: in one page it must stand only once.
// The mark lives in our isolated world, where the page cannot see it.
const world = globalThis as { bannerRuns?: boolean };

/** By then a screen reader has met the region, and announces what comes into it. */
const SAID_AFTER_MS = 150;

interface Raised {
  readonly host: BannerHost;
  readonly leaves: AbortController;
  isSaid: boolean;
}

function start(): void {
  const script = new AbortController();
  let locale = browserLocale();
  let raised: Raised | undefined;
  let standing: readonly Warning[] = [];
  let refused = false;
  let isWhyOpen = false;
  let pending = 0;
  let lookUps = 0;

  const draw = () => {
    const [gravest, ...others] = standing.toSorted((a, b) => bySeverity(severity(a), severity(b)));
    if (!gravest) return takeDown();
    raised ??= raise();
    const { frame, place } = raised.host;
    render(
      <Banner
        locale={locale}
        warning={gravest}
        more={others.length}
        refused={refused}
        isSaid={raised.isSaid}
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
      frame,
    );
    place();
  };

  const raise = () => {
    const leaves = new AbortController();
    const signal = AbortSignal.any([leaves.signal, script.signal]);
    const up: Raised = { host: openHost(stop, signal), leaves, isSaid: false };
    setTimeout(() => {
      up.isSaid = true;
      if (raised === up) draw();
    }, SAID_AFTER_MS);
    return up;
  };

  /** The script stays, and raises the banner anew when there is something to say. */
  const takeDown = () => {
    raised?.leaves.abort();
    raised = undefined;
    refused = false;
    isWhyOpen = false;
  };

  const ask = async (...messages: readonly Message[]) => {
    pending++;
    const answers = await Promise.all(messages.map((message) => sendFromPage(...message)));
    pending--;
    if (answers.some((answer) => isGone(answer))) return stop();
    refused = answers.some(({ ok }) => !ok);
    draw();
  };

  const lookUp = async () => {
    lookUps++;
    const here = lookUps;
    const ask = () => sendFromPage('banner.warnings', { isMute: isMute() });
    const answer = await untilHeard(ask, isLost, script.signal);
    if (isGone(answer)) return stop();
    // A later one knows more.
    if (!answer.ok || here !== lookUps || script.signal.aborted) return;
    const { warnings, phrasebook } = answer.value;
    standing = warnings;
    locale = phrasebook ? localeFrom(phrasebook) : browserLocale();
    // Between several answers some of the warnings stand for a moment: they are not shown.
    if (pending === 0) draw();
  };

  const stop = () => {
    script.abort();
    delete world.bannerRuns;
  };

  const follow = (hidden: AbortSignal) => {
    if (!isConnected()) return stop();
    onBannerNews(lookUp, hidden);
    void lookUp();
  };
  whileVisible(document, follow, script.signal);
}

function isGone(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.error === 'gone';
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
  whenShown(document, start);
}
