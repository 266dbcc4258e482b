import type { Provenance } from '../../core/reading/provenance.ts';
import { howLoaded } from '../dom/navigation.ts';

/**
 * Calls back each time that a document comes before the person: when it has been parsed and is shown, and
 * again whenever the browser brings it back. What was begun for it then ends when it is left.
 *
 * Call it in the first tick of a script that runs at `document_start`: a document that has been parsed by
 * then was there before the script.
 */
export function onDocumentShown(
  document: Document,
  begin: (provenance: Provenance, left: AbortSignal) => void,
  signal: AbortSignal,
): void {
  const window = document.defaultView as Window;
  const provenance = provenanceOf(document);
  let here = new AbortController();

  const beginAnew = (as: Provenance) => {
    here.abort();
    here = new AbortController();
    begin(as, AbortSignal.any([here.signal, signal]));
  };
  window.addEventListener('pagehide', () => here.abort(), { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && beginAnew('restored'), {
    signal,
  });
  whenShown(document, () => beginAnew(provenance), signal);
}

/** Calls back once the document has been parsed and is no longer only loaded ahead. */
export function whenShown(document: Document, begin: () => void, signal?: AbortSignal): void {
  const next = isPrerendering(document)
    ? 'prerenderingchange'
    : document.readyState === 'loading' && 'DOMContentLoaded';
  if (!next) {
    begin();
    return;
  }
  const again = () => whenShown(document, begin, signal);
  document.addEventListener(next, again, { once: true, ...(signal && { signal }) });
}

function provenanceOf(document: Document): Provenance {
  if (isPrerendering(document)) return 'prerendered';
  if (document.readyState !== 'loading') return 'already-open';
  return isReturn() ? 'restored' : 'loaded';
}

/**
 * The person went back, or the browser opened a tab of before: what a new document shows may then come from
 * the browser's cache, and a browser puts form controls back as they were left. Nobody knows how old it is.
 */
export function isReturn(): boolean {
  return howLoaded()?.type === 'back_forward';
}

/** Firefox prerenders nothing, and has no such property. */
function isPrerendering(document: Document & { prerendering?: boolean }): boolean {
  return document.prerendering ?? false;
}
