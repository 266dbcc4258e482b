import type { Ground } from './ground.ts';
import type { Answer, Shot } from './shots.ts';

export interface Heard {
  readonly shot: Shot;
  /** `lost`: the browser said that nobody answered who should have. */
  readonly answer: Answer | 'lost';
  /** From the page's sending to its hearing, in milliseconds. */
  readonly ms: number;
}

/**
 * Sends messages from a tab, all at once, from where our own content scripts run: what the browser says
 * of their sender is what it says of those. The answers come when the last one has.
 */
export async function sendVolley(
  { browser }: Ground,
  tabId: number,
  shots: readonly Shot[],
): Promise<Heard[]> {
  const answers = await browser.inExtension(
    async (api, where, sent) => {
      const [injected] = await api.scripting.executeScript({
        target: { tabId: where },
        args: [sent],
        // It is sent as text: no function in it may have a name, which a transpiler would keep.
        func: (volley: typeof sent) =>
          Promise.all(
            volley.map(async ({ message, swelling }) => {
              let request: unknown = message.request;
              if (swelling) {
                const { field, as, size } = swelling;
                if (as === 'keys') {
                  request = Object.fromEntries([
                    ...Object.entries(message.request),
                    ...Array.from({ length: size / 20 }, (_, index) => [`key ${index}`, index]),
                  ]);
                } else {
                  const long =
                    as === 'text'
                      ? 'x'.repeat(size)
                      : as === 'id'
                        ? [`a${'aA'.repeat(size / 2)}!`]
                        : Array.from({ length: size / 20 }, () => 'allowSomethingNew');
                  request = { ...message.request, [field]: long };
                }
              }
              const sentAt = performance.now();
              try {
                // biome-ignore lint/suspicious/noExplicitAny: either browser's API, in a page.
                const { runtime } = (globalThis as any).browser ?? (globalThis as any).chrome;
                const reply = await runtime.sendMessage({ type: message.type, request });
                const answer = reply == null ? 'silence' : reply.ok ? 'ok' : reply.error;
                return { answer, ms: performance.now() - sentAt };
              } catch {
                return { answer: 'lost', ms: performance.now() - sentAt };
              }
            }),
          ),
      });
      return injected.result as { answer: Heard['answer']; ms: number }[];
    },
    tabId,
    shots.map(({ message, swelling }) => ({ message, swelling })),
  );
  return shots.map((shot, index) => {
    const heard = answers[index];
    return heard ? { shot, ...heard } : { shot, answer: 'lost', ms: Number.NaN };
  });
}
