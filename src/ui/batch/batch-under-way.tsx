import type { Round } from '../../core/batch/batch.schema.ts';
import { progressOf } from '../../core/batch/progress.ts';
import { wordKey } from '../../core/language/words.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { useLocale } from '../words/locale.ts';

interface SaysProps {
  readonly round: Round;
  readonly statuses: readonly SettingStatus[];
}

/** Which page is read now. */
export function RoundSays({ round, statuses }: SaysProps) {
  const { text, list } = useLocale();
  const { current } = progressOf(round);
  const titles = statuses
    .filter(({ key }) => current?.keys.includes(key))
    .map(({ title }) => title);
  return (
    <p>
      <strong>{text(wordKey('round_under_way', round.kind))}</strong>{' '}
      {titles.length > 0 ? list(titles) : text('round_pausing')}
    </p>
  );
}

interface ProgressProps {
  readonly round: Round;
  readonly onCancel: () => void;
}

/** How many pages are left, and that it goes on by itself. */
export function RoundProgress({ round, onCancel }: ProgressProps) {
  const { text, count, number } = useLocale();
  const { done, total, left } = progressOf(round);
  return (
    <>
      <progress
        value={done}
        max={total}
        aria-label={text(wordKey('round_under_way', round.kind))}
      />
      <p class="small">
        {count('round_left', left, number(total))} {text('round_goes_on')}
      </p>
      <button type="button" data-action="cancel-round" onClick={onCancel}>
        {text('round_cancel')}
      </button>
    </>
  );
}
