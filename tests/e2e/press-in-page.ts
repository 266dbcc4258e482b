import type { Page } from 'puppeteer-core';

/** By the mouse, in a page of the extension: a browser asks for a permission only where the person has clicked. */
export async function pressInPage(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  const { x, y } = await page.evaluate((wanted) => {
    const target = document.querySelector(wanted);
    target?.scrollIntoView({ block: 'center' });
    const box = target?.getBoundingClientRect();
    if (!box) throw new Error(`no ${wanted}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  await page.mouse.click(x, y);
}
