import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { day } from '../shown/day.ts';
import { bannerIn, bannerThatSpeaks } from './banner-in.ts';
import { FEED, openLab, SETTING_PAGE, SWITCH, SWITCH_IN_PAGE, until } from './lab.ts';
import { registeredScripts } from './pace.ts';
import { found, seed } from './seed.ts';

const lab = openLab();

const banner = (page: Page) => bannerIn(lab, page);
const bannerText = async (page: Page) => (await banner(page))?.text ?? null;

const appears = (page: Page) =>
  until('the banner is there', async () => (await bannerThatSpeaks(lab, page))?.text);
const isGone = (page: Page) =>
  until('the banner is gone', async () => ((await bannerText(page)) === null ? true : undefined));
const stays = async (page: Page, isThere: boolean) => {
  await walkAsBanner(page);
  expect((await bannerText(page)) !== null).toBe(isThere);
};

/** Asks in the page all that the banner's script asks before it shows itself, later than that has asked. */
async function walkAsBanner(page: Page): Promise<void> {
  await lab.idle();
  await lab.browser.inExtension(async (api, url) => {
    const [tab] = await api.tabs.query({ url });
    await api.scripting.executeScript({
      target: { tabId: tab.id },
      func: async () => {
        // biome-ignore lint/suspicious/noExplicitAny: either browser's API, in a page.
        const { runtime } = (globalThis as any).chrome;
        const asked = { type: 'banner.warnings', request: { isMute: false } };
        for (let time = 0; time < 2; time++) await runtime.sendMessage(asked);
      },
    });
  }, page.url());
  await lab.idle();
}

const buttons = ['turn-off', 'guide', 'why', 'not-now', 'never'] as const;

/** Presses one of the banner's buttons by keyboard alone: it stands first in the page. */
async function press(page: Page, button: (typeof buttons)[number]): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let presses = 0; presses <= buttons.indexOf(button); presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
}

test('Tab leads through its buttons, each with a line around it, and on into the page', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  expect((await banner(page))?.focused).toBeNull();
  for (const action of buttons) {
    await page.keyboard.press('Tab');
    expect((await banner(page))?.focused).toEqual({ action, outline: 'solid' });
  }
  await page.keyboard.press('Tab');
  expect((await banner(page))?.focused).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('body');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  expect((await banner(page))?.focused?.action).toBe(buttons.at(-1));
});

function registered() {
  return registeredScripts(lab.browser);
}

test('with nothing to warn about, a page of the service runs nothing of ours', async () => {
  await lab.choosePlace('CN');
  const page = await lab.browser.open(FEED);
  await stays(page, false);
  expect(await registered()).toEqual([]);
});

test('it warns in pages that are open and in new ones, says why, and leaves no name behind', async () => {
  const open = await lab.browser.open(FEED);
  await lab.choosePlace('DE');
  expect(await appears(open)).toContain('You were exempt until November 2, 2025');

  await open.close();
  const later = await lab.browser.open(FEED);
  await appears(later);
  const seen = await later.evaluate(() => {
    const host = document.body.previousElementSibling as HTMLElement;
    return {
      attributes: host.getAttributeNames(),
      closed: host.shadowRoot === null,
      focus: document.activeElement === document.body,
      ours: document.documentElement.outerHTML.match(/default.?check|extension:/gi),
    };
  });
  expect(seen).toEqual({ attributes: [], closed: true, focus: true, ours: null });
});

test('it covers no control of the page, and the page’s own bar does not cover it', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  await until('it has found its place', () =>
    page.evaluate(() => {
      const host = document.body.previousElementSibling as HTMLElement;
      const box = host.getBoundingClientRect();
      const controls = 'a, button, input, select, textarea, [role="button"], [tabindex]';
      let ours = 0;
      for (let x = 4; x < innerWidth; x += 16) {
        for (let y = Math.max(0, box.top) + 2; y < box.bottom; y += 6) {
          const [top, ...below] = document.elementsFromPoint(x, y);
          if (top === host) {
            ours++;
            if (below.some((element) => element.closest(controls))) return false;
          }
        }
      }
      const bar = document.querySelector('header, nav')?.getBoundingClientRect();
      // What can be pressed of the banner lies below the page's own bar.
      const visible = document.elementFromPoint(20, (bar?.bottom ?? 0) + 12) === host;
      return ours > 50 && visible;
    }),
  );
});

