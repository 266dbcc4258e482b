import type { MessageType, Reply, RequestOf, ResponseOf } from '../core/messages/protocol.ts';
import { inTime } from './in-time.ts';
import { isConnected, pageApi } from './page-api.ts';

/** `gone`: the extension was updated or removed. `lost`: the background did not answer, or not in time. */
export type Answer<T> = Reply<T> | { readonly ok: false; readonly error: 'gone' | 'lost' };

/** Whether nobody has answered, so that it may be asked again. */
export function isLost(answer: Answer<unknown>): boolean {
  return !answer.ok && answer.error === 'lost';
}

export async function sendFromPage<Type extends MessageType>(
  type: Type,
  request: RequestOf<Type>,
): Promise<Answer<ResponseOf<Type>>> {
  try {
    const reply: unknown = await inTime(pageApi.runtime.sendMessage({ type, request }));
    return (reply as Reply<ResponseOf<Type>> | undefined) ?? { ok: false, error: 'lost' };
  } catch {
    return { ok: false, error: isConnected() ? 'lost' : 'gone' };
  }
}
