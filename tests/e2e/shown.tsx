import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import type { Overview } from '../../src/core/overview.ts';
import { localeFrom, type MessagesFile, phrasebookOf } from '../../src/core/phrasebook.ts';
import { LocaleContext } from '../../src/ui/locale.ts';
import { stillPopup } from '../gallery/still.tsx';

const english = JSON.parse(
  readFileSync(resolve('public/_locales/en/messages.json'), 'utf8'),
) as MessagesFile;
const locale = localeFrom(phrasebookOf('en', english, english));

/** What the popup draws of an overview, without a browser: the same component, in English. */
export function drawn(overview: Overview): Document {
  const html = renderToString(
    <LocaleContext.Provider value={locale}>{stillPopup(overview)}</LocaleContext.Provider>,
  );
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}
