import type { Page } from 'puppeteer-core';

/** Elements whose text does not fit into them, and whatever makes the page wider than its window. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots: ParentNode[] = [document];
    for (const element of document.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    const name = (element: Element) =>
      `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 60)}`;
    const isCut = (element: Element) => {
      const { overflowX, overflowY, clipPath, opacity } = getComputedStyle(element);
      // What is for screen readers alone is cut on purpose; a field for files is unseen over its label.
      if (clipPath !== 'none' || opacity === '0' || element.clientWidth === 0) return false;
      const clipsX = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      const clipsY = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      return clipsX || clipsY;
    };
    const isOutside = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1);
    };
    // A table that is wider than its window is scrolled, by keyboard too.
    const isScrolled = (element: Element) =>
      element.closest('[tabindex="0"]:has(> table)') !== null;
    return roots
      .flatMap((root) => [...root.querySelectorAll('body *, section, section *')])
      .filter((element) => element instanceof HTMLElement && element.localName !== 'option')
      .filter((element) => !isScrolled(element))
      .filter((element) => element.checkVisibility() && (isCut(element) || isOutside(element)))
      .map(name);
  });
}
