import { describe, expect, inject, test } from 'vitest';
import type { Errand } from '../../src/core/errand/errand.schema.ts';
import { hostsOf } from '../../src/core/recipe/address.ts';
import { statusIn } from '../shown/status.ts';
import { buildWithToy } from '../toy/build.ts';
import toy from '../toy/recipe.ts';
import { openLab, popupPath, SETTING, SETTING_PAGE, until } from './lab.ts';
import { pressInPage } from './press-in-page.ts';

/*
 * The extension with one service more, of which the code knows nothing: a box that protects when it is ticked, on
 * a form that has to be saved, at addresses that the person has to open to us first.
 */

const KEY = 'toy/do-not-share';
const PAGE = 'https://settings.toy.example/privacy';
const ADD = '.offered [data-action="grant"]';
const browserName = inject('browser');

// Chromium's own question can be answered by nobody but a person: there it has been granted before.
const granted = browserName === 'chromium' ? { granted: hostsOf(toy) } : {};
const lab = openLab({ own: true, build: () => buildWithToy(browserName), ...granted });

const status = async () => statusIn(await lab.shown(), KEY);
const verdict = (wanted: string) =>
  until(`the verdict is ${wanted}`, async () => (await status()).verdict === wanted || undefined);

/** As the person does it, once: in a tab a press is a real one, without which no browser asks. */
async function add(): Promise<void> {
  const { services } = await lab.send('overview.get', {});
  if (services.find(({ id }) => id === toy.id)?.access === 'granted') return;
  const page = await lab.browser.extensionPage(await popupPath(lab.browser));
  await until('it is offered', () =>
    page.evaluate((wanted) => document.querySelector(wanted) !== null, ADD),
  );
  await pressInPage(page, ADD);
  await lab.browser.answerPermission?.(true);
  await until('it is offered no more', () =>
    page.evaluate((wanted) => document.querySelector(wanted) === null, ADD),
  );
  await page.close();
}

async function outcomeOf(kind: 'opt-out' | 'undo'): Promise<string | undefined> {
  const before = (await lab.stored(`errand/${KEY}`)) as Errand | undefined;
  await lab.send('errand.start', { key: KEY, kind });
  const ended = await until('the errand has ended', async () => {
    const errand = (await lab.stored(`errand/${KEY}`)) as Errand | undefined;
    return errand && errand.id !== before?.id && errand.outcome ? errand : undefined;
  });
  await lab.idle();
  return ended.outcome?.code;
}

describe('a second service', () => {
  test('is read, turned off with its own button, read again after a reload, and taken back', async () => {
    await add();
    await lab.browser.open(PAGE);
    await verdict('sharing');
    expect((await status()).reading).toBe('off');

    expect(await outcomeOf('opt-out')).toBe('done');
    const { toy: account } = lab.simulator;
    expect(account.saves).toEqual([{ doNotShare: true, newsletter: true }]);
    expect((await status()).verdict).toBe('protected');
    expect((await status()).text).toContain("No. You're opted out.");

    expect(await outcomeOf('undo')).toBe('done');
    expect(account.saves).toHaveLength(2);
    expect(account.doNotShare).toBe(false);
    expect((await status()).verdict).toBe('sharing');
    expect(account.newsletter).toBe(true);
    expect(account.deletions).toBe(0);
  });

  test('is left alone where its form holds changes that are not ours', async () => {
    await add();
    lab.simulator.toy.isDirty = true;
    expect(await outcomeOf('opt-out')).toBe('unsaved-changes');
    expect(lab.simulator.toy.saves).toEqual([]);
    expect((await status()).verdict).toBe('sharing');
    expect((await status()).text).toContain("The page has changes that haven't been saved.");
  });

  test('is not opted out of before the form is saved', async () => {
    await add();
    const page = await lab.browser.open(PAGE);
    await verdict('sharing');
    await page.bringToFront();
    await page.click('#doNotShare');
    await until('it is read as not saved', async () =>
      (await lab.heard()).some(({ request }) => JSON.stringify(request).includes('unsaved')),
    );
    await lab.idle();
    expect((await status()).verdict).toBe('sharing');
    expect(lab.simulator.toy.doNotShare).toBe(false);

    await page.click('#savePrivacy');
    await verdict('protected');
    expect(lab.simulator.toy.doNotShare).toBe(true);
  });

  test('is not pressed before its page has got its data', async () => {
    await add();
    Object.assign(lab.simulator.toy, { doNotShare: true, delayMs: 10_000 });
    expect(await outcomeOf('opt-out')).toBe('not-sure');
    // The box turns by itself when the page had its time: nobody can tell.
    await verdict('unknown');
    expect(lab.simulator.toy.saves).toEqual([]);
  });

  test('says who is signed out by the sign-in page of its other site, and of nobody else', async () => {
    await add();
    await lab.browser.open(SETTING_PAGE);
    await lab.verdict('sharing');
    await lab.browser.open(PAGE);
    await verdict('sharing');
    lab.simulator.toy.signedIn = false;
    await lab.browser.open(PAGE);
    await verdict('unknown');
    expect((await status()).reason).toBe('signed-out');
    expect(statusIn(await lab.shown(), SETTING).reading).toBe('on');
  });
});
