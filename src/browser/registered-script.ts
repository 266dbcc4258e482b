import type { Scripting } from 'webextension-polyfill';
import { browser } from './api.ts';

type Script = Required<Pick<Scripting.RegisteredContentScript, 'id' | 'js' | 'runAt'>>;

/**
 * Has one of our scripts run in the top frame of pages that match, as they are loaded; with no patterns, nowhere.
 *
 * @returns whether that is new: it was not registered, or for other pages
 */
export async function registerScript(
  { id, js, runAt }: Script,
  patterns: readonly string[],
): Promise<boolean> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  const isSame = (registered?.matches ?? []).toSorted().join() === patterns.toSorted().join();
  if (isSame) return false;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (patterns.length === 0) return true;
  const script = { id, js, runAt, matches: [...patterns], allFrames: false };
  await browser.scripting.registerContentScripts([{ ...script, persistAcrossSessions: true }]);
  return true;
}
