import type { SerializedAXNode } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { nameless, nodesOf, operated, outlineFaults } from '../accessibility/tree.ts';
import { press, shown } from './dashboard.ts';
import { CARD, FEED, openLab, until } from './lab.ts';
import { openAll, openOwn, ownPages, seedSome } from './own-pages.ts';

const lab = openLab();

describe.each(ownPages)('what assistive technology is told of %s:', (name) => {
  test('all that is operated has a name, headings form an outline, language and direction are set', async () => {
    await lab.choosePlace('DE');
    await seedSome(lab);
    const page = await openOwn(lab, name);
    await openAll(page);
    const nodes = await nodesOf(page);
    expect(operated(nodes).length).toBeGreaterThan(4);
    expect(nameless(nodes)).toEqual([]);
    expect(outlineFaults(nodes)).toEqual([]);
    expect(nodes.filter(({ role }) => role === 'main')).toHaveLength(1);
    const html = await page.evaluate(() => [document.documentElement.lang, document.dir]);
    expect(html).toEqual([expect.stringMatching(/^en\b/), 'ltr']);

    // The same checks see a page from which these were taken.
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('button, a')) one.replaceChildren();
      document.querySelector('h1')?.remove();
    });
    const robbed = await nodesOf(page);
    expect(nameless(robbed)).not.toEqual([]);
    expect(outlineFaults(robbed)).not.toEqual([]);
    await page.close();
  });
});

test('each row says how its setting stands, folded in its name and open in its description', async () => {
  await lab.choosePlace('DE');
  await seedSome(lab);
  const page = await openOwn(lab, 'popup');
  await shown(page, `${CARD}[data-verdict="sharing"]`);
  const shownRows = await page.evaluate(() =>
    [...document.querySelectorAll('[data-setting]')].map((card) => {
      const textOf = (selector: string) => card.querySelector(selector)?.textContent ?? '';
      return {
        title: textOf('.setting-title'),
        word: textOf('.word'),
        verdict: textOf('.verdict'),
      };
    }),
  );
  const buttons = (await nodesOf(page)).filter(({ role }) => role === 'button');
  const told = shownRows.map(({ title }) =>
    buttons.find(({ name, expanded }) => name?.startsWith(title) && expanded !== undefined),
  );
  expect(shownRows).toHaveLength(13);
  expect(told.map((row) => row?.expanded)).toContain(true);
  expect(told.map((row) => (row?.expanded ? row.description : row?.name))).toEqual(
    shownRows.map(({ title, word, verdict }, index) =>
      told[index]?.expanded ? verdict : `${title} ${word}`,
    ),
  );
  expect(shownRows.every(({ word, verdict }) => word !== '' && verdict !== '')).toBe(true);
  await page.close();
});

test('what is under way has a name, a value and a region that is announced, there before it speaks', async () => {
  lab.simulator.set({ delayMs: 4_000 });
  await lab.choosePlace('DE');
  const page = await openOwn(lab, 'popup');
  await shown(page, CARD);
  // The very element, so that what comes into it is announced.
  await page.evaluate(() => {
    document.querySelector('.batch > [role="status"]')?.setAttribute('data-was-there', '');
  });
  await press(page, '[data-action="check-all"]');
  await shown(page, '[data-batch="check"] progress');
  const nodes = await nodesOf(page);
  expect(nodes.find(({ role }) => role === 'progressbar')).toMatchObject({
    name: expect.stringMatching(/./),
    valuetext: expect.anything(),
  });
  const said = await page.evaluate(
    () => document.querySelector('.batch > [data-was-there][role="status"]')?.textContent,
  );
  expect(said).toContain('Checking');
  await press(page, '[data-action="cancel-batch"]');
  await shown(page, '.batch > [data-was-there] [data-notice="batch"]');
  await page.close();
});

test.each([
  ['popup', `${CARD} .body > [role="status"]`],
  ['preferences', '.preference [role="status"]'],
  ['report', 'main [role="status"]'],
  ['rules', '.answer[role="status"]'],
  ['history', '.filter [role="status"]'],
  ['rights', '.letter [role="status"]'],
  ['delete', 'main [role="status"]'],
] as const)(
  '%s has a region that is announced before anything is said in it',
  async (name, selector) => {
    await lab.choosePlace('DE');
    await seedSome(lab);
    const page = await openOwn(lab, name);
    await shown(page, selector);
    const hidden = await page.evaluate(
      (wanted) => document.querySelector(wanted)?.checkVisibility() === false,
      selector,
    );
    expect(hidden).toBe(false);
    await page.close();
  },
);

test('the banner is a region with a name, a status and five buttons, though its root is closed', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(FEED);
  const region = await until('the banner is told of', async () =>
    (await nodesOf(page)).find(({ name }) => name === 'Warning by Default Check'),
  );
  const inside = (node: SerializedAXNode): SerializedAXNode[] => [
    node,
    ...(node.children ?? []).flatMap(inside),
  ];
  const nodes = inside(region);
  expect(region.role).toBe('region');
  expect(nodes.filter(({ role }) => role === 'status')).toHaveLength(1);
  expect(nodes.filter(({ role }) => role === 'button').map(({ name }) => name)).toEqual([
    'Opt out',
    'Show me',
    'Why?',
    'Not now',
    'Never in the page',
  ]);
  await page.close();
});
