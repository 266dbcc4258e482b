import { exclusively } from '../../browser/exclusively.ts';
import { showNotification } from '../../browser/notifications.ts';
import { mayNotify } from '../../browser/permissions.ts';
import { localeIn } from '../../browser/phrasebooks.ts';
import { snapshot, update } from '../../browser/storage.ts';
import { scopesInUse } from '../../core/account/accounts.ts';
import { reminding, toldFlipBacksOf } from '../../core/store/items.ts';
import { idOf, noticesOf, toldAfter } from '../../core/verdict/notification.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import { noticeWords } from '../../ui/words/notification-text.ts';

/**
 * Sends what is worth a notification and has not been sent. Noted after it was shown: a background that
 * dies in between shows the same once more in its own place, and never forgets it.
 * @returns whether anything was sent
 */
export async function sendNotices(overview: Overview): Promise<boolean> {
  // What has no room to be noted as told would be told again and again; the badge tells it all the same.
  if (!overview.notify || overview.isStoreFull || !(await mayNotify())) return false;
  return exclusively('notices', async () => {
    const now = Date.now();
    const { accounts } = overview;
    const itemOf = (container: string) => toldFlipBacksOf({ profile: accounts.profile, container });
    const stored = await snapshot([reminding, ...scopesInUse(accounts).map(toldFlipBacksOf)]);
    const told = {
      flipBacks: (container: string) => stored.of(itemOf(container)),
      remindedAt: stored.of(reminding).remindedAt,
    };
    const notices = noticesOf(overview, told, now);
    const locale = await localeIn(overview.language);
    try {
      for (const notice of notices) {
        await showNotification({ id: idOf(notice), ...noticeWords(notice, accounts, locale) });
      }
    } catch (error) {
      // Badge, popup and banner say it all the same.
      console.error('A notification could not be shown', error);
      return false;
    }
    for (const notice of notices) {
      if (notice.kind === 'flip-back') {
        await update(itemOf(notice.container), (before) => toldAfter(before, notice));
      } else {
        await update(reminding, (before) => ({ ...before, remindedAt: now }));
      }
    }
    return notices.length > 0;
  });
}
