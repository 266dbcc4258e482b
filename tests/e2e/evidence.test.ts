import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import {
  catchWhatIsTaken,
  openDashboard,
  press,
  shown,
  textOf,
  whatWasTaken,
} from './dashboard.ts';
import { CARD, openLab, SETTING, SETTING_PAGE, until } from './lab.ts';
import { seedRaw } from './seed.ts';

const lab = openLab();
const folder = mkdtempSync(join(tmpdir(), 'default-check-evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REPORT = `[data-evidence="${SETTING}"]`;
const DAY_MS = 24 * 60 * 60 * 1000;
const HELD_SINCE = Date.UTC(2026, 10, 2, 8, 30);
const VERIFIED_AT = HELD_SINCE + 10 * DAY_MS;
const iso = (moment: number) => new Date(moment).toISOString();

const HOSTILE = [
  'I was away. </p></style></title></textarea><script>document.title = "run"</script>',
  '<img src="https://www.linkedin.com/seen" onerror="document.title = \'run\'">',
  '"\' & &lt; --> ]]>',
].join('\n');

/** Switched off by our errand, verified, and put into storage as this version keeps it. */
async function putHeld(): Promise<void> {
  const off = { state: 'off', strategy: 'known-id' };
  const rows = [
    [HELD_SINCE - DAY_MS, 'on', true, 'unknown', 'known-id'],
    [HELD_SINCE, 'off', false, 'errand', 'known-id'],
    [VERIFIED_AT, 'off', true, 'unknown', 'known-id'],
  ];
  await seedRaw(lab, { [`history/${SETTING}`]: { version: 1, value: { rows } } });
  await lab.putFinding({
    reading: off,
    readAt: VERIFIED_AT,
    fresh: true,
    held: { since: HELD_SINCE, cause: 'errand', verifiedAt: VERIFIED_AT },
  });
}

/** @returns when it was found */
async function flipBack(): Promise<number> {
  await lab.choosePlace('DE');
  await putHeld();
  const page = await lab.browser.open(SETTING_PAGE);
  const { foundAt } = await lab.flippedBack();
  await page.close();
  return foundAt;
}

function write(page: Page, selector: string, words: string): Promise<void> {
  return page.evaluate(
    (wanted, value) => {
      const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(wanted);
      if (!field) throw new Error(`no ${wanted}`);
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    selector,
    words,
  );
}

/** Both files, as they come out of a view that is open. */
async function saved(page: Page) {
  await catchWhatIsTaken(page);
  await press(page, '[data-action="save-html"]');
  await press(page, '[data-action="save-json"]');
  const [htmlName = '', jsonName = '', html = '', json = ''] = await whatWasTaken(page);
  return { htmlName, jsonName, html, json };
}

/** The file as whoever gets it opens it, and all that it asks for. */
async function opened(html: string): Promise<{ page: Page; requests: string[] }> {
  const file = join(folder, 'evidence.html');
  writeFileSync(file, html);
  const address = pathToFileURL(file).href;
  const page = await lab.browser.open('about:blank');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address, { waitUntil: 'load' });
  // Firefox draws the bullets of lists with a font of its own, which it has at such an address.
  const isItsOwn = (url: string) => url.startsWith('data:font/') && !html.includes('data:');
  return { page, requests: requests.filter((url) => url !== address && !isItsOwn(url)) };
}

test('from the popup to both files: a flip-back with its days, readings, rules and sources', async () => {
  const foundAt = await flipBack();
  await lab.withPopup((popup) => popup.click(`${CARD} [data-action="evidence"]`));
  const dashboard = await until('the dashboard is open', async () => {
    const [tab] = await lab.browser.extensionTabs();
    return tab;
  });
  await shown(dashboard, REPORT);
  expect(await dashboard.evaluate(() => location.hash)).toBe(`#evidence=${SETTING}`);
  expect(await textOf(dashboard, '[data-evidence-flip-back]')).toMatch(
    /^On November 2, 2026 at 8:30\sAM UTC Default Check opted you out, on a click\. On .* it was read as opted in\./,
  );

  const { htmlName, jsonName, html, json } = await saved(dashboard);
  const day = iso(Date.now()).slice(0, 8);
  expect(htmlName).toMatch(
    new RegExp(`^default-check-evidence-linkedin-ai-training-${day}\\d\\d\\.html$`),
  );
  expect(jsonName).toBe(htmlName.replace('.html', '.json'));

  const report = JSON.parse(json);
  expect(report).toMatchObject({
    format: 'default-check-evidence',
    formatVersion: 1,
    productVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    browser: { name: lab.browser.name, major: expect.any(Number) },
    setting: { key: SETTING, service: 'LinkedIn', page: SETTING_PAGE },
    flipBack: {
      heldSince: iso(HELD_SINCE),
      cause: 'errand',
      verifiedAt: iso(VERIFIED_AT),
      foundAt: iso(foundAt),
    },
    place: 'DE',
    rules: [{ from: '2025-11-03', until: null, inForceNow: true, inForceWhenFound: true }],
  });
  const on = { state: 'on', strategy: 'known-id' };
  const off = { ...on, state: 'off' };
  expect(report.readings).toEqual([
    { at: iso(HELD_SINCE - DAY_MS), reading: on, fresh: true, cause: 'unknown', changed: false },
    { at: iso(HELD_SINCE), reading: off, fresh: false, cause: 'errand', changed: true },
    { at: iso(VERIFIED_AT), reading: off, fresh: true, cause: 'unknown', changed: false },
    { at: expect.any(String), reading: on, fresh: true, cause: 'unknown', changed: true },
  ]);
  // Warned of at once, and called a flip-back when the page had settled.
  expect(Date.parse(report.readings.at(-1).at)).toBeLessThanOrEqual(foundAt);
  expect(report.doesNotShow.join(' ')).toContain('It cannot show who changed the setting');
  expect(report).not.toHaveProperty('addedByThePerson');
  expect(html + json).not.toMatch(/Mozilla\/|AppleWebKit|Gecko\//);
  expect(html + json).not.toContain(await dashboard.evaluate(() => navigator.userAgent));

  const { page, requests } = await opened(html);
  const file = await page.evaluate(() => ({
    language: document.documentElement.lang,
    mode: document.compatMode,
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent),
    states: [...document.querySelectorAll('tbody tr')].map((row) => row.getAttribute('data-state')),
    times: [...document.querySelectorAll('time')].map((time) => time.dateTime),
    flippedBack: document.querySelectorAll('tr[data-flip-back]').length,
    links: [...document.links].map(({ href }) => href),
    json: document.querySelector('details pre')?.textContent ?? '',
    body: document.body.textContent ?? '',
    width: document.querySelector('main')?.getBoundingClientRect().width ?? 0,
  }));
  expect(requests).toEqual([]);
  expect(file).toMatchObject({ language: report.language, mode: 'CSS1Compat', flippedBack: 1 });
  expect(file.title).toBe(`Evidence report: LinkedIn, ${report.setting.title}`);
  expect(file.headings).toEqual([report.setting.title]);
  expect(file.states).toEqual(['on', 'off', 'off', 'on']);
  expect(file.times).toEqual(report.readings.map(({ at }: { at: string }) => at));
  // Its style has come along.
  expect(file.width).toBeLessThanOrEqual(760);
  const sources = [...report.rules, report.setting].flatMap(
    ({ evidence }: { evidence: { address: string }[] }) => evidence.map(({ address }) => address),
  );
  expect(file.links.toSorted()).toEqual(
    [SETTING_PAGE, ...sources.map((address) => new URL(address).href)].toSorted(),
  );
  expect(file.json).toBe(json);
  expect(file.body).toContain('Default Check is not affiliated with LinkedIn.');
  for (const sentence of [...report.shows, ...report.doesNotShow]) {
    expect(file.body).toContain(sentence);
  }
});

test('what the person writes is in the file as they wrote it, runs nothing, and is kept nowhere', async () => {
  await flipBack();
  const dashboard = await openDashboard(lab, `#evidence=${SETTING}`);
  await shown(dashboard, REPORT);
  expect(await textOf(dashboard, '[data-evidence-added]')).toBe('');
  const asked = lab.simulator.log.length;

  await write(dashboard, '[name="note"]', HOSTILE);
  await write(dashboard, '[name="name"]', 'Ada <b>L.</b>');
  await until('it is shown', async () =>
    (await textOf(dashboard, '[data-evidence-added] .name')).includes('Ada'),
  );
  const { html, json } = await saved(dashboard);
  expect(JSON.parse(json).addedByThePerson).toEqual({ name: 'Ada <b>L.</b>', note: HOSTILE });

  const { page, requests } = await opened(html);
  const file = await page.evaluate(() => ({
    title: document.title,
    note: document.querySelector('[data-evidence-added] .note')?.textContent,
    name: document.querySelector('[data-evidence-added] .name')?.textContent,
    json: document.querySelector('details pre')?.textContent ?? '',
    policies: [...document.querySelectorAll('meta[http-equiv]')].map(
      (meta) => (meta as HTMLMetaElement).content,
    ),
    // All that could run or load something, whatever it is called.
    tags: [...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))],
    attributes: [
      ...new Set([...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())),
    ],
    style: document.querySelector('style')?.textContent ?? '',
  }));
  expect(requests).toEqual([]);
  expect(lab.simulator.log.slice(asked)).toEqual([]);
  expect(file.title).toMatch(/^Evidence report: /);
  expect([file.note, file.name]).toEqual([HOSTILE, 'Ada <b>L.</b>']);
  expect(file.json).toBe(json);
  expect(file.policies).toEqual(["default-src 'none'; style-src 'unsafe-inline'"]);
  for (const tag of ['script', 'img', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'b']) {
    expect(file.tags).not.toContain(tag);
  }
  const leading = ['src', 'srcset', 'data', 'action', 'background', 'poster', 'ping', 'style'];
  expect(file.attributes.filter((name) => name.startsWith('on') || leading.includes(name))).toEqual(
    [],
  );
  expect(file.style).toContain('light-dark(');
  expect(file.style).not.toMatch(/url\(|@import|<\//);
  await page.close();

  const kept = await lab.browser.inExtension(async (api) =>
    JSON.stringify([await api.storage.local.get(null), await api.storage.session.get(null)]),
  );
  expect(kept).not.toContain('I was away');
  expect(kept).not.toContain('Ada');
  await dashboard.close();
  const again = await openDashboard(lab, `#evidence=${SETTING}`);
  await shown(again, REPORT);
  expect(
    await again.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('textarea, input')].map(({ value }) => value),
    ),
  ).toEqual(['', '']);
});

