import { describe, expect, inject, test } from 'vitest';
import { BATCH_KEY, openLab, SETTING, SETTING_PAGE } from './lab.ts';

/* A browser may refuse to open a tab. What would have been done in it has then never begun. */
const lab = openLab();

async function isNothingLeft(tabs = 0): Promise<void> {
  expect((await lab.errand()) ?? null).toBeNull();
  expect((await lab.stored(BATCH_KEY)) ?? null).toBeNull();
  const alarms: { name: string }[] = await lab.browser.inExtension((api) => api.alarms.getAll());
  expect(alarms.filter(({ name }) => name !== 'daily')).toEqual([]);
  expect(await lab.browser.tabs()).toHaveLength(tabs);
  // People and containers cannot be changed while something is under way.
  expect(await lab.ask('profile.add', { name: 'Ben' })).toMatchObject({ ok: true });
}

describe.runIf(inject('browser') === 'chromium')('while a tab is dragged', () => {
  test.each(['turn-off', 'check', 'check-all'])(
    '"%s" says so, and leaves nothing',
    async (name) => {
      await lab.choosePlace('DE');
      await lab.withPopup(async (popup) => {
        await lab.browser.refuseTabs?.();
        await popup.click(`[data-action="${name}"]`);
        await popup.waitFor('[data-refusal="no-tab"]');
        expect(await popup.text('[data-refusal]')).toContain("couldn't open a tab");
      });
      await isNothingLeft();
    },
  );

  test('the tab that the setting is open in cannot be used either: it says so, and leaves nothing', async () => {
    await lab.choosePlace('DE');
    await lab.browser.open(SETTING_PAGE);
    await lab.verdict('sharing');
    await lab.withPopup(async (popup) => {
      await lab.browser.refuseTabs?.();
      await popup.click('[data-action="turn-off"]');
      await popup.waitFor('[data-refusal="no-tab"]', 5_000);
    });
    await isNothingLeft(1);
    expect(lab.saves()).toEqual([]);
  });

  test('and it can be done when it is let go', async () => {
    await lab.choosePlace('DE');
    await lab.browser.refuseTabs?.();
    await lab.ask('errand.start', { key: SETTING, kind: 'opt-out' });
    await lab.browser.killBackground();
    await lab.turnOff();
  });
});

describe.runIf(inject('browser') === 'firefox')('in a container that is gone', () => {
  test.each(['opt-out', 'check', 'guide'] as const)(
    '%s says so, and leaves nothing',
    async (kind) => {
      await lab.choosePlace('DE');
      await lab.send('container.show', { id: 'firefox-container-99' });
      expect(await lab.ask('errand.start', { key: SETTING, kind })).toEqual({
        ok: false,
        error: 'no-container',
      });
      await isNothingLeft();
    },
  );

  test('a batch says so, and leaves nothing', async () => {
    await lab.send('container.show', { id: 'firefox-container-99' });
    expect(await lab.ask('batch.check', {})).toEqual({ ok: false, error: 'no-container' });
    await isNothingLeft();
  });
});
