import { type RemindAfter, remindAfters } from '../core/remind-after.ts';
import { useLocale } from './locale.ts';

interface Props {
  readonly chosen: RemindAfter;
  readonly onChoose: (after: RemindAfter) => void;
}

export function RemindAfterChoice({ chosen, onChoose }: Props) {
  const { text } = useLocale();
  return (
    <label class="remind">
      {text('preference_remind')}{' '}
      <select
        name="remind"
        value={chosen}
        onChange={({ currentTarget }) => {
          const after = remindAfters.find((one) => String(one) === currentTarget.value);
          if (after !== undefined) onChoose(after);
        }}
      >
        {remindAfters.map((after) => (
          <option key={after} value={after}>
            {after === 'never' ? text('remind_never') : text('remind_days', String(after))}
          </option>
        ))}
      </select>
    </label>
  );
}
