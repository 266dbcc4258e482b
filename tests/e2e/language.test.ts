import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../scripts/words.ts';
import { folderOf, type Language, spokenLanguages } from '../../src/core/language/language.ts';
import { bannerIn } from './banner-in.ts';
import type { TestBrowser } from './browsers/index.ts';
import { choose, openDashboard, shown, textOf } from './dashboard.ts';
import { CARD, FEED, openLab, until } from './lab.ts';
import { inLastingProfile } from './lasting-profile.ts';

const lab = openLab();

const SELECT = 'select[name="language"]';

interface Spoken {
  readonly lang: string | null;
  readonly dir: string | null;
  readonly text: string;
}

const banner = (page: Page) => bannerIn(lab, page);

function popup(): Promise<Spoken> {
  return lab.withPopup((it) =>
    it.evaluate((doc) => ({
      lang: doc.documentElement.lang,
      dir: doc.documentElement.dir,
      text: doc.body.textContent ?? '',
    })),
  );
}

function dashboard(page: Page): Promise<Spoken> {
  return page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    text: document.body.textContent ?? '',
  }));
}

/** The badge is told last, after what the views are drawn from. */
function badgeSays(title: string | undefined): Promise<true> {
  let last: string | undefined;
  return until(
    () => `the badge says ${title}; last it said: ${last}`,
    async () => {
      last = await lab.browser.inExtension((api) => api.action.getTitle({}) as string);
      return last === title || undefined;
    },
  );
}

interface Counting {
  fetched: string[];
}

/** Notes what a page of ours fetches from now on. */
function noteFetches(page: Page): Promise<void> {
  return page.evaluate(() => {
    const counting = globalThis as unknown as Counting;
    counting.fetched = [];
    const really = globalThis.fetch;
    globalThis.fetch = (address, ...rest) => {
      counting.fetched.push(new URL(String(address)).pathname);
      return really(address, ...rest);
    };
  });
}

const fetchedBy = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as Counting).fetched.toSorted());

const english = messagesIn('en');
const sentencesOf = (language: Language) => {
  const own = messagesIn(folderOf(language));
  return (key: keyof typeof english) =>
    (own[key] ?? english[key])?.message.replaceAll('$1', 'LinkedIn');
};

// A language is met here as soon as its sentences are there.
describe.each([
  ['de', 'ltr'],
  ['ja', 'ltr'],
  ['ar', 'rtl'],
] as const)('%s', (language, direction) => {
  test.skipIf(!spokenLanguages.includes(language))(
    'is spoken everywhere at once when it is chosen, and the browser’s own again after it',
    async () => {
      const say = sentencesOf(language);
      await lab.choosePlace('DE');
      const feed = await lab.browser.open(FEED);
      const before = await until('the banner is there', () => banner(feed));
      expect(before).toMatchObject({ lang: 'en-US', dir: 'ltr' });
      const page = await openDashboard(lab, '#preferences');
      await shown(page, SELECT);
      expect(await dashboard(page)).toMatchObject({ lang: 'en-US', dir: 'ltr' });
      await noteFetches(page);

      await choose(page, SELECT, language);
      await until('the dashboard speaks it', async () => (await dashboard(page)).lang === language);
      const said = await dashboard(page);
      expect(said.dir).toBe(direction);
      expect(said.text).toContain(say('preferences_lead'));
      const files = [language, 'en'].map((one) => `/_locales/${one}/messages.json`).toSorted();
      expect(await fetchedBy(page)).toEqual(files);
      // A banner that nobody sees waits until somebody does.
      await feed.bringToFront();
      const after = await until('the banner speaks it', async () => {
        const now = await banner(feed);
        return now?.lang === language && now;
      });
      expect(after.dir).toBe(direction);
      expect(after.text).toContain(say('action_turn_off'));
      expect(after.text).toContain(say('banner_presumed_ai_training'));
      await badgeSays(say('badge_presumed_sharing'));

      const opened = await popup();
      expect(opened).toMatchObject({ lang: language, dir: direction });
      expect(opened.text).toContain(say('verdict_presumed_sharing'));
      expect(opened.text).not.toContain(english['verdict_presumed_sharing']?.message);
      const later = await lab.browser.open(`${FEED}?later`);
      expect(await until('a new page warns', () => banner(later))).toMatchObject({
        lang: language,
      });

      await choose(page, SELECT, 'browser');
      await until('the dashboard is English', async () => (await dashboard(page)).lang === 'en-US');
      await feed.bringToFront();
      await until('the banner is English', async () => (await banner(feed))?.lang === 'en-US');
      await badgeSays(english['badge_presumed_sharing']?.message);
      expect(await popup()).toMatchObject({ lang: 'en-US', dir: 'ltr' });
      // Of the browser's own nothing is fetched, and nothing twice.
      expect(await fetchedBy(page)).toEqual(files);
    },
  );
});

test('each language that is spoken is offered by its own name, after the browser’s own', async () => {
  const page = await openDashboard(lab, '#preferences');
  await shown(page, SELECT);
  const offered = await page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLOptionElement>(`${selector} option`)].map(
        ({ value, lang, textContent }) => [value, lang, textContent],
      ),
    SELECT,
  );
  expect(offered.map(([value]) => value)).toEqual(['browser', ...spokenLanguages]);
  expect(offered[2]).toEqual(['de', 'de', 'Deutsch']);
  expect(await textOf(page, `label:has(${SELECT})`)).toContain('Language');
});

test('a reading is told, and an evidence report is made, in the language that is chosen', async () => {
  const say = sentencesOf('de');
  await lab.choosePlace('DE');
  expect(await lab.check()).toBe('read');
  const page = await openDashboard(lab, '#preferences');
  await shown(page, SELECT);
  await choose(page, SELECT, 'de');
  await until('the dashboard speaks it', async () => (await dashboard(page)).lang === 'de');
  const report = await openDashboard(lab, '#evidence=linkedin/ai-training');
  await shown(report, '[data-evidence]');
  const { lang, text } = await dashboard(report);
  expect(lang).toBe('de');
  expect(text).toContain(say('evidence_shows_not_account'));
  // Its names and days too.
  expect(text).toContain('Deutschland');
  expect(text).toContain('Seit dem 3. November 2025');
  expect(text).not.toMatch(/Germany|November \d{1,2},/);
});

test('a browser that is restarted still speaks the language that was chosen', () =>
  inLastingProfile(lab.simulator, async ({ start, stop }) => {
    const kept = (browser: TestBrowser) =>
      browser.inExtension(
        async (api) => (await api.storage.local.get('preferences'))['preferences']?.value?.language,
      );
    const before = await start();
    await before.inExtension((api) =>
      api.runtime.sendMessage({ type: 'language.choose', request: { language: 'de' } }),
    );
    await until('it is kept', async () => (await kept(before)) === 'de');
    await stop();

    const after = await start();
    expect(await kept(after)).toBe('de');
    const opened = await after.popup();
    await opened.waitFor(CARD);
    expect(await opened.attribute('html', 'lang')).toBe('de');
    expect(await opened.text('main')).toContain(sentencesOf('de')('verdict_unchecked'));
    await opened.close();
  }));
