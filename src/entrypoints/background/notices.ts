import { exclusively } from '../../browser/exclusively.ts';
import { language, text } from '../../browser/i18n.ts';
import { showNotification } from '../../browser/notifications.ts';
import { mayNotify } from '../../browser/permissions.ts';
import { read, update } from '../../browser/storage.ts';
import { shownScope } from '../../core/accounts.ts';
import { idOf, noticesOf, toldAfter } from '../../core/notice.ts';
import type { Overview } from '../../core/overview.ts';
import { reminding, toldFlipBacksOf } from '../../core/stored.ts';
import { noticeWords } from '../../ui/notice-words.ts';

/**
 * Sends what is worth a notification and has not been sent. Noted after it was shown: a background that
 * dies in between shows the same once more in its own place, and never forgets it.
 * @returns whether anything was sent
 */
export async function sendNotices(overview: Overview): Promise<boolean> {
  if (!overview.notify || !(await mayNotify())) return false;
  return exclusively('notices', async () => {
    const now = Date.now();
    const { remindedAt } = await read(reminding);
    const item = toldFlipBacksOf(shownScope(overview.accounts));
    const told = { flipBacks: await read(item), remindedAt };
    const notices = noticesOf(overview, told, now);
    try {
      for (const notice of notices) {
        const words = noticeWords(notice, { text, language: language() });
        await showNotification({ id: idOf(notice), ...words });
      }
    } catch (error) {
      // Badge, popup and banner say it all the same.
      console.error('A notification could not be shown', error);
      return false;
    }
    await update(item, (before) => toldAfter(before, notices));
    if (notices.some(({ kind }) => kind === 'reminder')) {
      await update(reminding, (before) => ({ ...before, remindedAt: now }));
    }
    return notices.length > 0;
  });
}