test('any setting that was read has a report; the dashboard leads to it, and a keyboard through it', async () => {
  const dashboard = await openDashboard(lab, '#evidence');
  await shown(dashboard, '.empty');
  await lab.check();
  await shown(dashboard, `[data-evidence-of="${SETTING}"]`);
  await press(dashboard, `[data-evidence-of="${SETTING}"] [data-action="evidence"]`);
  await shown(dashboard, REPORT);
  // It is a part of the history.
  expect(await textOf(dashboard, 'nav [aria-current="true"]')).toBe('History');

  const report = JSON.parse((await saved(dashboard)).json);
  expect(report).toMatchObject({ flipBack: null, place: null, rules: [], leftOut: 0 });
  expect(report.readings).toHaveLength(1);
  expect(report.shows.join(' ')).not.toContain('in between');
  expect(await dashboard.evaluate(() => document.querySelector('[data-evidence-flip-back]'))).toBe(
    null,
  );

  const fields = await dashboard.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('main :is(textarea, input)')].map((field) => ({
      label: [...(field.labels ?? [])].map(({ textContent }) => textContent).join(),
      described: document.getElementById(field.getAttribute('aria-describedby') ?? '') !== null,
    })),
  );
  expect(fields).toEqual([
    { label: 'A note', described: true },
    { label: 'Your name', described: true },
  ]);
  await dashboard.bringToFront();
  await dashboard.evaluate(() => document.getElementById('view-title')?.focus());
  const reached: (string | null)[] = [];
  for (let step = 0; step < 5; step++) {
    await dashboard.keyboard.press('Tab');
    reached.push(
      await dashboard.evaluate(() => {
        const { activeElement: element } = document;
        return (
          element?.getAttribute('data-action') ??
          element?.getAttribute('name') ??
          element?.getAttribute('href') ??
          null
        );
      }),
    );
  }
  expect(reached).toEqual(['note', 'name', 'save-html', 'save-json', SETTING_PAGE]);
});

test('a report of what nobody knows is refused, and said so', async () => {
  const dashboard = await openDashboard(lab, '#evidence=linkedin/nothing');
  await shown(dashboard, '[data-notice="evidence-refused"]');
  expect(await textOf(dashboard, 'main')).not.toContain('Save as HTML');
});
