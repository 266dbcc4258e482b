/**
 * Who waits for ever says nothing more. Beside 200 tabs that say much, Firefox's background takes up to 7 s
 * (docs/soak.md).
 */
const ANSWER_WITHIN_MS = 10_000;

/** @throws Error where no answer comes within ten seconds */
export function inTime<T>(answer: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), ANSWER_WITHIN_MS);
  });
  return Promise.race([answer, late]);
}
