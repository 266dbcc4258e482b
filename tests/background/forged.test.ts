import { describe, expect, test } from 'vitest';
import { readingSaid } from '../shown/reading-said.ts';
import { FEED, type Lab, openLab, SETTING, SETTING_PAGE } from './lab.ts';
import { HOME } from './world/index.ts';

/* Messages that none of our own scripts would send, from where they would not send them. */
const FINDING = `finding/${SETTING}`;

const forbidden = { ok: false, error: 'forbidden' };
const malformed = { ok: false, error: 'malformed' };
const place = { type: 'place.choose', request: { code: 'CN' } };
const here = { path: new URL(SETTING_PAGE).pathname };
const off = { state: 'off' };

const rows: readonly (readonly [name: string, url: string, message: unknown, answer: unknown])[] = [
  ['a reading from the feed', FEED, readingSaid(off), forbidden],
  ['a place from the feed', FEED, place, forbidden],
  ['a place from a settings page', SETTING_PAGE, place, forbidden],
  ['an overview', SETTING_PAGE, { type: 'overview.get', request: {} }, forbidden],
  ['the quiet mode', FEED, { type: 'banner.choose', request: { banner: false } }, forbidden],
  ['a deletion', SETTING_PAGE, { type: 'everything.delete', request: {} }, forbidden],
  ['a reading for another address', SETTING_PAGE, readingSaid(off), forbidden],
  ['a reading with text in it', SETTING_PAGE, readingSaid({ ...off, text: 'hello' }), malformed],
  [
    'an enormous reading',
    SETTING_PAGE,
    readingSaid(off, { path: `/${'x'.repeat(100_000)}` }),
    malformed,
  ],
  ['a reading of nothing', SETTING_PAGE, { type: 'page.read' }, undefined],
  ['an unknown type', SETTING_PAGE, { type: 'state.set', request: {} }, undefined],
  ['a text', SETTING_PAGE, 'page.read', undefined],
  ['nothing', SETTING_PAGE, null, undefined],
  [
    'a setting that no recipe has',
    FEED,
    { type: 'warning.dismiss', request: { key: 'linkedin/nothing', until: 'changed' } },
    { ok: false, error: 'unknown-setting' },
  ],
];

const tab = { id: 7, incognito: false };

test.each(rows)('%s, forged, is refused', async (_, url, message, answer) => {
  const lab = openLab();
  await lab.choosePlace('DE');
  await lab.overview();
  const before = lab.storage.writes();
  expect(await lab.deliver(message, { id: HOME.id, url, frameId: 0, tab })).toEqual(answer);
  expect(lab.stored(FINDING)).toBeUndefined();
  expect(lab.stored('place')).toMatchObject({ code: 'DE' });
  expect(lab.storage.writes()).toBe(before);
  expect(lab.faults).toEqual([]);
});

const reading = readingSaid(off, here);
test.each([
  ['of another extension', { id: 'another', url: SETTING_PAGE, frameId: 0, tab }],
  ['of a frame', { id: HOME.id, url: SETTING_PAGE, frameId: 3, tab }],
  ['without a tab', { id: HOME.id, url: SETTING_PAGE, frameId: 0 }],
  ['without an address', { id: HOME.id, frameId: 0, tab }],
  [
    'of an address that begins as ours does',
    { id: HOME.id, url: 'https://www.linkedin.com.example/mypreferences/d/x', frameId: 0, tab },
  ],
])('a reading %s is refused', async (_, sender) => {
  const lab = openLab();
  expect(await lab.deliver(reading, sender)).toEqual(forbidden);
  expect(lab.stored(FINDING)).toBeUndefined();
});

test('a reading in a private window is refused, and nothing is kept', async () => {
  const lab = openLab();
  const sender = { id: HOME.id, url: SETTING_PAGE, frameId: 0, tab: { id: 7, incognito: true } };
  expect(await lab.deliver(reading, sender)).toEqual({ ok: false, error: 'refused' });
  expect(lab.stored(FINDING)).toBeUndefined();
});

test('the same reading, from where our script reads it, is kept', async () => {
  const lab = openLab();
  const sender = { id: HOME.id, url: SETTING_PAGE, frameId: 0, tab };
  expect(await lab.deliver(reading, sender)).toEqual({ ok: true, value: {} });
  expect(lab.stored(FINDING)).toMatchObject({ reading: off });
});

describe('a banner may start an errand', () => {
  const start = { type: 'errand.start', request: { key: SETTING, kind: 'opt-out' } };
  const dismiss = { type: 'warning.dismiss', request: { key: SETTING, until: 'changed' } };
  const sender = { id: HOME.id, url: FEED, frameId: 0, tab };

  test.each<[string, (lab: Lab) => Promise<unknown>]>([
    ['where none ever stood', (lab) => lab.choosePlace('CN')],
    ['once it was sent away', (lab) => lab.deliver(dismiss, sender)],
    ['in quiet mode', (lab) => lab.send('banner.choose', { banner: false })],
  ])('not %s', async (_, happens) => {
    const lab = openLab();
    await lab.choosePlace('DE');
    await lab.overview();
    await happens(lab);
    await lab.overview();
    expect(await lab.deliver(start, sender)).toEqual({ ok: false, error: 'refused' });
    expect(lab.errand()).toBeUndefined();
    expect(lab.tabs.open()).toEqual([]);
  });

  test('while its warning stands', async () => {
    const lab = openLab();
    await lab.choosePlace('DE');
    await lab.overview();
    expect(await lab.deliver(start, sender)).toEqual({ ok: true, value: null });
    expect(lab.errand()).toMatchObject({ kind: 'opt-out' });
  });
});
