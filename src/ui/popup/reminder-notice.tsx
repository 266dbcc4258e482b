import type { Reminder } from '../../core/verdict/reminder.ts';
import { formatDay } from '../words/dates.ts';
import { useLocale } from '../words/locale.ts';

/** The last check has grown old: what it said may have changed since. Nothing is opened by itself. */
export function ReminderNotice({ reminder }: { readonly reminder: Reminder }) {
  const { text, language } = useLocale();
  return (
    <p class="notice" role="status" data-notice="reminder">
      {reminder.since === undefined
        ? text('reminder_due')
        : text('reminder_due_since', formatDay(reminder.since, language))}
    </p>
  );
}
