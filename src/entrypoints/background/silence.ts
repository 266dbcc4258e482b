import { clearAlarm } from '../../browser/alarms.ts';
import { update } from '../../browser/storage.ts';
import type { StoredItem } from '../../core/store/item.ts';

/**
 * Clears the alarm of what has ended. While the store is held, for the alarm of what begins next bears
 * the same name.
 */
export async function silence<T extends { readonly step: string }>(
  alarm: string,
  item: StoredItem<T | null>,
): Promise<void> {
  await update(item, async (found) => {
    if (found === null || found.step === 'ended') await clearAlarm(alarm);
    return found;
  });
}
