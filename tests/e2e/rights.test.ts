import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import {
  catchWhatIsTaken,
  openDashboard,
  press,
  shown,
  textOf,
  whatWasTaken,
} from './dashboard.ts';
import { openLab, SETTING_PAGE, until } from './lab.ts';

const lab = openLab();

const FORM = 'https://www.linkedin.com/help/linkedin/ask/TS-DPRO';
const TITLE = 'Data for Generative AI Improvement';

/** Whose pages may be linked to, by the end of the host. */
const official =
  /(^|\.)(linkedin\.com|europa\.eu|bund\.de|autoriteprotectiondonnees\.be|legislation\.gov\.uk|ico\.org\.uk|admin\.ch|justice\.gc\.ca|priv\.gc\.ca|elegislation\.gov\.hk|pcpd\.org\.hk|cac\.gov\.cn|ca\.gov|gov\.br|meity\.gov\.in|egazette\.gov\.in)$/;

/** The law, what it is called, on what the letter rests, and who hears a complaint. */
const places = [
  ['DE', 'gdpr', 'General Data Protection Regulation', 'gdpr', 'www.bfdi.bund.de'],
  ['GB', 'uk-gdpr', 'UK General Data Protection Regulation', 'uk-gdpr', 'ico.org.uk'],
  ['CH', 'fadp', 'Federal Act on Data Protection', 'fadp', 'www.edoeb.admin.ch'],
  ['CA', 'pipeda', 'Personal Information Protection and', 'pipeda', 'www.priv.gc.ca'],
  ['HK', 'pdpo', 'Personal Data (Privacy) Ordinance', 'pdpo', 'www.pcpd.org.hk'],
  ['CN', 'pipl', 'Personal Information Protection Law', 'pipl', 'www.cac.gov.cn'],
  ['US', 'ccpa', 'California Consumer Privacy Act', 'request', 'cppa.ca.gov'],
  ['BR', 'lgpd', 'Lei Geral de Proteção de Dados', 'lgpd', 'www.gov.br'],
  ['IN', 'dpdpa-coming', 'Digital Personal Data Protection Act', 'request', 'www.meity.gov.in'],
  ['TV', 'none', 'No law that we could source', 'request', null],
] as const;

async function openRights(code: string): Promise<Page> {
  await lab.choosePlace(code);
  const page = await openDashboard(lab, '#rights');
  await shown(page, `[data-place="${code}"]`);
  return page;
}

function letterOn(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLTextAreaElement>('textarea[name="letter"]')?.value ?? '',
  );
}

function write(page: Page, words: string): Promise<void> {
  return page.evaluate((value) => {
    const field = document.querySelector<HTMLTextAreaElement>('textarea[name="letter"]');
    if (!field) throw new Error('there is no letter');
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, words);
}

function linksOn(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('main a')].map(({ href, rel, target }) => ({
      href,
      rel,
      target,
    })),
  );
}

describe('each place has its law, its ways and its letter', () => {
  test.each(places)('%s: %s', async (code, words, title, kind, authority) => {
    const page = await openRights(code);
    await shown(page, `[data-law="${words}"]`);
    expect(await textOf(page, '[data-law] h3')).toContain(title);
    expect(await page.evaluate(() => document.querySelectorAll('[data-law]').length)).toBe(1);
    expect(
      await page.evaluate(() => document.querySelectorAll('[data-law] > p:not(.small)').length),
    ).toBe(2);
    expect(await textOf(page, 'main')).toContain('This is information, not legal advice.');

    const links = await linksOn(page);
    for (const { href, rel, target } of links) {
      expect(new URL(href).protocol, href).toBe('https:');
      expect(new URL(href).host, href).toMatch(official);
      expect([rel, target]).toEqual(['noopener noreferrer', '_blank']);
    }
    const of = (way: string) =>
      page.evaluate(
        (wanted) =>
          [...document.querySelectorAll<HTMLAnchorElement>(`[data-way="${wanted}"] a`)].map(
            ({ href }) => href,
          ),
        way,
      );
    expect(await of('switch')).toEqual([SETTING_PAGE]);
    expect(await of('form')).toEqual([FORM]);
    expect((await of('authority')).map((href) => new URL(href).host)).toEqual(
      authority === null ? [] : [authority],
    );

    await shown(page, `[data-letter="${kind}"]`);
    const letter = await letterOn(page);
    for (const gap of ['[your name]', '[your address]', '[the address of your LinkedIn profile]']) {
      expect(letter).toContain(gap);
    }
    expect(letter).toContain(
      ['DE', 'CH'].includes(code) ? 'LinkedIn Ireland Unlimited Company' : 'LinkedIn Corporation',
    );
    expect(letter.includes('This letter rests on:')).toBe(kind !== 'request');
    // Nobody has read the switch: the letter knows nothing of it.
    expect(letter).not.toContain(TITLE);
    expect(letter).not.toMatch(/switch|undefined|\$\d|letter_/);
  });
});

