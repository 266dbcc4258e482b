import { useState } from 'preact/hooks';
import { mayStart } from '../core/round-progress.ts';
import type { Round } from '../core/round-schema.ts';
import type { SettingKey } from '../core/setting-key.ts';
import type { SettingStatus } from '../core/status.ts';
import { useLocale } from './locale.ts';
import { offersTurnOff } from './offers-turn-off.ts';
import { RoundEnded } from './round-ended.tsx';
import { RoundUnderWay } from './round-under-way.tsx';
import { TurnOffChooser } from './turn-off-chooser.tsx';

export interface RoundActions {
  readonly onCheck: () => void;
  readonly onTurnOff: (keys: readonly SettingKey[]) => void;
  readonly onCancel: () => void;
  readonly onSeen: () => void;
}

interface Props extends RoundActions {
  readonly round: Round | null;
  readonly statuses: readonly SettingStatus[];
  readonly serviceName: string;
}

/** What concerns all settings at once: check everything, turn off everything that is on. */
export function RoundPanel(props: Props) {
  const { round, statuses, serviceName } = props;
  const { text } = useLocale();
  const [isChoosing, setChoosing] = useState(false);
  if (round && !mayStart(round)) {
    return <RoundUnderWay round={round} statuses={statuses} onCancel={props.onCancel} />;
  }

  const on = statuses.filter(
    (status) => status.judgement.verdict === 'sharing' && offersTurnOff(status),
  );
  return (
    <section class="round">
      {round && <RoundEnded round={round} serviceName={serviceName} onSeen={props.onSeen} />}
      {isChoosing ? (
        <TurnOffChooser
          statuses={on}
          serviceName={serviceName}
          onChosen={(keys) => {
            setChoosing(false);
            props.onTurnOff(keys);
          }}
          onLeft={() => setChoosing(false)}
        />
      ) : (
        <div class="actions">
          <button type="button" data-action="check-all" onClick={props.onCheck}>
            {text('round_check')}
          </button>
          {on.length > 1 && (
            <button type="button" data-action="turn-off-all" onClick={() => setChoosing(true)}>
              {text('round_turn_off', String(on.length))}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
