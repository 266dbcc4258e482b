import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import {
  lookedAt,
  nextUnlisted,
  pageToLookAt,
  UnlistedIds,
  UnlistedSwitch,
  unlistedPages,
} from '../../../src/core/reading/unlisted.ts';
import {
  isUnlistedId,
  MAX_ID_LENGTH,
  MAX_UNLISTED_PER_PAGE,
} from '../../../src/core/reading/unlisted-id.ts';
import type { Hook, Service } from '../../../src/core/recipe/recipe.ts';

const [linkedin] = services as readonly [Service, ...Service[]];
const HERE = 'https://www.linkedin.com/mypreferences/d/one';
const THERE = 'https://www.linkedin.com/mypreferences/d/two';
const MAX_UNLISTED = 200;

const known: Hook[] = [
  { attribute: 'aria-labelledby', value: 'knownByLabel' },
  { attribute: 'id', value: 'known-by-id' },
];

function one(id: string, over: Partial<UnlistedSwitch> = {}): UnlistedSwitch {
  return { id, address: HERE, firstSeenAt: 1, lookedAt: false, ...over };
}

function told(before: readonly UnlistedSwitch[], ids: readonly string[], address = HERE) {
  return nextUnlisted(before, { address, ids, known }, 9);
}

describe('what a page tells', () => {
  const a = one('aaB');
  const seen = one('ccD', { lookedAt: true });
  const elsewhere = one('aaB', { address: THERE, lookedAt: true });

  test.each([
    { name: 'is new', before: [], ids: ['aaB'], after: [one('aaB', { firstSeenAt: 9 })] },
    {
      name: 'is kept with the day on which it was first seen',
      before: [a],
      ids: ['aaB', 'eeF'],
      after: [a, one('eeF', { firstSeenAt: 9 })],
    },
    {
      name: 'stays looked at beside what is new',
      before: [a, seen],
      ids: ['eeF', 'ccD', 'aaB'],
      after: [one('eeF', { firstSeenAt: 9 }), seen, a],
    },
    {
      name: 'is gone when the page no longer tells it',
      before: [a, seen],
      ids: ['ccD'],
      after: [seen],
    },
    { name: 'may be nothing any more', before: [a, seen], ids: [], after: [] },
    {
      name: 'is one thing on each page',
      before: [elsewhere],
      ids: ['aaB'],
      after: [elsewhere, one('aaB', { firstSeenAt: 9 })],
    },
    {
      name: 'takes nothing from another page',
      before: [elsewhere, a],
      ids: [],
      after: [elsewhere],
    },
    {
      name: 'is left out where a setting is known by it',
      before: [],
      ids: ['knownByLabel', 'known-by-id', 'aaB'],
      after: [one('aaB', { firstSeenAt: 9 })],
    },
    {
      name: 'is gone once a setting is known by it',
      before: [one('known-by-id'), a],
      ids: ['known-by-id', 'aaB'],
      after: [a],
    },
  ])('$name', ({ before, ids, after }) => {
    expect(told(before, ids)).toEqual(after);
  });

  test.each([
    { name: 'the same', before: [a, seen, elsewhere], ids: ['aaB', 'ccD'] },
    { name: 'the same in another order', before: [a, seen, elsewhere], ids: ['ccD', 'aaB'] },
    { name: 'nothing, as before', before: [elsewhere], ids: [] },
    { name: 'known settings only, as before', before: [elsewhere], ids: ['knownByLabel'] },
  ])('changes nothing when it is $name', ({ before, ids }) => {
    expect(told(before, ids)).toBe(before);
  });

  test('takes the place of what it told before, as often as it does', () => {
    const twice = told(told([], ['aaB', 'ccD']), ['ccD']);
    expect(told(twice, ['ccD'])).toBe(twice);
    expect(twice.map(({ id }) => id)).toEqual(['ccD']);
  });

  test('is bounded, and the page that told last loses nothing', () => {
    const name = (index: number) => `new-${'x'.repeat(index + 1)}`;
    const ids = Array.from({ length: MAX_UNLISTED_PER_PAGE }, (_, index) => name(index));
    const pages = ['a', 'b', 'c', 'd', 'e', 'f'].map((page) => `${THERE}/${page}`);
    const all = pages.reduce<readonly UnlistedSwitch[]>(
      (before, page) => told(before, ids, page),
      [],
    );
    expect(all).toHaveLength(MAX_UNLISTED);
    expect(unlistedPages(all).map(({ address, ids }) => [address, ids.length])).toEqual(
      pages.slice(1).map((page) => [page, MAX_UNLISTED_PER_PAGE]),
    );
  });

  test('below the bound loses nothing of any page', () => {
    const full = Array.from({ length: MAX_UNLISTED - 1 }, (_, index) =>
      one('aaB', { address: `${THERE}/${index}` }),
    );
    expect(told(full, ['ccD'])).toEqual([...full, one('ccD', { firstSeenAt: 9 })]);
  });
});

