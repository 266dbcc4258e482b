import type { Page } from 'puppeteer-core';
import { SWITCH_IN_PAGE, TOGGLE, until } from './lab.ts';

/**
 * Moves the switch of a page as a person does, with the pointer. A banner that comes just then moves it
 * from under the pointer, and a person presses again.
 */
export async function moveByHand(page: Page): Promise<void> {
  const isOn = () => page.$eval(SWITCH_IN_PAGE, (control) => (control as HTMLInputElement).checked);
  await page.bringToFront();
  const before = await isOn();
  await until('the switch has moved', async () => {
    if ((await isOn()) === before) await page.click(TOGGLE);
    return (await isOn()) !== before;
  });
}
