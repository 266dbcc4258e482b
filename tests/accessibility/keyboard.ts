import type { Page } from 'puppeteer-core';

/** Where the focus stands. */
export interface Stop {
  /** What tests know it by, and the setting that it belongs to. */
  readonly what: string;
  /** A line is drawn around it. */
  readonly isDrawn: boolean;
  /** It is in the window, and nothing covers it. */
  readonly isSeen: boolean;
  /** Its place among all elements of the page. */
  readonly at: number;
}

/** @returns null where nothing in the page has the focus */
export function stopOf(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body || !document.hasFocus()) {
      return null;
    }
    const draws = (one: Element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
      const isThere = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      return isThere && !/^(?:transparent|rgba\(.*, 0\))$/.test(outlineColor);
    };
    // A field for files is laid over its label, unseen: the label is drawn for it.
    const isUnseen = getComputedStyle(element).opacity === '0';
    const drawn = isUnseen ? (element.closest('label') ?? element) : element;
    // The middle of what is in the window: a long text may be taller than that.
    const [box] = element.getClientRects();
    const middle = (from: number, to: number, end: number) =>
      (Math.max(from, 0) + Math.min(to, end)) / 2;
    const top =
      box &&
      document.elementFromPoint(
        middle(box.left, box.right, innerWidth),
        middle(box.top, box.bottom, innerHeight),
      );
    const name = ['data-action', 'data-joint', 'data-day', 'name', 'href']
      .map((attribute) => element.getAttribute(attribute))
      .find((value) => value !== null);
    const setting = element.closest('[data-setting]')?.getAttribute('data-setting');
    return {
      what: [setting, name ?? `${element.localName}.${element.className}`]
        .filter((part) => part !== undefined)
        .join(' '),
      isDrawn: draws(drawn),
      isSeen:
        top !== null &&
        top !== undefined &&
        (element.contains(top) || top === element.closest('label')),
      at: [...document.querySelectorAll('*')].indexOf(element),
    };
  });
}

/** Presses Tab until the focus leaves the page, or comes where it has been. */
export async function tabThrough(page: Page, most = 300): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (!stop) return stops;
    // A date has a stop for each of its parts.
    if (stop.at === stops.at(-1)?.at) continue;
    if (stops.some(({ at }) => at === stop.at)) return stops;
    stops.push(stop);
  }
  throw new Error(`after ${most} presses of Tab the focus is still in the page`);
}

/** Presses Tab until what is wanted has the focus; every stop on the way must be one that is seen. */
export async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (stop && !(stop.isDrawn && stop.isSeen)) {
      throw new Error(`the focus is not seen: ${JSON.stringify(stop)}`);
    }
    if (await hasFocus(page, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** Elements with a line around them although they have no focus: theirs would say nothing. */
export function drawnUnfocused(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(':is(a, button, input, select, textarea, summary):not(:focus)')]
      .filter((element) => getComputedStyle(element).outlineStyle !== 'none')
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Whether the focus is on an element that the selector fits. */
export function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
}

/** What Tab has to lead to: the places among all elements of whatever is operated and can be seen. */
export function operable(page: Page): Promise<{ what: string; at: number }[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('*')];
    const isOperated = (element: HTMLElement) =>
      element.matches(
        'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]',
      );
    // Of several radio buttons one is a stop, and arrows lead to the others.
    const isOneOfMany = (element: HTMLElement) =>
      element instanceof HTMLInputElement &&
      element.type === 'radio' &&
      !element.checked &&
      document.querySelector(`input[type="radio"][name="${element.name}"]:checked`) !== null;
    return all
      .map((element, at) => ({ element, at }))
      .filter(({ element }) => isOperated(element) && element.checkVisibility())
      .filter(({ element }) => !isOneOfMany(element))
      .map(({ element, at }) => ({ what: element.outerHTML.slice(0, 120), at }));
  });
}
