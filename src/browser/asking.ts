import { type ToldRefusal, toldRefusal } from '../core/errand/told-refusal.ts';
import type { MessageType, RequestOf } from '../core/messages/protocol.ts';
import type { SettingKey } from '../core/recipe/setting-key.ts';
import { send } from './send.ts';

export interface Asking {
  /** Asks, draws what came of it, and says whether it was done. */
  readonly ask: <Type extends MessageType>(
    type: Type,
    request: RequestOf<Type>,
  ) => Promise<boolean>;
  /** Why the last that was asked was not done, where it is to be told. */
  readonly refusal: () => ToldRefusal | undefined;
  /** What every view asks about batches. */
  readonly batch: {
    readonly onCheck: () => void;
    readonly onTurnOff: (keys: readonly SettingKey[]) => void;
    readonly onCancel: () => void;
    readonly onSeen: () => void;
  };
}

/** How a view asks the background for something. */
export function asking(draw: () => Promise<void>): Asking {
  let refusal: ToldRefusal | undefined;
  const ask: Asking['ask'] = async (type, request) => {
    const reply = await send(type, request);
    refusal = reply.ok ? undefined : toldRefusal(reply.error);
    await draw();
    return reply.ok;
  };
  return {
    ask,
    refusal: () => refusal,
    batch: {
      onCheck: () => void ask('batch.check', {}),
      onTurnOff: (keys) => void ask('batch.turn-off', { keys: [...keys] }),
      onCancel: () => void ask('batch.cancel', {}),
      onSeen: () => void ask('batch.seen', {}),
    },
  };
}
