import type { ErrandKind } from '../../core/errand/errand.schema.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { useLocale } from '../words/locale.ts';
import { offersAgain, offersTurnOff, offersUndo } from './offers-turn-off.ts';

interface Props {
  readonly status: SettingStatus;
  /** What it offers to do is what stands out. */
  readonly leads: boolean;
  /** The element that says what "turn off" does. */
  readonly choiceId: string;
  readonly why: { readonly id: string; readonly isOpen: boolean; readonly onToggle: () => void };
  readonly onErrand: (kind: ErrandKind) => void;
  readonly onReport: () => void;
}

/** What a person can do about one setting. */
export function SettingActions({ status, leads, choiceId, why, onErrand, onReport }: Props) {
  const { text } = useLocale();
  const { errand, finding } = status;
  const busy = errand !== null && errand.step !== 'ended';
  const again = offersAgain(status);
  return (
    <div class="actions">
      {offersTurnOff(status) && (
        <button
          type="button"
          class={leads ? 'primary' : undefined}
          data-action="turn-off"
          disabled={busy}
          aria-describedby={choiceId}
          onClick={() => onErrand('opt-out')}
        >
          {text('action_turn_off')}
        </button>
      )}
      {offersUndo(status) && (
        <button type="button" data-action="undo" disabled={busy} onClick={() => onErrand('undo')}>
          {text('action_undo')}
        </button>
      )}
      <button
        type="button"
        class={leads && again ? 'primary' : undefined}
        data-action="guide"
        onClick={() => onErrand('guide')}
      >
        {text('action_guide')}
      </button>
      <button type="button" data-action="check" disabled={busy} onClick={() => onErrand('check')}>
        {text('action_check')}
      </button>
      <button
        type="button"
        data-action="why"
        aria-expanded={why.isOpen}
        aria-controls={why.id}
        onClick={why.onToggle}
      >
        {text('action_why')}
      </button>
      {again && (
        <button
          type="button"
          class="quiet"
          data-action="press-again"
          disabled={busy}
          aria-describedby={again === 'opt-out' ? choiceId : undefined}
          onClick={() => onErrand(again)}
        >
          {text('action_press_again')}
        </button>
      )}
      {finding?.reading.state === 'unknown' && (
        <button type="button" class="quiet" data-action="report" onClick={onReport}>
          {text('report_make')}
        </button>
      )}
    </div>
  );
}
