import { expect, test } from 'vitest';
import { FEED, type Lab, openLab, SETTING } from './lab.ts';

const WORK = 'firefox-container-2';

/** What a banner is answered that asks from a page in a container. */
function warningsIn(lab: Lab, container: string) {
  const message = { type: 'banner.warnings', request: { isMute: false } };
  return lab.deliverFrom(FEED, message, container);
}

const standing = (...keys: readonly string[]) => ({
  ok: true,
  value: { warnings: keys.map((key) => expect.objectContaining({ key })) },
});

test('it is told what stands in its own container, and nothing of another', async () => {
  const lab = openLab();
  await lab.choosePlace('CN');
  await lab.overview();
  expect(await warningsIn(lab, '')).toEqual(standing());

  await lab.readIn(WORK, { state: 'on' });
  await lab.overview();
  expect(await warningsIn(lab, WORK)).toEqual(standing(SETTING));
  expect(await warningsIn(lab, '')).toEqual(standing());
});

test('it is told to ask anew when something else stands, and when it is to speak another language', async () => {
  const lab = openLab();
  await lab.overview();
  await lab.clock.pass(1_000);
  const atFirst = lab.bannersTold();
  const told = () => lab.bannersTold() - atFirst;

  await lab.choosePlace('DE');
  await lab.overview();
  expect(told()).toBe(1);
  await lab.overview();
  await lab.send('reminder.choose', { after: 90 });
  await lab.overview();
  expect(told()).toBe(1);

  await lab.send('language.choose', { language: 'de' });
  expect(told()).toBe(2);
  await lab.send('banner.choose', { banner: false });
  await lab.overview();
  expect(told()).toBe(3);
  expect(await warningsIn(lab, '')).toEqual(standing());
});

test('it is told after everything was deleted', async () => {
  const lab = openLab();
  await lab.choosePlace('DE');
  await lab.overview();
  const before = lab.bannersTold();
  await lab.send('everything.delete', {});
  expect(lab.bannersTold()).toBeGreaterThan(before);
  expect(await warningsIn(lab, '')).toEqual(standing());
});

test('it is told by the next background, where one died over telling it', async () => {
  const lab = openLab();
  await lab.overview();
  const before = lab.bannersTold();
  lab.killAfter(lab.storage.writes() + 2);
  await lab.ask('place.choose', { code: 'DE' });
  expect(lab.bannersTold()).toBe(before);
  await lab.wake();
  await lab.clock.pass(1_000);
  expect(lab.bannersTold()).toBeGreaterThan(before);
  expect(await warningsIn(lab, '')).not.toEqual(standing());
});
