import type { Lab } from './lab.ts';

export interface SpeakingSetting {
  readonly key: string;
  /** The address of its page, which is open. */
  readonly open: string;
  readonly path: string;
}

/**
 * Has the page of a setting say by turns that it is off and that it is on, as our own script in it would.
 * @param waits for each answer before it goes on; a background that is killed never gives one
 */
export function sayByTurns(
  lab: Lab,
  setting: SpeakingSetting,
  times: number,
  waits: boolean,
): Promise<number> {
  return lab.browser.inExtension(
    async (api, { key, open, path }, count, isPatient) => {
      const [tab] = await api.tabs.query({ url: `${open}*` });
      const [injected] = await api.scripting.executeScript({
        target: { tabId: tab.id },
        args: [key, path, count, isPatient],
        func: async (said: string, at: string, turns: number, isWaiting: boolean) => {
          for (let turn = 0; turn < turns; turn++) {
            const reading = { state: turn % 2 === 0 ? 'off' : 'on' };
            // After what the page's own reader has said: two clocks tell the same load a millisecond apart.
            const loadedAt = Math.round(performance.timeOrigin) + 50;
            const how = { provenance: 'loaded', touched: false, settled: true };
            const when = { loadedAt, standsSince: loadedAt };
            const about = { path: at, load: 'load', key: said, ...how, ...when };
            // biome-ignore lint/suspicious/noExplicitAny: either browser's API, in a page.
            const answered = (globalThis as any).chrome.runtime.sendMessage({
              type: 'page.read',
              request: { ...about, reading },
            });
            if (isWaiting) await answered;
            else answered.catch(() => {});
          }
          return turns;
        },
      });
      return injected.result as number;
    },
    setting,
    times,
    waits,
  );
}
