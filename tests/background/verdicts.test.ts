import { expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { openLab, SETTING } from './lab.ts';

const DAY_MS = 86_400_000;

test('with no place and nothing read, nothing is claimed', async () => {
  const lab = openLab();
  const status = await lab.status();
  expect(status).toMatchObject({ verdict: 'unchecked', reading: 'never-read', reason: null });
  expect(status.text).toContain('Not checked yet');
});

test.each([
  ['US', 'presumed-sharing', 'allowed by default since September 18, 2024'],
  ['DE', 'presumed-sharing', 'You were exempt until November 2, 2025'],
  ['GB', 'presumed-sharing', "Microsoft's own AI training"],
  ['CN', 'exempt-unchecked', 'nobody could confirm it'],
  ['TW', 'unchecked', 'No rule is known'],
])('by the rule alone, %s is %s', async (code, verdict, words) => {
  const lab = openLab();
  await lab.choosePlace(code);
  const status = await lab.status();
  expect(status).toMatchObject({ verdict, reading: 'never-read' });
  expect(status.text).toContain(words);
});

test('AI training that could not be read stays first, before what probably shares', async () => {
  const lab = openLab();
  await lab.choosePlace('US');
  await lab.readIn('', { state: 'unknown', reason: 'not-found' });
  const shown = await lab.shown();
  const settings = [...shown.querySelectorAll('[data-setting]')];
  expect(settings[0]?.getAttribute('data-setting')).toBe(SETTING);
  const verdicts = settings.map((one) => one.getAttribute('data-verdict'));
  expect(verdicts.slice(0, 2)).toEqual(['unknown', 'presumed-sharing']);
  const summary = shown.querySelector('[data-summary="presumed-sharing"]');
  const [, gravest] = summary?.querySelectorAll('h2, p') ?? [];
  expect(gravest?.textContent).toContain('The gravest: ');
});

test('a switch that is on is sharing, in the place chosen and in any other', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  expect(await lab.pressed('check')).toBe('read');
  const status = await lab.status();
  expect(status).toMatchObject({ verdict: 'sharing', reading: 'on', reason: null });
  expect(status.text).toContain('You were exempt until November 2, 2025. You are not any more.');

  await lab.choosePlace('CN');
  const elsewhere = await lab.status();
  expect(elsewhere.verdict).toBe('sharing');
  expect(elsewhere.text).toContain('the page is what counts');
});

test('a switch that was off when the page was loaded is protected', async () => {
  const lab = openLab();
  lab.turn('off');
  await lab.choosePlace('US');
  expect(await lab.pressed('check')).toBe('read');
  const status = await lab.status();
  expect(status).toMatchObject({ verdict: 'protected', reading: 'off' });
  expect(status.text).toContain('Read on the page after it was loaded');
  expect(status.actions).not.toContain('turn-off');
});

test.each([
  ['a moment ago', -1],
  ['tomorrow', DAY_MS],
])('a page that says a switch is on since %s is not outdone by one beside it', async (_, ms) => {
  const lab = openLab();
  const loadedAt = lab.clock.now() - 10_000;
  const says = (state: 'on' | 'off', standsSince: number) =>
    lab.readIn('', { state }, { loadedAt, standsSince });
  await says('on', lab.clock.now() + ms);
  await says('off', loadedAt);
  expect((await lab.status()).verdict).toBe('sharing');
  await says('off', lab.clock.now());
  expect((await lab.status()).verdict).toBe('protected');
});

test('a switch that the person moves by hand is read again, and said not to be verified', async () => {
  const lab = openLab();
  await lab.choosePlace('US');
  const page = await lab.openPage();
  expect(await lab.status()).toMatchObject({ verdict: 'sharing', reading: 'on' });

  await lab.moveByHand(page, 'off');
  const off = await lab.status();
  expect(off.verdict).toBe('protected');
  expect(off.text).toContain('Not read again after a reload yet');

  await lab.moveByHand(page, 'on');
  expect((await lab.status()).verdict).toBe('sharing');
});

test.each([
  ['CN', 'exempt', 'since November 3, 2025 nobody could confirm it'],
  ['DE', 'unknown', 'although the rule says it should be'],
])('a row that is absent from the list is, in %s, %s', async (code, verdict, words) => {
  const lab = openLab();
  lab.service.withheld.add(SETTING);
  await lab.choosePlace(code);
  expect(await lab.pressed('check')).toBe('read');
  const status = await lab.status();
  expect(status).toMatchObject({ verdict, reading: 'absent' });
  expect(status.text).toContain(words);
});

test('another place judges what was read anew, at once', async () => {
  const lab = openLab();
  lab.service.withheld.add(SETTING);
  await lab.choosePlace('CN');
  expect(await lab.pressed('check')).toBe('read');
  for (const [code, verdict] of [
    ['CN', 'exempt'],
    ['DE', 'unknown'],
    ['CN', 'exempt'],
  ] as const) {
    await lab.choosePlace(code);
    expect([code, (await lab.status()).verdict]).toEqual([code, verdict]);
  }
});

test.each([
  ['on', 'sharing'],
  ['off', 'protected'],
] as const)(
  'a locked switch that is %s is %s and offers nothing to press',
  async (position, verdict) => {
    const lab = openLab();
    lab.turn(position);
    lab.service.shows = 'a locked switch';
    await lab.choosePlace('US');
    await lab.pressed('check');
    const status = await lab.status();
    expect(status).toMatchObject({ verdict, reading: 'locked' });
    expect(status.actions).not.toContain('turn-off');
  },
);

test('a reading of off older than 90 days is protected, but asks to be checked again', async () => {
  const lab = openLab();
  await lab.choosePlace('US');
  const keys = services.flatMap(({ id, settings }) => settings.map((one) => `${id}/${one.id}`));
  const off = (readAt: number) => ({
    version: 2,
    value: { reading: { state: 'off', strategy: 'known-id' }, readAt, fresh: true },
  });
  const now = lab.clock.now();
  await lab.seedRaw(Object.fromEntries(keys.map((key) => [`finding/${key}`, off(now)])));
  expect(await lab.badgeText()).toBe('✓');

  await lab.seedRaw({ [`finding/${SETTING}`]: off(now - 100 * DAY_MS) });
  const status = await lab.status();
  expect(status.verdict).toBe('protected');
  expect(status.text).toContain('Check again to be sure');
  expect(await lab.badgeText()).toBe('?');
});
