import { browser } from './api.ts';

const DASHBOARD = 'src/entrypoints/dashboard/index.html';
const WELCOME = 'src/entrypoints/welcome/index.html';

/** Opens the full-page view in a new tab. @param fragment what it is to show at once */
export async function openDashboard(fragment?: string): Promise<void> {
  await open(fragment === undefined ? DASHBOARD : `${DASHBOARD}#${fragment}`);
}

export async function openWelcome(): Promise<void> {
  await open(WELCOME);
}

async function open(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
