import type { Page } from 'puppeteer-core';
import { type Lab, until } from './lab.ts';

const DASHBOARD = 'src/entrypoints/dashboard/index.html';

/** The dashboard in a tab, once it is drawn. */
export async function openDashboard(lab: Lab, hash = ''): Promise<Page> {
  const page = await lab.browser.extensionPage(`${DASHBOARD}${hash}`);
  await shown(page, 'main[data-view]');
  return page;
}

// Not `waitForSelector` and `click`, which wait for ever in an extension's page in Firefox.
export function shown(page: Page, selector: string, timeoutMs?: number): Promise<true> {
  return until(
    `${selector} is shown`,
    () => page.evaluate((wanted) => document.querySelector(wanted) !== null || undefined, selector),
    timeoutMs,
  );
}

export function press(page: Page, selector: string): Promise<void> {
  return page.evaluate((wanted) => {
    const target = document.querySelector<HTMLElement>(wanted);
    if (!target || target.matches(':disabled')) throw new Error(`cannot press ${wanted}`);
    target.click();
  }, selector);
}

/** Presses what is not ticked. */
export function tick(page: Page, selector: string): Promise<void> {
  return page.evaluate((wanted) => {
    const box = document.querySelector<HTMLInputElement>(wanted);
    if (!box) throw new Error(`there is no ${wanted}`);
    if (!box.checked) box.click();
  }, selector);
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
}

/** Chooses one of what a select offers. */
export function choose(page: Page, selector: string, value: string): Promise<void> {
  return page.evaluate(
    (wanted, chosen) => {
      const select = document.querySelector<HTMLSelectElement>(wanted);
      if (!select) throw new Error(`there is no ${wanted}`);
      select.value = chosen;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );
}

/** Chooses in the preferences after how many days a check is due again. */
export async function remindAfter(lab: Lab, after: string): Promise<void> {
  const page = await openDashboard(lab, '#preferences');
  await shown(page, 'select[name="remind"]');
  await choose(page, 'select[name="remind"]', after);
  await until('it is chosen', async () => {
    const { remindAfter: chosen } = (await lab.stored('reminding')) ?? {};
    return String(chosen) === after;
  });
  await page.close();
}

/** What would go to the clipboard, or into a file. */
export function catchWhatIsTaken(page: Page): Promise<void> {
  return page.evaluate(() => {
    const caught = globalThis as unknown as { taken: string[]; blobs: Promise<string>[] };
    caught.taken = [];
    caught.blobs = [];
    navigator.clipboard.writeText = async (text) => void caught.taken.push(text);
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      caught.blobs.push((blob as Blob).text());
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      caught.taken.push(this.download);
    };
  });
}

export function whatWasTaken(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const caught = globalThis as unknown as { taken: string[]; blobs: Promise<string>[] };
    return [...caught.taken, ...(await Promise.all(caught.blobs))];
  });
}

/** Chooses a file to bring in, as a person does. */
export async function bringIn(page: Page, text: string): Promise<void> {
  await shown(page, 'input[name="history"]');
  await page.evaluate((content) => {
    const input = document.querySelector<HTMLInputElement>('input[name="history"]');
    if (!input) throw new Error('there is nowhere to bring a file in');
    const files = new DataTransfer();
    files.items.add(new File([content], 'history.json', { type: 'application/json' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
}
