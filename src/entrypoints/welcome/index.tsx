import { render } from 'preact';
import { asking } from '../../browser/asking.ts';
import { closeOwnTab } from '../../browser/close-own-tab.ts';
import { currentOverview } from '../../browser/current-overview.ts';
import { guessHere } from '../../browser/guess-here.ts';
import { onStoreChanged } from '../../browser/overview.ts';
import { openDashboard } from '../../browser/own-pages.ts';
import { localeIn } from '../../browser/phrasebooks.ts';
import { codes } from '../../catalogue/jurisdictions.ts';
import { coalesced } from '../../core/work/coalesced.ts';
import { drawNoOverview } from '../../ui/parts/no-overview.tsx';
import { Welcome } from '../../ui/welcome/welcome.tsx';
import { LocaleContext, tellDocument } from '../../ui/words/locale.ts';

const root = document.getElementById('welcome');
if (!root) throw new Error('The welcome page has no element to draw in');

const guess = guessHere(codes);

const draw = coalesced(async (): Promise<void> => {
  const overview = await currentOverview();
  if (!root) return;
  if (!overview) return drawNoOverview(root, await localeIn('browser'), draw);
  const locale = await localeIn(overview.language);
  tellDocument(document, locale, locale.text('welcome_title'));
  render(
    <LocaleContext.Provider value={locale}>
      <Welcome
        overview={overview}
        codes={codes}
        guess={guess}
        refusal={refusal()}
        batch={batch}
        onPlace={(code) => void ask('place.choose', { code })}
        onBanner={(banner) => void ask('banner.choose', { banner })}
        onDashboard={() => void openDashboard()}
        onSkip={() => void closeOwnTab()}
      />
    </LocaleContext.Provider>,
    root,
  );
});

const { ask, refusal, batch } = asking(draw);

onStoreChanged(() => void draw());
await draw();
