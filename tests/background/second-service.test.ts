import { beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../../src/background/statuses.ts';
import { services } from '../../src/catalogue/index.ts';
import { groups } from '../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../src/catalogue/jurisdictions.ts';
import { checkCatalogue } from '../../src/core/recipe/check.ts';
import { checkWords } from '../../src/core/recipe/check-words.ts';
import toy from '../toy/recipe.ts';
import words from '../toy/words/en.json' with { type: 'json' };
import { FEED, type Lab, openLab, SETTING } from './lab.ts';

/*
 * A second service that is unlike the first in all that recipes may say: its box protects when it is ticked, its
 * form has to be saved, it has two sites, and its pages are closed to us until the person opens them.
 */

const KEY = 'toy/do-not-share';
const catalogue: Catalogue = { services: [...services, toy], groups, codes };
const PAGE = 'https://settings.toy.example/privacy';
const PARTNERS_PAGE =
  'https://www.linkedin.com/mypreferences/d/settings/share-data-with-select-partners';
const SIGN_IN = 'https://www.toy.example/sign-in';

let lab: Lab;
beforeEach(() => {
  lab = openLab(catalogue);
});

const allow = () => lab.setAccess(true, [toy]);

test('its recipe and the words beside it may ship', () => {
  const file = { file: 'tests/toy/recipe.ts', raw: toy };
  const beside = services.map((raw) => ({ file: `${raw.id}.ts`, raw }));
  expect(checkCatalogue([...beside, file], { codes, groups })).toEqual([]);
  expect(checkWords(toy, Object.keys(words))).toEqual([]);
});

describe('before its pages are open to us', () => {
  test('it is offered in one line, and nothing is said, counted or read of it', async () => {
    const shown = await lab.shown();
    const [add] = shown.querySelectorAll('.offered [data-action="grant"]');
    expect(add?.getAttribute('data-service')).toBe('toy');
    expect(add?.textContent).toBe('Add Toy');
    expect(shown.querySelector(`[data-setting="${KEY}"]`)).toBeNull();
    expect(shown.querySelector('[data-notice="access"]')).toBeNull();
    expect(shown.querySelector('.summary')?.textContent).toContain('13');
    expect(lab.readsOn()).toEqual([]);

    await lab.openPage(PAGE);
    expect(lab.finding(KEY)).toBeUndefined();
  });

  test('nothing is begun there', async () => {
    await expect(lab.press('check', KEY)).rejects.toThrow('no-access');
    await expect(lab.send('batch.turn-off', { keys: [KEY, SETTING] })).rejects.toThrow('no-access');
  });

  test('“Check everything” reads what is open', async () => {
    await lab.send('batch.check', {});
    await lab.clock.pass(10 * 60_000);
    const { batch } = await lab.overview();
    expect(batch?.end).toEqual({ code: 'finished' });
    expect(Object.keys(batch?.results ?? {})).toHaveLength(13);
  });
});

describe('once its pages are open to us', () => {
  beforeEach(() => allow());

  test('they are read as they are loaded, and both services are counted', async () => {
    expect(lab.readsOn()).toEqual(toy.settingsPages);
    await lab.openPage(PAGE);
    const status = await lab.status(KEY);
    expect(status.verdict).toBe('sharing');
    expect(status.reading).toBe('off');
    expect(status.text).toContain('Yes. Your setting allows it.');
    expect((await lab.shown()).querySelector('.offered')).toBeNull();
    expect((await lab.overview()).statuses).toHaveLength(14);
  });

  test('each service has headings of its own', async () => {
    await lab.openPage(PAGE);
    const headings = [...(await lab.shown()).querySelectorAll('.group')].map(
      ({ textContent }) => textContent,
    );
    expect(headings).toContain('May Toy share your data with partners?');
    expect(headings).toContain('May LinkedIn share your data with partners?');
    expect(new Set(headings).size).toBe(headings.length);
  });

  test('“Opt out” ticks the box, reads it again after a reload, and undoing takes that back', async () => {
    await lab.openPage(PAGE);
    expect(await lab.pressed('turn-off', KEY)).toBe('done');
    expect(lab.service.switches.get(KEY)).toBe('on');
    const out = await lab.status(KEY);
    expect([out.verdict, out.reading]).toEqual(['protected', 'on']);
    expect(out.text).toContain("No. You're opted out.");
    expect(out.actions).toContain('undo');

    expect(await lab.pressed('undo', KEY)).toBe('done');
    expect(lab.service.switches.get(KEY)).toBe('off');
    const back = await lab.status(KEY);
    expect([back.verdict, back.reading]).toEqual(['sharing', 'off']);
    expect(back.text).toContain("You're opted in again");
    expect(lab.service.presses).toEqual([KEY, KEY]);
  });

  test('a box that somebody has unticked is told as a flip-back', async () => {
    await lab.openPage(PAGE);
    await lab.pressed('turn-off', KEY);
    lab.turn('off', KEY);
    await lab.clock.pass(60_000);
    await lab.openPage(PAGE);
    const notice = (await lab.shown()).querySelector('[data-notice="flip-back"]');
    expect(notice?.textContent).toMatch(/You opted out on .* you were opted in again at Toy/);
  });

  test('whoever is sent to the sign-in page of its other site is signed out there, and nowhere else', async () => {
    await lab.openPage(PAGE);
    await lab.openPage();
    await lab.openPage(SIGN_IN);
    expect((await lab.status(KEY)).reason).toBe('signed-out');
    expect((await lab.status()).reading).toBe('on');
  });

  test('a batch goes through both services, at the pace of the more careful one', async () => {
    await lab.send('batch.check', {});
    await lab.clock.pass(15 * 60_000);
    const { batch } = await lab.overview();
    expect(batch?.end).toEqual({ code: 'finished' });
    expect(batch?.results[KEY]).toBe('read');
    expect(Object.keys(batch?.results ?? {})).toHaveLength(14);
    expect(batch?.pauseMs).toEqual(services[0]?.batches.pauseMs);
  });
});

describe('what is of one service', () => {
  beforeEach(async () => {
    await allow();
    await lab.choosePlace('DE');
    await lab.openPage(PAGE);
    await lab.openPage();
  });

  const warnedIn = async (url: string) => {
    const reply = (await lab.deliverFrom(url, {
      type: 'banner.warnings',
      request: { isMute: false },
    })) as {
      value: { warnings: readonly { key: string }[] };
    };
    return reply.value.warnings.map(({ key }) => key);
  };

  test('its banner warns of in its own pages alone, and not of one whose pages are closed', async () => {
    await lab.overview();
    expect(await warnedIn(FEED)).toEqual([SETTING]);
    expect(await warnedIn('https://www.toy.example/')).toEqual([KEY]);
    await lab.setAccess(false, [toy]);
    await lab.overview();
    expect(await warnedIn('https://www.toy.example/')).toEqual([]);
  });

  test('no page of another service may press, nor send its warning away', async () => {
    const refused = { ok: false, error: 'forbidden' };
    const start = { type: 'errand.start', request: { key: KEY, kind: 'opt-out' } };
    const dismiss = { type: 'warning.dismiss', request: { key: KEY, until: 'changed' } };
    expect(await lab.deliverFrom(FEED, start)).toEqual(refused);
    expect(await lab.deliverFrom(FEED, dismiss)).toEqual(refused);
  });

  test('its front page tells of no sign-out of its other site', async () => {
    await lab.openPage('https://settings.toy.example/');
    expect((await lab.status(KEY)).verdict).toBe('sharing');
    await lab.openPage('https://www.toy.example/');
    expect((await lab.status(KEY)).reason).toBe('signed-out');
  });

  test('its name stands in what ends a batch and in what cannot be read', async () => {
    expect(await lab.pressed('turn-off', KEY)).toBe('done');
    await lab.send('batch.check', {});
    await lab.clock.pass(5_000);
    await lab.setAccess(false, [toy]);
    const ended = (await lab.shown()).querySelector('[data-notice="batch"]');
    expect(ended?.textContent).toContain("your browser doesn't let Default Check see Toy.");

    await lab.openPage(PARTNERS_PAGE);
    lab.service.ways = 'sign-in';
    await lab.openPage();
    const reason = (await lab.shown()).querySelector('[data-common-reason]');
    expect(reason?.textContent).toContain('You are not signed in to LinkedIn.');
  });

  test('what was last read is said by what it means, not by where the box stood', async () => {
    lab.service.shows = 'unreadable';
    await lab.openPage(PAGE);
    expect((await lab.status(KEY)).text).toMatch(
      /When we could last read it, .*, you were not opted out\./,
    );
  });
});

describe('a change of access of which no background heard', () => {
  test('has its readers registered by the next one', async () => {
    await lab.wake();
    lab.kill();
    lab.allowUnheard(toy);
    await lab.wake();
    expect(lab.readsOn()).toEqual(toy.settingsPages);
  });
});

describe('when its pages are closed to us again', () => {
  beforeEach(async () => {
    await allow();
    await lab.openPage(PAGE);
    await lab.openPage();
    await lab.pressed('turn-off', KEY);
    await lab.pressed('turn-off');
  });

  test('nothing that was read there reassures, and the other service is as it was', async () => {
    await lab.setAccess(false, [toy]);
    expect(lab.readsOn()).toEqual([]);
    const status = await lab.status(KEY);
    expect(status.verdict).toBe('unknown');
    expect(status.text).toContain("We can't check this now.");
    expect((await lab.status()).verdict).toBe('protected');
    const [notice, ...others] = (await lab.shown()).querySelectorAll('[data-notice="access"]');
    expect(others).toEqual([]);
    expect(notice?.textContent).toContain("Your browser doesn't let Default Check see Toy.");
    expect(notice?.querySelector('[data-action="grant"]')?.getAttribute('data-service')).toBe(
      'toy',
    );
  });

  test('what is under way there ends, and what is under way elsewhere goes on', async () => {
    await lab.press('undo', KEY);
    await lab.press('undo');
    await lab.setAccess(false, [toy]);
    expect(lab.errand(KEY)?.outcome?.code).toBe('no-access');
    expect(lab.errand()?.step).not.toBe('ended');
    await lab.clock.pass(130_000);
    expect(lab.errand()?.outcome?.code).toBe('done');
  });

  test('a batch that is yet to come there ends, and another goes on', async () => {
    await lab.send('batch.check', {});
    await lab.clock.pass(5_000);
    await lab.setAccess(false, [toy]);
    expect((await lab.overview()).batch?.end?.code).toBe('no-access');

    await lab.send('batch.check', {});
    await lab.clock.pass(10 * 60_000);
    expect((await lab.overview()).batch?.end).toEqual({ code: 'finished' });
  });
});
