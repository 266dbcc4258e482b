import type { Ground } from './ground.ts';
import type { Tab } from './open-tabs.ts';
import { keysAt, readingShot } from './shots.ts';
import { sendVolley } from './volley.ts';

/** One valid reading after another, each when the one before it was answered. In milliseconds. */
export async function idleMessages(ground: Ground, tab: Tab, times: number): Promise<number[]> {
  const [key] = keysAt(tab);
  if (key === undefined) throw new Error(`${tab.path} shows no setting`);
  const all: number[] = [];
  for (let time = 0; time < times; time++) {
    const [heard] = await sendVolley(ground, tab.id, [readingShot(tab, key, 'on')]);
    if (heard?.answer !== 'ok') throw new Error(`a reading was answered with ${heard?.answer}`);
    all.push(heard.ms);
  }
  return all;
}
