import { clearAlarms } from '../../browser/alarms.ts';
import { giveBackPermissions } from '../../browser/permissions.ts';
import { forgetEverything } from '../../browser/storage.ts';
import { setDaily } from './daily.ts';
import { refresh } from './refresh.ts';
import { tellRound } from './rounds.ts';
import { alone } from './work.ts';

/** What is left is what a fresh installation has. */
export function deleteEverything(): Promise<void> {
  return alone(async () => {
    // It closes its own tab. A store that is full or broken must not stand in the way of emptying it.
    await tellRound({ type: 'cancelled' }).catch(() => {});
    await forgetEverything();
    await clearAlarms();
    await setDaily();
    await giveBackPermissions();
    // Badge, banner and overview follow what is stored: nothing.
    await refresh();
  });
}
