import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { choose, openDashboard, press, shown, textOf } from './dashboard.ts';
import { openLab, until } from './lab.ts';

const lab = openLab();

const SIX = [
  'Canada (paused)',
  'China',
  'European Economic Area',
  'European Union',
  'Hong Kong (paused)',
  'Switzerland',
  'United Kingdom (paused)',
];

async function openRules(): Promise<Page> {
  const page = await openDashboard(lab, '#rules');
  await shown(page, '.tracks');
  return page;
}

function write(page: Page, selector: string, value: string): Promise<void> {
  return page.evaluate(
    (wanted, written) => {
      const field = document.querySelector<HTMLInputElement>(wanted);
      if (!field) throw new Error(`no ${wanted}`);
      field.focus();
      field.value = written;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    selector,
    value,
  );
}

async function goTo(page: Page, day: string): Promise<void> {
  await write(page, 'input[name="day"]', day);
  await dayIs(page, day);
}

function dayIs(page: Page, day: string): Promise<true> {
  return shown(page, `[data-as-of="${day}"]`);
}

/** What is said to hold on the day: below the lines, on each line, and in the table. */
function held(page: Page) {
  return page.evaluate(() => {
    // Browsers name Hong Kong differently.
    const textOf = (one: Element | null) => one?.textContent?.replace(' SAR China', '');
    const texts = (within: ParentNode, selector: string) =>
      [...within.querySelectorAll(selector)].map(textOf);
    return {
      listed: Object.fromEntries(
        [...document.querySelectorAll('[data-held]')].map((one) => [
          one.getAttribute('data-held'),
          texts(one, 'li'),
        ]),
      ),
      lines: [...document.querySelectorAll('.track')].map((line) => [
        textOf(line.querySelector('h4')),
        line.querySelector('.track-now')?.textContent,
      ]),
      table: [...document.querySelectorAll('tbody')].map((body) => [
        textOf(body.querySelector('th')),
        body.querySelector('[data-column="as-of"]')?.textContent,
      ]),
    };
  });
}

test('on 23 January 2025 exactly the six and the rest of the EEA are exempt, wherever it is said', async () => {
  const page = await openRules();
  await goTo(page, '2025-01-23');

  const { listed, lines, table } = await held(page);
  expect(listed).toEqual({
    exempt: SIX,
    on: ['Everywhere else'],
    none: ['Places without a known rule'],
  });
  expect(lines).toEqual([
    ['European Union, European Economic Area, and Switzerland', 'Exempt'],
    ['United Kingdom', 'Exempt: paused'],
    ['Hong Kong', 'Exempt: paused'],
    ['Canada', 'Exempt: paused'],
    ['China', 'Exempt'],
    ['Everywhere else', 'Allowed by default'],
    ['Places without a known rule', 'No rule known'],
  ]);
  expect(table).toEqual(lines);
});

test('the handle moves by a day, by keyboard and by the days on which something changed', async () => {
  const page = await openRules();
  await goTo(page, '2025-01-22');
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('input[name="day-range"]')?.focus(),
  );
  await page.keyboard.press('ArrowRight');
  await dayIs(page, '2025-01-23');
  expect((await held(page)).listed['exempt']).toEqual(SIX);
  expect(
    await page.evaluate(() => ({
      said: document.querySelector('input[name="day-range"]')?.getAttribute('aria-valuetext'),
      date: document.querySelector<HTMLInputElement>('input[name="day"]')?.value,
    })),
  ).toEqual({ said: 'January 23, 2025', date: '2025-01-23' });

  await page.keyboard.press('Home');
  await dayIs(page, '2024-09-01');
  expect(Object.keys((await held(page)).listed)).toEqual(['none']);

  await press(page, '[data-day="2025-11-03"]');
  await dayIs(page, '2025-11-03');
  await shown(page, '[data-day="2025-11-03"][aria-pressed="true"]');
  expect((await held(page)).listed['exempt']).toEqual(['China (not confirmed)']);

  // Half a year written, and a day before any.
  await write(page, 'input[name="day"]', '0202-01-23');
  await write(page, 'input[name="day"]', '2024-08-31');
  await dayIs(page, '2025-11-03');
});

test('the person’s own line is marked, and said in words', async () => {
  await lab.choosePlace('DE');
  const page = await openRules();
  expect(
    await page.evaluate(() =>
      [...document.querySelectorAll('[data-own="true"]')].map((line) => [
        line.getAttribute('data-track'),
        line.querySelector('.own-mark')?.textContent,
      ]),
    ),
  ).toEqual([['EU EEA CH', 'You live here']]);
  const own = await textOf(page, '[data-own-place="DE"]');
  expect(own).toContain('You were exempt until November 2, 2025.');
  expect(own).toContain('Germany');
  expect(own).toContain('since November 3, 2025');
});

test('before a place is chosen no line is anybody’s own', async () => {
  const page = await openRules();
  expect(await page.evaluate(() => document.querySelectorAll('[data-own="true"]').length)).toBe(0);
  expect(await textOf(page, '.own')).toContain('Say where your profile lives');
});

