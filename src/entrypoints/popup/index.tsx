import { render } from 'preact';
import { activeTab, reloadActiveTab } from '../../browser/active-tab.ts';
import { asking } from '../../browser/asking.ts';
import { currentOverview } from '../../browser/current-overview.ts';
import { guessHere } from '../../browser/guess-here.ts';
import { inTime } from '../../browser/in-time.ts';
import { keptOverview, onStoreChanged } from '../../browser/overview.ts';
import { openDashboard } from '../../browser/own-pages.ts';
import { askForSiteAccess } from '../../browser/permissions.ts';
import { localeIn } from '../../browser/phrasebooks.ts';
import { send } from '../../browser/send.ts';
import { codes } from '../../catalogue/jurisdictions.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import { withUnread } from '../../core/verdict/unsure.ts';
import { coalesced } from '../../core/work/coalesced.ts';
import { drawNoOverview } from '../../ui/parts/no-overview.tsx';
import { Popup } from '../../ui/popup/popup.tsx';
import { LocaleContext, tellDocument } from '../../ui/words/locale.ts';

const root = document.getElementById('popup');
if (!root) throw new Error('The popup has no element to draw in');

const tab = await activeTab();
let guess: string | undefined;
/** Settings that stand on the page before the person, and that nobody can read there. */
let unread: readonly SettingKey[] = [];

const draw = coalesced(drawNow);
const { ask, refusal, batch } = asking(draw);

async function drawNow(): Promise<void> {
  const overview = await currentOverview();
  if (!root) return;
  if (!overview) return drawNoOverview(root, await localeIn('browser'), draw);
  const locale = await localeIn(overview.language);
  tellDocument(document, locale);
  const focused = document.activeElement;
  render(
    <LocaleContext.Provider value={locale}>
      <Popup
        overview={withUnread(overview, unread)}
        isUnread={unread.length > 0}
        onGrant={({ hosts }) => void askForSiteAccess(hosts)}
        onReload={() => void reload()}
        codes={codes}
        guess={guess}
        refusal={refusal()}
        isPrivate={tab?.isPrivate ?? false}
        onProfile={(id) => void useProfile(id)}
        onContainer={(id) => void ask('container.show', { id })}
        onPlace={(code) => void ask('place.choose', { code })}
        onErrand={(key, kind) => void ask('errand.start', { key, kind })}
        batch={batch}
        onRulesSeen={() => void ask('rules.seen', {})}
        onMine={(key) => void ask('flip-back.mine', { key })}
        onBanner={(banner) => void ask('banner.choose', { banner })}
        onSetAsideSeen={() => void ask('set-aside.seen', {})}
        onMakeRoom={() => void openDashboard('delete')}
        onUnlistedSeen={(address) => void ask('unlisted.seen', { address })}
        onReport={(key) => void openDashboard(`report=${key}`)}
        onEvidence={(key) => void openDashboard(`evidence=${key}`)}
        onRights={() => void openDashboard('rights')}
        onDashboard={() => void openDashboard()}
        onPreferences={() => void openDashboard('preferences')}
      />
    </LocaleContext.Provider>,
    root,
  );
  // Older browsers know no `moveBefore`: there a card that moves in the order loses the focus it held.
  if (focused !== document.activeElement && focused instanceof HTMLElement) focused.focus();
}

/** What is read in the page that the person looks at is what they want to see. */
async function followContainer(): Promise<void> {
  if (!tab?.isSeen || tab.isPrivate) return;
  // Where nothing is kept that still holds, nobody knows here whose readings would be shown.
  if ((await keptOverview(Date.now()))?.accounts.container === tab.container) return;
  // A background that is hung must not keep the popup from saying so.
  await inTime(send('container.show', { id: tab.container })).catch(() => {});
}

/** The page before the person may be of whoever was chosen until now. */
async function useProfile(id: string): Promise<void> {
  await ask('profile.use', { id });
  await findUnread();
}

async function findUnread(): Promise<void> {
  if (tab?.id === undefined || !tab.isSeen || tab.isPrivate) return;
  const reply = await inTime(send('tab.unread', { tabId: tab.id })).catch(() => undefined);
  if (!reply?.ok || reply.value.length === unread.length) return;
  unread = reply.value;
  await draw();
}

async function reload(): Promise<void> {
  await reloadActiveTab();
  window.close();
}

onStoreChanged(() => void draw());
await followContainer();
await draw();
void findUnread();

// Asking for the time zones of every country takes a tenth of a second: not before there is content.
setTimeout(() => {
  guess = guessHere(codes);
  if (guess !== undefined) void draw();
});
