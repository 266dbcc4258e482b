import type { Batch } from '../../core/batch/batch.schema.ts';
import { progressOf } from '../../core/batch/progress.ts';
import { wordKey } from '../../core/language/words.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { useLocale } from '../words/locale.ts';

interface SaysProps {
  readonly batch: Batch;
  readonly statuses: readonly SettingStatus[];
}

/** Which page is read now. */
export function BatchSays({ batch, statuses }: SaysProps) {
  const { text, list } = useLocale();
  const { current } = progressOf(batch);
  const titles = statuses
    .filter(({ key }) => current?.keys.includes(key))
    .map(({ title }) => title);
  return (
    <p>
      <strong>{text(wordKey('batch_under_way', batch.kind))}</strong>{' '}
      {titles.length > 0 ? list(titles) : text('batch_pausing')}
    </p>
  );
}

interface ProgressProps {
  readonly batch: Batch;
  readonly onCancel: () => void;
}

/** How many pages are left, and that it goes on by itself. */
export function BatchProgress({ batch, onCancel }: ProgressProps) {
  const { text, count, number } = useLocale();
  const { done, total, left } = progressOf(batch);
  return (
    <>
      <progress
        value={done}
        max={total}
        aria-label={text(wordKey('batch_under_way', batch.kind))}
      />
      <p class="small">
        {count('batch_left', left, number(total))} {text('batch_goes_on')}
      </p>
      <button type="button" data-action="cancel-batch" onClick={onCancel}>
        {text('batch_cancel')}
      </button>
    </>
  );
}