test('the page may render its body anew; the banner stays', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  await page.evaluate(() => (window as unknown as { rerender(): void }).rerender());
  await stays(page, true);
  await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
  await stays(page, true);
  await page.evaluate(() => document.body.previousElementSibling?.remove());
  await stays(page, true);
});

test('“turn off” in the banner opts out, and the banner is gone wherever it is looked for', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  await press(page, 'turn-off');
  expect(await lab.outcome()).toBe('done');
  // A page that nobody looks at is not told of anything.
  await page.bringToFront();
  await isGone(page);
  await until('it is registered no more', async () => (await registered()).length === 0);
  expect(lab.simulator.account.switches[SWITCH]).toBe(false);
});

test('it goes when the person moves the switch by hand', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(SETTING_PAGE);
  await appears(page);
  await page.waitForSelector(SWITCH_IN_PAGE);
  await page.focus(SWITCH_IN_PAGE);
  await page.keyboard.press(' ');
  await isGone(page);
});

test('“show me” in the banner opens the switch and presses nothing', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  await press(page, 'guide');
  expect(await lab.outcome()).toBe('shown');
  expect(lab.saves()).toEqual([]);
});

test('“why” says what is covered, names its sources and opens nothing', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  const tabs = (await lab.browser.tabs()).length;
  await press(page, 'why');
  await until('the sources are there', async () => (await bannerText(page))?.includes('Sources:'));
  expect((await lab.browser.tabs()).length).toBe(tabs);
});

test('“not now” takes it away until something changes', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  await press(page, 'not-now');
  await isGone(page);
  await page.reload();
  await stays(page, false);

  // It was presumed; now the page has been read.
  expect(await lab.check()).toBe('read');
  await page.bringToFront();
  await appears(page);
});

test('of several warnings it tells the gravest and counts the others; “not now” is said to all', async () => {
  await lab.choosePlace('DE');
  await seed(lab, {
    ...found('ads-measurement', { state: 'on' }),
    ...found('partners', { state: 'on' }),
    ...found('ai-training', { state: 'off' }),
  });
  const page = await lab.browser.open(FEED);
  const text = await appears(page);
  expect(text).toContain('LinkedIn may share your data with partners');
  expect(text).toContain('1 more warning is in the toolbar.');
  expect(text).not.toContain('Measure ad success');

  await press(page, 'not-now');
  await isGone(page);
  await page.reload();
  await stays(page, false);
});

test('what is only presumed is worth a banner for AI training alone', async () => {
  await lab.choosePlace('US');
  await seed(lab, found('ai-training', { state: 'off' }));
  const page = await lab.browser.open(FEED);
  await stays(page, false);
  const presumed = (await lab.shown()).querySelectorAll('[data-verdict="presumed-sharing"]');
  expect(presumed.length).toBeGreaterThan(0);
});

const TEN_DAYS_MS = 10 * 24 * 60 * 60 * 1000;

/** A finding of a setting that was off ten days ago, and was found on. */
function flippedBack(foundAt: number) {
  const longAgo = foundAt - TEN_DAYS_MS;
  const flipBack = { heldSince: longAgo, cause: 'errand', verifiedAt: longAgo, foundAt };
  return {
    said: `You opted out on ${day(longAgo)}. On ${day(foundAt)} you were opted in again at LinkedIn.`,
    finding: { reading: { state: 'on' }, readAt: foundAt, fresh: true, flipBack },
  };
}

