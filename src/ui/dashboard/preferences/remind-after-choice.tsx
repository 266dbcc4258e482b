import { type RemindAfter, remindAfters } from '../../../core/verdict/remind-after.ts';
import { useLocale } from '../../words/locale.ts';

interface Props {
  readonly chosen: RemindAfter;
  /** An administrator has set it. */
  readonly isFixed: boolean;
  readonly onChoose: (after: RemindAfter) => void;
}

export function RemindAfterChoice({ chosen, isFixed, onChoose }: Props) {
  const { text, count } = useLocale();
  return (
    <label>
      {text('preference_remind')}{' '}
      <select
        name="remind"
        value={chosen}
        disabled={isFixed}
        onChange={({ currentTarget }) => {
          const after = remindAfters.find((one) => String(one) === currentTarget.value);
          if (after !== undefined) onChoose(after);
        }}
      >
        {remindAfters.map((after) => (
          <option key={after} value={after}>
            {after === 'never' ? text('remind_never') : count('remind_days', after)}
          </option>
        ))}
      </select>
    </label>
  );
}