describe('what the person has not looked at', () => {
  const all = [
    one('aaB'),
    one('ccD', { address: THERE }),
    one('eeF', { lookedAt: true }),
    one('ggH'),
    one('iiJ', { address: `${THERE}/seen`, lookedAt: true }),
  ];

  test('is told page by page', () => {
    expect(unlistedPages(all)).toEqual([
      { address: HERE, ids: ['aaB', 'ggH'] },
      { address: THERE, ids: ['ccD'] },
    ]);
    expect(unlistedPages([])).toEqual([]);
  });

  test('is all that is on a page until they have, and nothing of another page', () => {
    const after = lookedAt(all, HERE);
    expect(unlistedPages(after)).toEqual([{ address: THERE, ids: ['ccD'] }]);
    expect(after.map(({ lookedAt: _, ...rest }) => rest)).toEqual(
      all.map(({ lookedAt: _, ...rest }) => rest),
    );
    expect(lookedAt(all, `${HERE}/else`)).toEqual(all);
  });

  test('is what has come to a page since', () => {
    const after = told(lookedAt(all, HERE), ['aaB', 'eeF', 'ggH', 'kkL']);
    expect(unlistedPages(after)).toEqual([
      { address: THERE, ids: ['ccD'] },
      { address: HERE, ids: ['kkL'] },
    ]);
  });
});

describe('an id', () => {
  const written = [
    'allowDataForGenerativeAI',
    'enableResearch',
    'nonEssentialCookieConsent',
    'share-data-with-partners',
    'share_data',
    'adsByAge-off',
    'aaB',
    'aa-b',
    'aaAI',
    `aa${'Bc'.repeat((MAX_ID_LENGTH - 2) / 2)}`,
  ];
  const notWritten = [
    '',
    'switch',
    'aB',
    'Switch',
    'JohnSmith',
    'john',
    'setting1',
    'newSetting1',
    'share-data-2',
    'ember123-toggle',
    ':r1:',
    'a-b',
    'new-Setting',
    'new--setting',
    'new-',
    'newSetting ',
    'newSetting\n',
    'new setting',
    'new.setting',
    'new/setting',
    'néwSetting',
    'newSétting',
    `aa${'B'.repeat(MAX_ID_LENGTH - 1)}`,
  ];

  test.each(written)('that its maker wrote is kept: %s', (id) => {
    expect(isUnlistedId(id)).toBe(true);
    expect(UnlistedIds.safeParse([id]).success).toBe(true);
  });

  test.each(notWritten)('that may count, or name a person, is not: %j', (id) => {
    expect(isUnlistedId(id)).toBe(false);
    expect(UnlistedIds.safeParse([id]).success).toBe(false);
  });

  // A pattern that tries every way to divide a text would outlast the test's time.
  test('is judged without backtracking, however it is made up', () => {
    const made = ['A', 'Ab', '-a', '_a', 'a', 'aA', '-aB'].map((part) => `aa${part.repeat(60)}!`);
    expect(made.filter(isUnlistedId)).toEqual([]);
  });

  test('is one of so many that a page may tell', () => {
    const ids = (count: number) => Array.from({ length: count }, () => 'aaB');
    expect(UnlistedIds.safeParse(ids(MAX_UNLISTED_PER_PAGE)).success).toBe(true);
    expect(UnlistedIds.safeParse(ids(MAX_UNLISTED_PER_PAGE + 1)).success).toBe(false);
  });
});

describe('what is stored', () => {
  test('is a switch on one page, and nothing else of it', () => {
    expect(UnlistedSwitch.safeParse(one('aaB')).success).toBe(true);
  });

  test.each([
    { name: 'an id that may name a person', over: { id: 'JohnSmith' } },
    { name: 'an address that is none', over: { address: '/mypreferences' } },
    { name: 'an address in the clear', over: { address: 'http://www.linkedin.com/' } },
    { name: 'a time that is none', over: { firstSeenAt: -1 } },
    { name: 'words of the page', over: { name: 'A' } as object },
  ])('is not $name', ({ over }) => {
    expect(UnlistedSwitch.safeParse({ ...one('aaB'), ...over }).success).toBe(false);
  });
});

describe('the page to look at', () => {
  const list = linkedin.settings.find(({ listing }) => listing)?.listing?.open;
  const origin = 'https://www.linkedin.com';

  test.each([
    '/mypreferences/d/settings/data-for-ai-improvement',
    '/mypreferences/d/categories/privacy',
    '/mypreferences/d/member-cookies',
    '/mypreferences/d',
    '/a/b/c/d/e/f',
  ])('is the page itself where its path is plain words: %s', (path) => {
    expect(pageToLookAt(linkedin, origin, path)).toBe(origin + path);
    expect(pageToLookAt(linkedin, origin, `${path}/`)).toBe(origin + path);
  });

  test.each([
    '/',
    '',
    '/in/john-smith-1a2b3c/',
    '/mypreferences/d/settings/42',
    '/mypreferences/d/JohnSmith',
    '/mypreferences/d/john.smith',
    '/mypreferences/d/john_smith',
    '/mypreferences/d/john@example.com',
    '/mypreferences/d/j%C3%B6rg',
    '/mypreferences/d/jörg',
    '/mypreferences//d',
    '/mypreferences/d/-a',
    '/mypreferences/d/a-',
    '/mypreferences/d/a--b',
    '/mypreferences/d?member=a',
    '/mypreferences/d#a',
    '/a/b/c/d/e/f/g',
    '//evil.example/a',
    'evil.example/a',
    '/mypreferences/../in',
  ])('is the list where a path may hold a name or a number: %s', (path) => {
    expect(list).toMatch(/^https:/);
    expect(pageToLookAt(linkedin, origin, path)).toBe(list);
  });

  test('is the service where it has no list', () => {
    const settings = linkedin.settings.map(({ listing: _, ...setting }) => setting);
    expect(pageToLookAt({ ...linkedin, settings }, origin, '/in/1')).toBe(origin);
  });

  test('is decided without backtracking, however long the path', () => {
    for (const part of ['a', '-a', '/a', 'a-', 'aa/'])
      expect(pageToLookAt(linkedin, origin, `/${part.repeat(50_000)}!`)).toContain(origin);
  });
});
