import { services } from '../../src/catalogue/index.ts';
import type { MessageType, Reply, RequestOf } from '../../src/core/messages/protocol.ts';
import { type Entry, entriesOf } from '../../src/core/recipe/setting-key.ts';
import type { TestBrowser } from '../e2e/browsers/index.ts';
import type { Simulator } from '../simulator/server.ts';
import type { SwitchId } from '../simulator/settings.ts';

/** What a stage is played on: one browser with the shipped build, one simulator. */
export interface Ground {
  readonly browser: TestBrowser;
  readonly simulator: Simulator;
}

export const entries: readonly Entry[] = entriesOf(services);

/** How a setting stands on the simulator. */
export function truthOf({ simulator }: Ground, { setting }: Entry): 'on' | 'off' {
  return simulator.account.switches[setting.probe.hook.value as SwitchId] ? 'on' : 'off';
}

/** Asks the background as one of our own views does. */
export function ask<Type extends MessageType>(
  { browser }: Ground,
  type: Type,
  request: RequestOf<Type>,
): Promise<Reply> {
  return browser.inExtension((api, message) => api.runtime.sendMessage(message), { type, request });
}

/** What is kept under a key, without its envelope. */
export function kept<T>({ browser }: Ground, key: string): Promise<T | undefined> {
  return browser.inExtension(
    async (api, wanted) => (await api.storage.local.get(wanted))[wanted]?.value,
    key,
  );
}

/** How many bytes all that is kept takes as text. */
export function storeBytes({ browser }: Ground): Promise<number> {
  return browser.inExtension(
    async (api) =>
      new TextEncoder().encode(JSON.stringify(await api.storage.local.get(null))).byteLength,
  );
}
