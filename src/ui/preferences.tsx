import { useId } from 'preact/hooks';
import type { Overview } from '../core/overview.ts';
import type { RemindAfter } from '../core/remind-after.ts';
import { useLocale } from './locale.ts';
import { RemindAfterChoice } from './remind-after-choice.tsx';

/** What the browser says to notifications; `refused` when it was asked just now. */
export type NotifyPermission = 'granted' | 'missing' | 'refused';

export interface PreferencesProps {
  readonly overview: Overview;
  readonly permission: NotifyPermission;
  /** Called within the person's click. */
  readonly onNotify: (notify: boolean) => void;
  readonly onRemindAfter: (after: RemindAfter) => void;
}

export function Preferences({ overview, permission, onNotify, onRemindAfter }: PreferencesProps) {
  const { text } = useLocale();
  const { serviceName, notify, remindAfter } = overview;
  const id = useId();
  return (
    <>
      <section class="lead">
        <h2 id="view-title" tabIndex={-1}>
          {text('preferences_title')}
        </h2>
        <p>{text('preferences_lead')}</p>
      </section>
      <section class="page preference">
        <label>
          <input
            type="checkbox"
            name="notify"
            checked={notify && permission === 'granted'}
            aria-describedby={`${id}-notify`}
            onChange={({ currentTarget }) => onNotify(currentTarget.checked)}
          />
          {text('preference_notify')}
        </label>
        <p role="status">
          {permission === 'refused' && (
            <strong data-notify="refused">{text('preference_notify_refused')}</strong>
          )}
          {permission === 'missing' && notify && (
            <strong data-notify="missing">{text('preference_notify_missing')}</strong>
          )}
        </p>
        <div id={`${id}-notify`} class="what">
          <p>{text('preference_notify_what')}</p>
          <p class="small">{text('preference_notify_how', serviceName)}</p>
          <p class="small">{text('preference_notify_asks')}</p>
        </div>
      </section>
      <section class="page preference">
        <RemindAfterChoice chosen={remindAfter} onChoose={onRemindAfter} />
        <p class="small">{text('preference_remind_what')}</p>
      </section>
    </>
  );
}
