import { expect, test } from 'vitest';
import { bannerIn } from './banner-in.ts';
import { openDashboard, shown, textOf } from './dashboard.ts';
import { openLab, SETTING_PAGE, until } from './lab.ts';

/** The last two are none of ours. */
const lab = openLab({
  firefoxManaged: { banner: false, language: 'de', remindAfter: 'often', place: 'US' },
});

test('what an administrator has set holds, is said, and cannot be chosen otherwise', async () => {
  await lab.choosePlace('DE');
  const page = await lab.browser.open(SETTING_PAGE);
  await lab.verdict('sharing');

  await lab.withPopup(async (popup) => {
    await popup.waitFor('[data-notice="managed"]');
    expect(await popup.attribute('html', 'lang')).toBe('de');
    expect(await popup.text('[data-notice="managed"]')).toContain('Ihre Organisation');
    await popup.waitFor('input[name="banner"]:disabled');
  });
  const view = await openDashboard(lab, '#preferences');
  await shown(view, '[data-notice="managed"]');
  await shown(view, 'input[name="warn"]:disabled');
  await shown(view, 'select[name="language"]:disabled');
  await shown(view, 'select[name="remind"]:not(:disabled)');
  expect(await textOf(view, '#view-title')).toBe('Optionen');
  await view.close();

  // Chosen all the same, by whatever way: it is kept, and does not hold.
  await lab.send('banner.choose', { banner: true });
  await until('the choice is kept', async () => (await lab.stored('preferences'))?.banner);
  expect(await bannerIn(lab, page)).toBe(null);
  expect((await lab.stored('place')).code).toBe('DE');
});
