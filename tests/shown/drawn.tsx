import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import type { Overview } from '../../src/core/verdict/overview.ts';
import { LocaleContext } from '../../src/ui/words/locale.ts';
import { stillPopup } from '../gallery/still.tsx';
import { english } from './english.ts';

/** What the popup draws of an overview, without a browser: the same component, in English. */
export function drawn(overview: Overview): Document {
  const html = renderToString(
    <LocaleContext.Provider value={english}>{stillPopup(overview)}</LocaleContext.Provider>,
  );
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}
