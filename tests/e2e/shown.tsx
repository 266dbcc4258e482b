import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseHTML } from 'linkedom';
import { renderToString } from 'preact-render-to-string';
import { codes } from '../../src/catalogue/jurisdictions.ts';
import type { Overview } from '../../src/core/overview.ts';
import { localeFrom, type MessagesFile, phrasebookOf } from '../../src/core/phrasebook.ts';
import { LocaleContext } from '../../src/ui/locale.ts';
import { Popup } from '../../src/ui/popup.tsx';

const english = JSON.parse(
  readFileSync(resolve('public/_locales/en/messages.json'), 'utf8'),
) as MessagesFile;
const locale = localeFrom(phrasebookOf('en', english, english));
const nothing = () => {};

/** What the popup draws of an overview, without a browser: the same component, in English. */
export function drawn(overview: Overview): Document {
  const html = renderToString(
    <LocaleContext.Provider value={locale}>
      <Popup
        overview={overview}
        codes={codes}
        guess={undefined}
        refused={false}
        isPrivate={false}
        onProfile={nothing}
        onContainer={nothing}
        onPlace={nothing}
        onErrand={nothing}
        round={{ onCheck: nothing, onTurnOff: nothing, onCancel: nothing, onSeen: nothing }}
        onRulesSeen={nothing}
        onMine={nothing}
        onBanner={nothing}
        onSetAsideSeen={nothing}
        onMakeRoom={nothing}
        onUnlistedSeen={nothing}
        onReport={nothing}
        onEvidence={nothing}
        onRights={nothing}
        onDashboard={nothing}
        onPreferences={nothing}
      />
    </LocaleContext.Provider>,
  );
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}
