/* Pages as people have them shown: enlarged, with more space, in letters of their own size. */
import type { Page } from 'puppeteer-core';

/** 1280 by 1024 at 400 %. */
export const ENLARGED = { width: 320, height: 256 };

/** WCAG 2.2, 1.4.12: what a person may set, and nothing is lost. */
export function setTextSpacing(page: Page): Promise<void> {
  return addStyle(
    page,
    `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
     p { margin-block-end: 2em !important; }`,
  );
}

/** As a person does in the browser's settings, where 16 pixels are usual. */
export function setFontSize(page: Page, pixels: number): Promise<void> {
  return addStyle(page, `:root { font-size: ${pixels}px; }`);
}

// Not `addStyleTag`, which waits for ever in an extension's page in Firefox.
export function addStyle(page: Page, content: string): Promise<void> {
  return page.evaluate((css) => {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
  }, content);
}

/** Sizes of letters, in pixels, of every element that has a text of its own. */
export function fontSizes(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3))
      .filter((element) => element.checkVisibility())
      .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  );
}

/** What is operated and cannot be brought into the window, or is covered there by something else. */
export function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const [box] = element.getClientRects();
        if (!box) return true;
        const middle = (from: number, to: number, end: number) =>
          (Math.max(from, 0) + Math.min(to, end)) / 2;
        const top = document.elementFromPoint(
          middle(box.left, box.right, innerWidth),
          middle(box.top, box.bottom, innerHeight),
        );
        return !top || !(element.contains(top) || top === element.closest('label'));
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** How many pixels the page is wider than its window. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
}
