import { render } from 'preact';
import { activeTab } from '../../browser/active-tab.ts';
import { openDashboard } from '../../browser/dashboard.ts';
import { language, text } from '../../browser/i18n.ts';
import { keptOverview, onStoreChanged } from '../../browser/overview.ts';
import { send } from '../../browser/send.ts';
import { codes } from '../../catalogue/jurisdictions.ts';
import { NO_CONTAINER } from '../../core/container.ts';
import { guessPlace } from '../../core/place-guess.ts';
import type { MessageType, RequestOf } from '../../core/protocol.ts';
import { LocaleContext } from '../../ui/locale.ts';
import { Popup } from '../../ui/popup.tsx';

const root = document.getElementById('popup');
if (!root) throw new Error('The popup has no element to draw in');

const locale = { text, language: language() };
document.documentElement.lang = locale.language;
const tab = await activeTab();
let refused = false;
let guess: string | undefined;

async function ask<Type extends MessageType>(type: Type, request: RequestOf<Type>): Promise<void> {
  const reply = await send(type, request);
  refused = !reply.ok;
  await draw();
}

async function draw(): Promise<void> {
  const overview = (await keptOverview(Date.now())) ?? (await freshOverview());
  if (!root || !overview) return;
  const focused = document.activeElement;
  render(
    <LocaleContext.Provider value={locale}>
      <Popup
        overview={overview}
        codes={codes}
        guess={guess}
        refused={refused}
        isPrivate={tab?.isPrivate ?? false}
        onProfile={(id) => void ask('profile.use', { id })}
        onContainer={(id) => void ask('container.show', { id })}
        onPlace={(code) => void ask('place.choose', { code })}
        onErrand={(key, kind) => void ask('errand.start', { key, kind })}
        round={{
          onCheck: () => void ask('round.check', {}),
          onTurnOff: (keys) => void ask('round.turn-off', { keys: [...keys] }),
          onCancel: () => void ask('round.cancel', {}),
          onSeen: () => void ask('round.seen', {}),
        }}
        onRulesSeen={() => void ask('rules.seen', {})}
        onRemindAfter={(after) => void ask('reminder.choose', { after })}
        onMine={(key) => void ask('flip-back.mine', { key })}
        onBanner={(banner) => void ask('banner.choose', { banner })}
        onSetAsideSeen={() => void ask('set-aside.seen', {})}
        onUnlistedSeen={(address) => void ask('unlisted.seen', { address })}
        onReport={(key) => void openDashboard(`report=${key}`)}
        onDashboard={() => void openDashboard()}
        onPreferences={() => void openDashboard('preferences')}
      />
    </LocaleContext.Provider>,
    root,
  );
  // Older browsers know no `moveBefore`: there a card that moves in the order loses the focus it held.
  if (focused !== document.activeElement && focused instanceof HTMLElement) focused.focus();
}

async function freshOverview() {
  const reply = await send('overview.get', {});
  return reply.ok ? reply.value : undefined;
}

/** What is read in the page that the person looks at is what they want to see. */
async function followContainer(): Promise<void> {
  if (!tab?.isSeen || tab.isPrivate) return;
  const shown = (await keptOverview(Date.now()))?.accounts.container ?? NO_CONTAINER;
  if (shown !== tab.container) await send('container.show', { id: tab.container });
}

onStoreChanged(() => void draw());
await followContainer();
await draw();

// Asking for the time zones of every country takes a tenth of a second: not before there is content.
setTimeout(() => {
  guess = guessPlace(Intl.DateTimeFormat().resolvedOptions().timeZone, codes);
  if (guess !== undefined) void draw();
});
