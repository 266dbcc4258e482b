const STEP_MS = 50;

/** Puppeteer's own three minutes outlast every test's time. */
export const PROTOCOL_TIMEOUT_MS = 60_000;

/** Asks again until there is an answer; what the last attempt threw becomes the reason. */
export async function waitUntil<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  timeoutMs = 10_000,
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
