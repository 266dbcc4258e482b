import { isConnected } from '../../browser/page-api.ts';
import { isLost, sendFromPage } from '../../browser/page-messages.ts';
import { claimPage, holdLine } from '../../browser/page-reader.ts';
import type { MessageType, RequestOf, ResponseOf } from '../../core/messages/protocol.ts';
import type { Provenance } from '../../core/reading/provenance.ts';
import { followPath } from '../../page/watch/addresses.ts';
import { pause } from '../../page/watch/pause.ts';
import { followRequests } from '../../page/watch/requests.ts';
import { RETRY_AFTER_MS, untilHeard } from '../../page/watch/retry.ts';
import { isReturn, onDocumentShown } from '../../page/watch/shown-document.ts';
import { controlsOn, visit } from '../../page/watch/visit.ts';

function start(script: AbortController): void {
  onDocumentShown(
    document,
    (provenance, left) => {
      if (!isConnected()) return script.abort();
      read(provenance, script, left);
    },
    script.signal,
  );
}

/** Reads a document for as long as the person stays on it, whatever addresses it shows. */
function read(provenance: Provenance, script: AbortController, left: AbortSignal): void {
  /** One name for this visit of this page, so that what it says is not taken for a later one. */
  const load = crypto.randomUUID();
  const requests = followRequests(left);
  let here: AbortController | undefined;
  let closerLookComes: Promise<void> | undefined;

  const ask = async <Type extends MessageType>(
    type: Type,
    request: RequestOf<Type>,
    signal: AbortSignal,
  ): Promise<ResponseOf<Type> | undefined> => {
    if (signal.aborted) return undefined;
    const answer = await untilHeard(() => sendFromPage(type, request), isLost, signal);
    if (answer.ok) return answer.value;
    if (answer.error === 'gone') script.abort();
    return undefined;
  };

  followPath(
    window,
    async (path) => {
      const came = here ? 'moved-to' : provenance;
      const now = Date.now();
      // For whoever was there from the start by the clock of now, which `timeOrigin` may not be.
      const began = provenance === 'loaded' ? now - performance.now() : performance.timeOrigin;
      const loadedAt = Math.round(here ? now : began);
      // What may be of any age lifts no warning.
      const stoodSince = !here && isReturn() ? 0 : loadedAt;
      const leftOver = here ? controlsOn(document) : new WeakSet<Element>();
      here?.abort();
      here = new AbortController();
      const signal = AbortSignal.any([here.signal, left]);

      const orders = await ask('page.arrived', { path, load, provenance: came }, signal);
      if (signal.aborted) return;
      // Whoever looks after open pages finds it unread, and puts a reader there anew.
      if (!orders) return script.abort();

      visit(
        document,
        orders,
        leftOver,
        requests,
        {
          async read(key, { movedAt, ...seen }) {
            if (!isConnected()) script.abort();
            const standsSince = movedAt ?? stoodSince;
            const answer = await ask(
              'page.read',
              { path, load, key, ...seen, provenance: came, loadedAt, standsSince },
              signal,
            );
            return answer?.press;
          },
          pressed(key, pressed) {
            void ask('page.pressed', { load, key, ...pressed }, signal);
          },
          shown(key) {
            void ask('page.shown', { key }, signal);
          },
          unlisted(ids) {
            void ask('page.unlisted', { path, ids: [...ids] }, signal);
          },
          wantCloserLook() {
            closerLookComes ??= (async () => {
              const hasCome = await ask('page.closer-look', {}, signal);
              if (!hasCome) await pause(RETRY_AFTER_MS, signal);
              closerLookComes = undefined;
            })();
            return closerLookComes;
          },
        },
        signal,
      );
    },
    left,
  );
}

const script = new AbortController();
if (claimPage(script.signal)) {
  holdLine();
  start(script);
}
