import type { MessageType, Reply, RequestOf, ResponseOf } from '../core/messages/protocol.ts';
import { browser } from './api.ts';

/** From an extension page to the background. */
export async function send<Type extends MessageType>(
  type: Type,
  request: RequestOf<Type>,
): Promise<Reply<ResponseOf<Type>>> {
  return (await browser.runtime.sendMessage({ type, request })) as Reply<ResponseOf<Type>>;
}
