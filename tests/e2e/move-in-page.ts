import type { Page } from 'puppeteer-core';
import { SETTING_PAGE, SWITCH } from './lab.ts';

/** What a page of the service does that shows its setting without a load. It notes when, as `movedAt`. */
export function moveInPage(page: Page, isOn: boolean): Promise<void> {
  return page.evaluate(
    (path, id, checked) => {
      history.pushState(null, '', path);
      document.body.innerHTML = `<main><p id="${id}">A</p>
        <input type="checkbox" role="switch" aria-labelledby="${id}" ${checked}></main>`;
      Object.assign(globalThis, { movedAt: Date.now() });
    },
    new URL(SETTING_PAGE).pathname,
    SWITCH,
    isOn ? 'checked' : '',
  );
}
