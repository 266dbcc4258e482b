import { isConnected } from '../../browser/page-api.ts';
import { sendFromPage } from '../../browser/page-messages.ts';
import type { MessageType, RequestOf, ResponseOf } from '../../core/protocol.ts';
import { followPath } from '../../page/addresses.ts';
import { pause } from '../../page/pause.ts';
import { controlsOn, visit } from '../../page/visit.ts';

/** One name for this load of this page, so that what it says is not taken for a later load. */
const load = crypto.randomUUID();
const script = new AbortController();
/** A background that died before it answered is asked again after so long, so often. */
const RETRY_AFTER_MS = 500;
const RETRIES = 5;

async function ask<Type extends MessageType>(
  type: Type,
  request: RequestOf<Type>,
  signal: AbortSignal,
): Promise<ResponseOf<Type> | undefined> {
  for (let tries = 0; tries <= RETRIES && !signal.aborted; tries++) {
    const answer = await sendFromPage(type, request);
    if (answer.ok) return answer.value;
    if (answer.error === 'gone') script.abort();
    if (answer.error !== 'lost') return undefined;
    await pause(RETRY_AFTER_MS, signal);
  }
  return undefined;
}

let here: AbortController | undefined;
let isAskingForCloserLook = false;

followPath(
  window,
  async (path) => {
    const isFirst = !here;
    here?.abort();
    here = new AbortController();
    const signal = AbortSignal.any([here.signal, script.signal]);
    const leftOver = isFirst ? new WeakSet<Element>() : controlsOn(document);

    const orders = await ask('page.arrived', { path, load, inPage: !isFirst }, signal);
    if (!orders || signal.aborted) return;

    visit(
      document,
      orders,
      leftOver,
      {
        async read(key, reading, touched) {
          if (!isConnected()) script.abort();
          const answer = await ask(
            'page.read',
            { path, load, key, reading, fresh: isFirst && !touched, touched },
            signal,
          );
          return answer?.press;
        },
        pressed(key, result) {
          void ask('page.pressed', { load, key, result }, signal);
        },
        shown(key) {
          void ask('page.shown', { key }, signal);
        },
        unlisted(ids) {
          void ask('page.unlisted', { path, ids: [...ids] }, signal);
        },
        async wantCloserLook() {
          if (isAskingForCloserLook) return;
          isAskingForCloserLook = true;
          const hasCome = await ask('page.closer-look', {}, signal);
          if (!hasCome) await pause(RETRY_AFTER_MS, signal);
          isAskingForCloserLook = false;
        },
      },
      signal,
    );
  },
  script.signal,
);
