import { findRoots, queryAll } from '../../src/page/dom/roots.ts';

const later = setTimeout;

/** A moment of real time, also where a page is on a clock of its own. */
export function realPause(): Promise<void> {
  return new Promise((done) => later(done, 5));
}

/** Resolves when all frames that we may see into show what their `srcdoc` says. */
export async function framesLoaded(): Promise<void> {
  // A document into which a fragment was parsed takes no more shadow roots that are written.
  if (document.querySelector('template[shadowrootmode]')) throw new Error('no shadow root');
  const isLoading = () =>
    queryAll(findRoots(document), 'iframe[srcdoc]').some((frame) => {
      const { contentDocument: inner } = frame as HTMLIFrameElement;
      return inner && (inner.URL !== 'about:srcdoc' || inner.readyState !== 'complete');
    });
  while (isLoading()) await realPause();
}
