import { progressOf } from '../core/round-progress.ts';
import type { Round } from '../core/round-schema.ts';
import type { SettingStatus } from '../core/status.ts';
import { wordKey } from '../core/words.ts';
import { useLocale } from './locale.ts';

interface Props {
  readonly round: Round;
  readonly statuses: readonly SettingStatus[];
  readonly onCancel: () => void;
}

/** Which page is read now, how many are left, and that it goes on by itself. */
export function RoundUnderWay({ round, statuses, onCancel }: Props) {
  const { text } = useLocale();
  const { done, total, left, current } = progressOf(round);
  const titles = statuses
    .filter(({ key }) => current?.keys.includes(key))
    .map(({ title }) => title);
  return (
    <section class="round notice" data-round={round.kind} data-step={round.step}>
      <p role="status">
        <strong>{text(wordKey('round_under_way', round.kind))}</strong>{' '}
        {titles.length > 0 ? titles.join(' · ') : text('round_pausing')}
      </p>
      <progress
        value={done}
        max={total}
        aria-label={text(wordKey('round_under_way', round.kind))}
      />
      <p class="small">
        {text('round_left', String(left), String(total))} {text('round_goes_on')}
      </p>
      <button type="button" data-action="cancel-round" onClick={onCancel}>
        {text('round_cancel')}
      </button>
    </section>
  );
}
