import type { Page } from 'puppeteer-core';
import { type View, views } from '../../src/ui/dashboard/views.ts';
import { openDashboard, shown } from './dashboard.ts';
import { type Lab, SETTING } from './lab.ts';
import { found, seed } from './seed.ts';

/** Every page of the extension: the popup and the welcome page in a tab, and each view of the dashboard. */
export const ownPages = ['popup', 'welcome', ...views] as const;
export type OwnPage = (typeof ownPages)[number];

export async function openOwn(lab: Lab, name: OwnPage): Promise<Page> {
  if (name !== 'popup' && name !== 'welcome') return openView(lab, name);
  const page = await lab.browser.extensionPage(`src/entrypoints/${name}/index.html`);
  await shown(page, 'main');
  return page;
}

/** What views draw that ask for the history; it comes later than the rest. */
const fromHistory: Partial<Record<View, string>> = {
  history: '.days',
  delete: '[data-action="save-json"]:enabled',
};

/** Something must have been read before, so that there is a history. */
async function openView(lab: Lab, view: View): Promise<Page> {
  const page = await openDashboard(lab, `#${view}`);
  const main = `main[data-view="${view}"]`;
  await shown(page, `${main} h2`);
  const later = fromHistory[view];
  if (later !== undefined) await shown(page, `${main} ${later}`);
  return page;
}

/** Opens whatever opens. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const folded = '[data-action="unfold"][aria-expanded="false"], details:not([open]) > summary';
    for (const one of document.querySelectorAll<HTMLElement>(folded)) one.click();
  });
  await page.evaluate(() => {
    const why = '[data-action="why"][aria-expanded="false"]';
    for (const one of document.querySelectorAll<HTMLElement>(why)) one.click();
  });
}

/** Some settings on, one off, one that nobody could read: most of what can be shown. */
export async function seedSome(lab: Lab): Promise<void> {
  await seed(lab, {
    ...found('ai-training', { state: 'on', strategy: 'known-id' }),
    ...found('partners', { state: 'on', strategy: 'known-id' }),
    ...found('research', { state: 'on', strategy: 'known-id' }),
    ...found('cookies', { state: 'off', strategy: 'known-id' }),
    ...found('inferred-age', { state: 'unknown', reason: 'not-found' }),
    [`history/${SETTING}`]: {
      rows: [
        [Date.now() - 86_400_000, 'off', true, 'person', 'known-id'],
        [Date.now() - 1_000, 'on', false, 'unknown', 'known-id'],
      ],
    },
  });
}
