/* Who may ask for what: a message comes to its handler, or is refused. */

import { NoTab } from '../errand/no-tab.ts';
import { NotStored } from '../store/item.ts';
import { z } from '../zod.ts';
import { outweighs } from './outweighs.ts';
import {
  type MessageType,
  protocol,
  type Refusal,
  type Reply,
  type RequestOf,
  type ResponseOf,
  type Sender,
  type SenderKind,
} from './protocol.ts';

/** Twice the longest that a page has to say, in characters and things: of anything more nothing is read. */
const MOST_OF_A_PAGE = 12_000;

/** Thrown by a handler that will not do what it was asked. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Total: a message without a handler does not compile. */
export type Handlers = {
  readonly [Type in MessageType]: (
    request: RequestOf<Type>,
    sender: Sender,
  ) => Promise<ResponseOf<Type>>;
};

const Envelope = z.strictObject({
  type: z.enum(Object.keys(protocol) as [MessageType, ...MessageType[]]),
  request: z.unknown(),
});

/** Told of a handler that broke; its caller gets `failed`. */
export type OnFault = (type: MessageType, error: unknown) => void;

/** Decides synchronously whether a message is ours; only then is there a promise. */
export function route(
  handlers: Handlers,
  message: unknown,
  sender: Sender,
  onFault: OnFault,
): Promise<Reply> | undefined {
  const envelope = Envelope.safeParse(message);
  if (!envelope.success) return undefined;
  return answer(handlers, envelope.data.type, envelope.data.request, sender, onFault);
}

async function answer<Type extends MessageType>(
  handlers: Handlers,
  type: Type,
  request: unknown,
  sender: Sender,
  onFault: OnFault,
): Promise<Reply> {
  const allowed: readonly SenderKind[] = protocol[type].from;
  if (!allowed.some((kind) => sender.kinds.includes(kind))) return refuse('forbidden');

  const isOwn = sender.kinds.includes('extension-page');
  if (!isOwn && outweighs(request, MOST_OF_A_PAGE)) return refuse('malformed');

  const parsed = protocol[type].request.safeParse(request);
  if (!parsed.success) return refuse('malformed');

  try {
    return { ok: true, value: await handlers[type](parsed.data as RequestOf<Type>, sender) };
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    if (error instanceof NoTab) return refuse(error.isContainerGone ? 'no-container' : 'no-tab');
    onFault(type, error);
    if (error instanceof NotStored) return refuse('not-stored');
    return refuse('failed');
  }
}

function refuse(error: Refusal): Reply {
  return { ok: false, error };
}