test('what has flipped back is told first, with both days, though the banner was sent away before', async () => {
  await lab.choosePlace('DE');
  await seed(lab, {
    ...found('ai-training', { state: 'on' }),
    ...found('cookies', { state: 'on' }),
  });
  const page = await lab.browser.open(FEED);
  await appears(page);
  await press(page, 'not-now');
  await isGone(page);

  const { said, finding } = flippedBack(Date.now());
  await seed(lab, { 'finding/linkedin/cookies': finding }, 2);
  const shown = await until('it is told', () => bannerThatSpeaks(lab, page));
  expect(shown.status).toMatch(new RegExp(`^Default Check ${said}`));
  expect(shown.status).toMatch(/ Cookies$/);

  // Sent away as a flip-back, and it stays away when nobody can tell how the switch stands.
  await press(page, 'not-now');
  await isGone(page);
  const reading = { state: 'unknown', reason: 'timeout' };
  await seed(lab, { 'finding/linkedin/cookies': { ...finding, reading } }, 2);
  await stays(page, false);

  // Another one is news, also where the page could not be read since.
  const again = flippedBack(Date.now() + 1);
  await seed(lab, { 'finding/linkedin/cookies': { ...again.finding, reading } }, 2);
  expect(await appears(page)).toContain(again.said);

  await press(page, 'never');
  await isGone(page);
  await seed(lab, { 'finding/linkedin/cookies': flippedBack(Date.now() + 2).finding }, 2);
  await stays(page, false);
});

test('“never” is the quiet mode; the popup takes it back', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  await press(page, 'never');
  await isGone(page);
  expect(await lab.check()).toBe('read');
  await page.bringToFront();
  await stays(page, false);
  await lab.verdict('sharing');

  await lab.withPopup((popup) => popup.click('input[name="banner"]'));
  await appears(page);
});

test('a page can make up a press, but not one that counts', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  await page.evaluate(() => {
    const host = document.body.previousElementSibling as HTMLElement;
    for (const type of ['click', 'pointerdown', 'mouseup', 'keydown']) {
      host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    }
    host.click();
  });
  await stays(page, true);
  expect(await lab.stored('errand/linkedin/ai-training')).toBeUndefined();
});

test('it speaks to a screen reader politely, as a region with a name', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  await appears(page);
  const shown = await banner(page);
  expect(shown?.label).toBe('Warning by Default Check');
  expect(shown?.status).toContain('You were exempt until November 2, 2025');
  expect(shown?.status).not.toContain('Opt out');
});

test('its region comes empty, and speaks a moment later: only that is announced', async () => {
  await lab.choosePlace('CN');
  const page = await lab.browser.open(FEED);
  await stays(page, false);
  await notesBanner(page);
  await lab.choosePlace('DE');
  await appears(page);
  expect(await noted(page)).toEqual({
    atFirst: '',
    inTheEnd: expect.stringMatching(/^Default Check/),
  });
});

/** What a banner's region says when it comes, by whatever comes before the page. */
function notesBanner(page: Page): Promise<void> {
  return lab.browser.inExtension(async (api, url) => {
    const [tab] = await api.tabs.query({ url });
    await api.scripting.executeScript({
      target: { tabId: tab.id },
      func: () => {
        // biome-ignore lint/suspicious/noExplicitAny: each browser has its own way into a closed root.
        const dom = (globalThis as any).chrome?.dom;
        const told = globalThis as { saidAtFirst?: string };
        new MutationObserver(() => {
          const host = document.body?.previousElementSibling as HTMLElement | null;
          if (host?.localName !== 'div') return;
          const root = dom?.openOrClosedShadowRoot
            ? dom.openOrClosedShadowRoot(host)
            : // biome-ignore lint/suspicious/noExplicitAny: Firefox's way.
              (host as any).openOrClosedShadowRoot;
          const region = root?.querySelector('[role="status"]');
          if (region) told.saidAtFirst ??= region.innerText;
        }).observe(document.documentElement, { childList: true, attributes: true, subtree: true });
      },
    });
  }, page.url());
}

async function noted(page: Page): Promise<{ atFirst: string; inTheEnd: string }> {
  const atFirst = await lab.browser.inExtension(async (api, url) => {
    const [tab] = await api.tabs.query({ url });
    const [injected] = await api.scripting.executeScript({
      target: { tabId: tab.id },
      func: () => (globalThis as { saidAtFirst?: string }).saidAtFirst,
    });
    return injected.result as string;
  }, page.url());
  return { atFirst, inTheEnd: (await banner(page))?.status ?? '' };
}
