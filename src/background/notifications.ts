import { scopesInUse } from '../core/account/accounts.ts';
import { reminding, toldFlipBacksOf } from '../core/store/items.ts';
import { noticesOf, toldAfter } from '../core/verdict/notification.ts';
import type { Overview } from '../core/verdict/overview.ts';
import type { Ports } from './ports.ts';
import type { Store } from './store.ts';

export type Notifications = ReturnType<typeof createNotifications>;

interface Needs extends Pick<Ports, 'clock' | 'locks' | 'permissions' | 'signs' | 'words'> {
  readonly store: Store;
}

/** What is worth a notification. */
export function createNotifications({ store, clock, locks, permissions, signs, words }: Needs) {
  return { send };

  /**
   * Sends what is worth a notification and has not been sent. Noted after it was shown: a background that
   * dies in between shows the same once more in its own place, and never forgets it.
   * @returns whether anything was sent
   */
  async function send(overview: Overview): Promise<boolean> {
    // What has no room to be noted as told would be told again and again; the badge tells it all the same.
    if (!overview.notify || overview.isStoreFull || !(await permissions.mayNotify())) return false;
    return locks.exclusively('notices', async () => {
      const now = clock.now();
      const { accounts } = overview;
      const itemOf = (container: string) =>
        toldFlipBacksOf({ profile: accounts.profile, container });
      const stored = await store.snapshot([
        reminding,
        ...scopesInUse(accounts).map(toldFlipBacksOf),
      ]);
      const told = {
        flipBacks: (container: string) => stored.of(itemOf(container)),
        remindedAt: stored.of(reminding).remindedAt,
      };
      const notices = noticesOf(overview, told, now);
      const locale = await words.localeIn(overview.language);
      try {
        for (const notice of notices) {
          await signs.notify(notice, accounts, locale);
        }
      } catch (error) {
        // Badge, popup and banner say it all the same.
        console.error('A notification could not be shown', error);
        return false;
      }
      for (const notice of notices) {
        if (notice.kind === 'flip-back') {
          await store.update(itemOf(notice.container), (before) => toldAfter(before, notice));
        } else {
          await store.update(reminding, (before) => ({ ...before, remindedAt: now }));
        }
      }
      return notices.length > 0;
    });
  }
}
