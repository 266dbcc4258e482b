import type { TestBrowser } from '../tests/e2e/browsers/index.ts';

/** Says where the profile stands, as the popup does. */
export async function choosePlace(browser: TestBrowser, code: string): Promise<void> {
  await browser.inExtension(
    (api, request) => api.runtime.sendMessage({ type: 'place.choose', request }),
    { code },
  );
}
