import { pause } from './pause.ts';

/** A background that died before it answered is asked again after so long, so often. */
export const RETRY_AFTER_MS = 500;
const RETRIES = 5;

/** Asks again as long as the answer is lost. @returns the last answer */
export async function untilHeard<T>(
  ask: () => Promise<T>,
  isLost: (answer: T) => boolean,
  signal: AbortSignal,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    const answer = await ask();
    if (!isLost(answer) || tries >= RETRIES || signal.aborted) return answer;
    await pause(RETRY_AFTER_MS, signal);
  }
}
