import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { settingKey } from '../../core/language/words.ts';
import { serviceIdOf } from '../../core/recipe/entry.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { Terms } from '../parts/choice.tsx';
import { useLocale } from '../words/locale.ts';

interface Props {
  readonly statuses: readonly SettingStatus[];
  readonly onChosen: (keys: readonly SettingKey[]) => void;
  readonly onLeft: () => void;
}

/**
 * What would be pressed, with what each one means; the person takes out what they want to keep.
 * It takes the focus from what opened it. Whoever asks puts the focus back.
 */
export function TurnOffChooser({ statuses, onChosen, onLeft }: Props) {
  const locale = useLocale();
  const { text, count } = locale;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus(), []);
  // What turns on while the person chooses was not offered to them ticked.
  const [ticked, setTicked] = useState<ReadonlySet<SettingKey>>(
    () => new Set(statuses.map(({ key }) => key)),
  );
  const chosen = statuses.map(({ key }) => key).filter((key) => ticked.has(key));
  const tick = (key: SettingKey, isTicked: boolean) => {
    const others = [...ticked].filter((one) => one !== key);
    setTicked(new Set(isTicked ? [...others, key] : others));
  };
  const ofServices = new Map(statuses.map((status) => [serviceIdOf(status.key), status]));
  return (
    <form
      ref={form}
      class="notice chooser"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        onChosen(chosen);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onLeft();
      }}
    >
      <h2 id={`${id}-title`}>{text('batch_choose')}</h2>
      <ul>
        {statuses.map(({ key, title, serviceName, saves }) => (
          <li key={key}>
            <label>
              <input
                type="checkbox"
                name={key}
                checked={ticked.has(key)}
                onChange={(event) => tick(key, event.currentTarget.checked)}
              />
              {title}
            </label>
            <p class="small">
              {text(settingKey('shares', key), serviceName)}
              {saves && ` ${text('choice_saves')}`}
            </p>
          </li>
        ))}
      </ul>
      <p class="small">
        {text('batch_how')} {text('batch_presses')}
      </p>
      {[...ofServices].map(([id, { serviceName, terms }]) => (
        <p key={id} class="small">
          <Terms locale={locale} serviceId={id} serviceName={serviceName} terms={terms} />
        </p>
      ))}
      <div class="actions">
        <button
          type="submit"
          class="primary"
          data-action="turn-off-chosen"
          disabled={chosen.length === 0}
        >
          {count('batch_turn_off_chosen', chosen.length)}
        </button>
        <button type="button" data-action="leave-choice" onClick={onLeft}>
          {text('action_not_now')}
        </button>
      </div>
    </form>
  );
}
