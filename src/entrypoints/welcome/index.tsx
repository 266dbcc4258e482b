import { render } from 'preact';
import { closeOwnTab } from '../../browser/close-own-tab.ts';
import { currentOverview } from '../../browser/current-overview.ts';
import { onStoreChanged } from '../../browser/overview.ts';
import { openDashboard } from '../../browser/own-pages.ts';
import { localeIn } from '../../browser/phrasebooks.ts';
import { send } from '../../browser/send.ts';
import { codes } from '../../catalogue/jurisdictions.ts';
import { coalesced } from '../../core/coalesced.ts';
import { guessPlace } from '../../core/place-guess.ts';
import type { MessageType, RequestOf } from '../../core/protocol.ts';
import { LocaleContext, tellDocument } from '../../ui/locale.ts';
import { drawNoOverview } from '../../ui/no-overview.tsx';
import { Welcome } from '../../ui/welcome.tsx';

const root = document.getElementById('welcome');
if (!root) throw new Error('The welcome page has no element to draw in');

const guess = guessPlace(Intl.DateTimeFormat().resolvedOptions().timeZone, codes);
let refused = false;

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
        refused={refused}
        round={{
          onCheck: () => void ask('round.check', {}),
          onTurnOff: (keys) => void ask('round.turn-off', { keys: [...keys] }),
          onCancel: () => void ask('round.cancel', {}),
          onSeen: () => void ask('round.seen', {}),
        }}
        onPlace={(code) => void ask('place.choose', { code })}
        onBanner={(banner) => void ask('banner.choose', { banner })}
        onDashboard={() => void openDashboard()}
        onSkip={() => void closeOwnTab()}
      />
    </LocaleContext.Provider>,
    root,
  );
});

async function ask<Type extends MessageType>(type: Type, request: RequestOf<Type>): Promise<void> {
  const reply = await send(type, request);
  refused = !reply.ok;
  await draw();
}

onStoreChanged(() => void draw());
await draw();
