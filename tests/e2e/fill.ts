import type { Lab } from './lab.ts';

/** Where what fills the store stands: as if it had been set aside once. */
const FILLER = 'set-aside/filler';

/**
 * Really fills the store, until nothing more fits. The kept overview, made anew at any time, may go first.
 * The background has done its work and begins no other: room that it makes for a moment is not taken.
 */
export function fillStore(lab: Lab, { overview }: { overview: 'goes' | 'stays' }): Promise<void> {
  return lab.browser.inExtension(
    (api, filler, goes, passes) =>
      navigator.locks.request('work', async () => {
        if (goes) await api.storage.local.remove('overview');
        // Neither browser can write these any shorter.
        const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        const noise = (length: number) => {
          const bytes = new Uint8Array(length);
          for (let at = 0; at < length; at += 65_536) {
            crypto.getRandomValues(bytes.subarray(at, at + 65_536));
          }
          return Array.from(bytes, (byte) => signs[byte & 63]).join('');
        };
        let part = 0;
        const fits = async (size: number) => {
          try {
            await api.storage.local.set({ [`${filler}/${part}`]: noise(size) });
            part += 1;
            return true;
          } catch {
            return false;
          }
        };
        // Firefox finds room anew when it tidies up, and does so a while after it has refused.
        for (let pass = 0; pass < passes; pass++) {
          if (pass > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
          for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
            // A browser that counts in blocks takes some of one size, and not without end of the smallest.
            for (let time = 0; time < 50 && (await fits(size)); time++);
          }
        }
      }),
    FILLER,
    overview === 'goes',
    lab.browser.name === 'firefox' ? 4 : 1,
  );
}

export function makeRoom(lab: Lab): Promise<void> {
  return lab.browser.inExtension(async (api, filler) => {
    await navigator.locks.request('store', async () => {
      const keys = Object.keys(await api.storage.local.get(null));
      await api.storage.local.remove(keys.filter((key) => key.startsWith(filler)));
    });
  }, FILLER);
}