test('before a place is chosen there is no law and no letter, and it is said what to do', async () => {
  const page = await openDashboard(lab, '#rights');
  await shown(page, '[data-notice="no-place"]');
  expect(await page.evaluate(() => document.querySelector('[data-law], textarea'))).toBe(null);
  expect(await textOf(page, 'nav [aria-current]')).toBe('Your rights');
  // As soon as there is one, the view follows.
  await lab.choosePlace('FR');
  await shown(page, '[data-law="gdpr"]');
});

test('only who says that they live in California has a letter that rests on its law', async () => {
  const page = await openRights('US');
  expect(await letterOn(page)).not.toContain('California');
  await press(page, 'input[name="only-in"]');
  await shown(page, '[data-letter="ccpa"]');
  expect(await letterOn(page)).toContain('I am a resident of California.');
  await press(page, 'input[name="only-in"]');
  await shown(page, '[data-letter="request"]');
  expect(await letterOn(page)).not.toContain('California');
});

test('the letter says how the switch stands only where it was read so, with the day', async () => {
  await lab.choosePlace('DE');
  const readAt = Date.UTC(2026, 10, 2, 12);
  const put = (reading: object, fresh = true) => lab.putFinding({ reading, fresh, readAt });
  const on = { state: 'on', strategy: 'known-id' };
  const page = await openDashboard(lab, '#rights');
  await shown(page, 'textarea[name="letter"]');

  await put(on);
  const sentence = `On November 2, 2026, “${TITLE}” in my settings was read as on.`;
  await until('the letter says it', async () => (await letterOn(page)).includes(sentence));

  await put({ state: 'off', strategy: 'known-id' });
  await until('the letter says the other', async () =>
    (await letterOn(page)).includes('was read as off.'),
  );
  expect(await letterOn(page)).not.toContain('was read as on');

  for (const [reading, fresh] of [
    [on, false],
    [{ state: 'unknown', reason: 'signed-out' }, true],
    [{ state: 'absent' }, true],
  ] as const) {
    await put(on);
    await until('it is said', async () => (await letterOn(page)).includes(sentence));
    await put(reading, fresh);
    await until('it is said no more', async () => !(await letterOn(page)).includes(TITLE));
  }
});

test('what the person made of it is copied and saved, kept nowhere, and sent nowhere', async () => {
  const page = await openRights('DE');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const asked = lab.simulator.log.length;
  await catchWhatIsTaken(page);

  const draft = await letterOn(page);
  await press(page, '.letter [data-action="copy"]');
  await until('it is said', async () => (await textOf(page, '.letter [role="status"]')) !== '');
  const mine = draft.replace('[your name]', 'Ada Ärmel');
  await write(page, mine);
  await until(
    'of this text nothing is said',
    async () => (await textOf(page, '.letter [role="status"]')) === '' || undefined,
  );
  // A reading that comes meanwhile does not take away what was written.
  await lab.putFinding({
    reading: { state: 'on', strategy: 'known-id' },
    fresh: true,
    readAt: Date.now() - 1_000,
  });
  expect(await letterOn(page)).toBe(mine);
  await press(page, '.letter [data-action="save"]');
  const taken = await until('it is taken', async () => {
    const all = await whatWasTaken(page);
    return all.length === 3 && all;
  });
  expect(taken[0]).toBe(draft);
  expect(taken[1]).toMatch(/^default-check-letter-linkedin-ai-training-\d{4}-\d\d-\d\d\.txt$/);
  expect(taken[2]).toBe(mine);

  const kept = await lab.browser.inExtension(async (api) =>
    JSON.stringify([await api.storage.local.get(null), await api.storage.session.get(null)]),
  );
  expect(kept).not.toContain('Ada Ärmel');
  expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  expect(lab.simulator.log.slice(asked)).toEqual([]);

  await press(page, '.letter [data-action="restore"]');
  let last = '';
  await until(
    () => `it is the draft again, and knows of the reading: ${last}`,
    async () => {
      last = await letterOn(page);
      return !last.includes('Ada') && last.includes('was read as on');
    },
  );
});
