import { useRef, useState } from 'preact/hooks';
import type { Batch } from '../../core/batch/batch.schema.ts';
import { mayStart } from '../../core/batch/progress.ts';
import { wordKey } from '../../core/language/words.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import type { ListedService } from '../../core/verdict/listed-service.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { type NextStep, pressable } from '../settings/next-step.ts';
import { useLocale } from '../words/locale.ts';
import { BatchEnded } from './batch-ended.tsx';
import { BatchProgress, BatchSays } from './batch-under-way.tsx';
import { TurnOffChooser } from './turn-off-chooser.tsx';

export interface BatchActions {
  readonly onCheck: () => void;
  readonly onTurnOff: (keys: readonly SettingKey[]) => void;
  readonly onCancel: () => void;
  readonly onSeen: () => void;
}

interface Props extends BatchActions {
  readonly batch: Batch | null;
  readonly services: readonly ListedService[];
  readonly statuses: readonly SettingStatus[];
  /** What stands out of all that can be done. */
  readonly next: NextStep['do'];
}

/**
 * What concerns all settings at once: check everything, turn off everything that is on. It is one
 * element in all that it shows: what is said in it is announced, and the focus is not lost with a
 * button that goes.
 */
export function BatchPanel(props: Props) {
  const { batch, services, statuses, next } = props;
  const { text, count } = useLocale();
  const [isChoosing, setChoosing] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const offer = useRef<HTMLButtonElement>(null);
  useKeptFocus(panel);
  const underWay = batch && !mayStart(batch) ? batch : null;
  const on = pressable(statuses);
  const leave = () => {
    setChoosing(false);
    // It is there only once the choice is gone.
    requestAnimationFrame(() => offer.current?.focus());
  };

  return (
    <section
      ref={panel}
      class={underWay ? 'batch notice' : 'batch'}
      tabIndex={-1}
      aria-label={underWay ? text(wordKey('batch_under_way', underWay.kind)) : undefined}
      data-batch={underWay?.kind}
      data-step={underWay?.step}
    >
      <div role="status">
        {underWay && <BatchSays batch={underWay} statuses={statuses} />}
        {batch && !underWay && (
          <BatchEnded batch={batch} services={services} onSeen={props.onSeen} />
        )}
      </div>
      {underWay && <BatchProgress batch={underWay} onCancel={props.onCancel} />}
      {!underWay && isChoosing && (
        <TurnOffChooser
          statuses={on}
          onChosen={(keys) => {
            setChoosing(false);
            props.onTurnOff(keys);
          }}
          onLeft={leave}
        />
      )}
      {!underWay && !isChoosing && (
        <div class="actions">
          {on.length > 1 && (
            <button
              ref={offer}
              type="button"
              class={next === 'turn-off-all' ? 'primary' : undefined}
              data-action="turn-off-all"
              onClick={() => setChoosing(true)}
            >
              {count('batch_turn_off', on.length)}
            </button>
          )}
          <button
            type="button"
            class={next === 'check-all' ? 'primary' : undefined}
            data-action="check-all"
            onClick={props.onCheck}
          >
            {text('batch_check')}
          </button>
        </div>
      )}
    </section>
  );
}
