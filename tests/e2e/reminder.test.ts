import { expect, test } from 'vitest';
import { remindAfter } from './dashboard.ts';
import { CARD, openLab, SETTING, until } from './lab.ts';
import { seedOtherRules } from './other-rules.ts';
import { seed } from './seed.ts';

const lab = openLab();
const DAY_MS = 86_400_000;

const badge = () => lab.browser.inExtension((api) => api.action.getBadgeText({}));
const shows = (selector: string) =>
  lab.shown().then((document) => document.querySelector(selector)?.textContent ?? null);

test('a check that has grown old asks for a new one, as often as the person chose, and opens nothing', async () => {
  await lab.choosePlace('DE');
  const readAt = Date.now() - 40 * DAY_MS;
  await seed(lab, { [`finding/${SETTING}`]: { reading: { state: 'off' }, readAt, fresh: true } });
  await lab.verdict('protected');
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    readAt,
  );
  expect(await shows('[data-notice="reminder"]')).toContain(day);
  expect(await badge()).toBe('?');

  await remindAfter(lab, '90');
  await until(
    'it is not due any more',
    async () => (await shows('[data-notice="reminder"]')) === null,
  );
  await remindAfter(lab, '7');
  await until('it is due', async () => (await shows('[data-notice="reminder"]')) !== null);
  await remindAfter(lab, 'never');
  await until('it is never due', async () => (await shows('[data-notice="reminder"]')) === null);
  expect(await lab.browser.tabs()).toEqual([]);
});

test('rules that say something else than before are told once, with their source', async () => {
  await lab.choosePlace('DE');
  expect(await shows('[data-notice="rules"]')).toBeNull();
  await seedOtherRules(lab);
  const told = await until('it is told', () => shows('[data-notice="rules"]'));
  expect(told).toContain('In Germany you were exempt. Since November 3, 2025, LinkedIn has it on');
  const sources = (await lab.shown()).querySelectorAll('[data-notice="rules"] a[href^="https:"]');
  expect(sources.length).toBeGreaterThan(0);

  await lab.withPopup((popup) => popup.click('[data-action="rules-seen"]'));
  await until('it is told no more', async () => (await shows('[data-notice="rules"]')) === null);
  await lab.withPopup((popup) => popup.waitFor(CARD));
  expect((await lab.stored('seen-rules'))[SETTING].stand.default).toBe('on');
});