test('each joint opens the sources of the rule that begins there', async () => {
  const page = await openRules();
  const joint = '[data-track="GB"] [data-joint="2024-09-20"]';
  expect(await textOf(page, joint)).toBe('Paused from Sep 20, 2024');
  await press(page, joint);
  await shown(page, `${joint}[aria-expanded="true"]`);
  const opened = await page.evaluate(() => {
    const sources = document.querySelector('[data-track="GB"] .joint-sources');
    const link = sources?.querySelector('a');
    return { text: sources?.textContent, publisher: link?.textContent, address: link?.href };
  });
  expect(opened.publisher).toContain('Information Commissioner');
  expect(opened.address).toMatch(/^https:\/\/cy\.ico\.org\.uk\//);
  expect(opened.text).toContain('From September 20, 2024 to November 2, 2025');
  expect(opened.text).toMatch(/Checked .*2026/);
  expect(opened.text).toContain('in its own words');

  await press(page, joint);
  await shown(page, `${joint}[aria-expanded="false"]`);
  expect(await textOf(page, '[data-track="GB"] .joint-sources')).toBe('');
});

test('whoever looks for their place is told what holds there, since when and by which sources', async () => {
  const page = await openRules();
  const ask = async (query: string, code: string) => {
    await write(page, 'input[name="place"]', query);
    await shown(page, `[data-answer="${code}"]`);
    return textOf(page, '[data-answer]');
  };

  const germany = await ask('Germany', 'DE');
  expect(germany).toContain(
    'Yes: in Germany, it has been allowed by default since November 3, 2025.',
  );
  expect(germany).toContain('exempt until November 2, 2025');
  expect(germany).toMatch(/LinkedIn.*in its own words/);
  expect(await ask('deutsch', 'DE')).toBe(germany);
  expect(await ask('GERMÁNY', 'DE')).toBe(germany);

  const china = await ask('中国', 'CN');
  expect(china).toContain('but since November 3, 2025 nobody could confirm it');
  expect(china).toContain('inferred, not confirmed');

  const taiwan = await ask('taiwan', 'TW');
  expect(taiwan).toContain('no rule is known here: the page decides');
  expect(taiwan).toContain('Nobody could source');

  expect(await ask('japan', 'JP')).toContain('No rule names Japan itself');

  await write(page, 'input[name="place"]', 'uk');
  await press(page, '[data-place="GB"]');
  await shown(page, '[data-answer="GB"]');
  expect(await textOf(page, '[data-answer]')).toContain('Microsoft');

  await write(page, 'input[name="place"]', 'xyzzy');
  await until('nothing is found', async () =>
    (await textOf(page, '.answer')).startsWith('No place'),
  );
});

test('the other settings that have rules can be chosen, and only those', async () => {
  const page = await openRules();
  const keys = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLOptionElement>('select[name="setting"] option')].map(
      ({ value }) => value,
    ),
  );
  expect(keys).toHaveLength(9);
  expect(keys[0]).toBe('linkedin/ai-training');
  expect(keys).not.toContain('linkedin/cookies');

  await choose(page, 'select[name="setting"]', 'linkedin/ads-data-from-others');
  await shown(page, '[data-track="US"]');
  await goTo(page, '2025-03-01');
  expect((await held(page)).listed).toEqual({
    consent: ['European Economic Area', 'European Union', 'Switzerland', 'United Kingdom'],
    none: ['Everywhere else', 'United States'],
  });
});

test('the table has a caption, and a head for every row and column', async () => {
  const page = await openRules();
  const table = await page.evaluate(() => ({
    caption: document.querySelector('caption')?.textContent,
    columns: [...document.querySelectorAll('thead th[scope="col"]')].length,
    heads: [...document.querySelectorAll('tbody')].map(
      (body) => body.querySelectorAll('th[scope="rowgroup"]').length,
    ),
    canada: [...document.querySelectorAll('[data-row="CA"] tr')].map((row) =>
      [...row.querySelectorAll('td:not([data-column])')].map((cell) => cell.textContent),
    ),
  }));
  expect(table.caption).toContain('Data for Generative AI Improvement');
  expect(table.columns).toBe(5);
  expect(table.heads).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(table.canada).toEqual([
    ['Allowed by default', 'Sep 18, 2024', 'Dec 9, 2024'],
    ['Exempt: paused', 'Dec 10, 2024', 'Nov 2, 2025'],
    ['Allowed by default', 'Nov 3, 2025', 'still'],
  ]);
});

test.each(['light', 'dark'])(
  'nothing in the way of anybody is found in %s colours',
  async (scheme) => {
    await lab.choosePlace('DE');
    const page = await openRules();
    await goTo(page, '2025-01-23');
    await press(page, '[data-track="CN"] [data-joint]');
    await write(page, 'input[name="place"]', 'deutsch');
    await shown(page, '[data-answer="DE"]');
    await page.evaluate((wanted) => {
      document.documentElement.style.colorScheme = wanted;
      for (const details of document.querySelectorAll('details')) details.open = true;
    }, scheme);

    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(passes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['color-contrast', 'label', 'button-name', 'region', 'list']),
    );
  },
);

test('in a window of 320 pixels nothing is cut off, in either direction of writing', async () => {
  const page = await openRules();
  await page.setViewport({ width: 320, height: 640 });
  for (const direction of ['ltr', 'rtl'] as const) {
    const { window, width, handle, cursor } = await page.evaluate((wanted) => {
      document.documentElement.dir = wanted;
      const middle = (selector: string) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box ? (box.left + box.right) / 2 : Number.NaN;
      };
      return {
        window: innerWidth,
        width: document.documentElement.scrollWidth,
        handle: middle('.day-range input'),
        cursor: middle('.cursor'),
      };
    }, direction);
    expect(window).toBe(320);
    expect(width).toBeLessThanOrEqual(320);
    // Today is at the end of the line: after the middle from left to right, before it from right to left.
    expect(Math.sign(cursor - handle)).toBe(direction === 'ltr' ? 1 : -1);
  }
});
