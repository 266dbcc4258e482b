import type { Page } from 'puppeteer-core';

const STEP_MS = 50;

/** Below a test's own limit, so that the failure says which command got no answer. */
export const PROTOCOL_TIMEOUT_MS = 180_000;

/** Gives everything that is waited for in a page three times puppeteer's 30 s. */
export function patient(page: Page): Page {
  page.setDefaultTimeout(90_000);
  return page;
}

/** Asks again until there is an answer; what the last attempt threw becomes the reason. */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  timeoutMs = 30_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let cause: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(STEP_MS);
  } while (Date.now() < end);
  throw new Error(`not within ${timeoutMs} ms: ${what}`, { cause });
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Settles for `otherwise` when an answer is too late or fails, as a page under way never answers. */
export function orElse<T>(answer: Promise<T>, otherwise: T, timeoutMs = 2000): Promise<T> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(otherwise), timeoutMs);
    answer.then(done, () => done(otherwise)).finally(() => clearTimeout(timer));
  });
}
