import { pageApi } from './page-api.ts';

/** What the background sends to banners. It carries nothing: whoever hears it asks what there is. */
export const BANNER_NEWS = 'banner-news';

/** Calls back when there may be something else to show, until the signal aborts. */
export function onBannerNews(onNews: () => void, signal: AbortSignal): void {
  const listener = (message: unknown): undefined => {
    if (message === BANNER_NEWS) onNews();
  };
  pageApi.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => pageApi.runtime.onMessage.removeListener(listener));
}
