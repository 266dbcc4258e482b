import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { type ServicePage, servicePageAt } from '../../../src/core/recipe/address.ts';
import type { Service } from '../../../src/core/recipe/recipe.ts';
import { entriesOf } from '../../../src/core/recipe/setting-key.ts';

const ORIGIN = 'https://www.linkedin.com';
const KEY = 'linkedin/ai-training';

function told(page: ServicePage): string {
  switch (page.kind) {
    case 'setting':
    case 'list':
      return `${page.kind} ${page.entries.map(({ key }) => key).join(' ')}`;
    case 'interstitial':
      return page.reason;
    case 'elsewhere':
      return 'elsewhere';
  }
}

function at(path: string, origin = ORIGIN): string {
  return told(servicePageAt(services, origin, path));
}

const LISTED = 'linkedin/ai-training linkedin/partners linkedin/research';

const settingPaths = ['d', 'm', 's'].map(
  (device) => `/mypreferences/${device}/settings/data-for-ai-improvement`,
);
const listPaths = ['d', 'm', 's'].map((device) => `/mypreferences/${device}/categories/privacy`);

/** Where the other settings stand, written out again. Two share a page; two stand outside settings/. */
const pages: Readonly<Record<string, readonly string[]>> = {
  'settings/policy-and-academic-research': ['research'],
  'settings/share-data-with-select-partners': ['partners'],
  'settings/share-data-with-trusted-partners': ['partners'],
  'settings/ads-interactions-with-business': ['ads-data-from-others'],
  'settings/ads-beyond-linkedin': ['ads-off-linkedin'],
  'settings/ads-related-actions': ['ads-measurement'],
  'settings/ads-by-age': ['inferred-age'],
  'settings/ads-by-gender': ['inferred-gender'],
  'settings/ads-inferred-location': ['inferred-location'],
  'interest-categories': ['inferred-interests'],
  'settings/linkedin-promotions': ['promotions-ads', 'promotions-email'],
  'member-cookies': ['cookies'],
};

describe('on the service', () => {
  const rows: readonly [string, string][] = [
    ...settingPaths.flatMap((path): [string, string][] => [
      [path, `setting ${KEY}`],
      [`${path}/`, `setting ${KEY}`],
      [`${path}//`, 'elsewhere'],
      [`${path}/more`, 'elsewhere'],
      [`${path}x`, 'elsewhere'],
      [`${path}?x`, 'elsewhere'],
      [path.toUpperCase(), 'elsewhere'],
      [`/en${path}`, 'elsewhere'],
    ]),
    ...listPaths.flatMap((path): [string, string][] => [
      [path, `list ${LISTED}`],
      [`${path}/`, `list ${LISTED}`],
      [`${path}/more`, 'elsewhere'],
      [`${path}x`, 'elsewhere'],
    ]),
    ...['d', 'm', 's'].flatMap((form) =>
      Object.entries(pages).map(([page, ids]): [string, string] => [
        `/mypreferences/${form}/${page}`,
        `setting ${ids.map((id) => `linkedin/${id}`).join(' ')}`,
      ]),
    ),
    ['/mypreferences/d/settings/interest-categories', 'elsewhere'],
    ['/mypreferences/d/settings/member-cookies', 'elsewhere'],
    ['/interest-categories', 'elsewhere'],
    ['/mypreferences/x/settings/data-for-ai-improvement', 'elsewhere'],
    ['/mypreferences/settings/data-for-ai-improvement', 'elsewhere'],
    ['/mypreferences/d/settings', 'elsewhere'],
    ['/mypreferences/d/', 'elsewhere'],
    ['/mypreferences/d/settings/data-for-ai-improvement-2', 'elsewhere'],
    ['', 'elsewhere'],
    ['/feed/', 'elsewhere'],

    ['/login', 'signed-out'],
    ['/login/', 'signed-out'],
    ['/login/de', 'signed-out'],
    ['/loginx', 'elsewhere'],
    ['/login-help', 'elsewhere'],
    ['/in/login', 'elsewhere'],
    ['/uas/login', 'signed-out'],
    ['/uas', 'signed-out'],
    ['/uas/logout', 'signed-out'],
    ['/uasx', 'elsewhere'],
    ['/signup/cold-join', 'signed-out'],
    ['/signups', 'elsewhere'],
    ['/authwall', 'signed-out'],
    ['/logout', 'signed-out'],
    ['/m/login', 'signed-out'],
    ['/m/logout', 'signed-out'],
    ['/m/logout/', 'signed-out'],
    ['/m/log', 'elsewhere'],
    ['/m/', 'elsewhere'],
    ['/', 'signed-out'],
    ['/home', 'signed-out'],
    ['/home/', 'signed-out'],
    ['/homes', 'elsewhere'],
    ['/home/feed', 'elsewhere'],
    ['/checkpoint', 'signed-out'],
    ['/checkpoint/', 'signed-out'],
    ['/checkpoints', 'elsewhere'],
    ['/checkpoint/lg', 'signed-out'],
    ['/checkpoint/lg/login-submit', 'signed-out'],
    ['/checkpoint/rm/sign-in-another-account', 'signed-out'],
    ['/checkpoint/challenge', 'challenge'],
    ['/checkpoint/challenge/AgH1', 'challenge'],
    ['/checkpoint/challenges', 'signed-out'],
    ['/checkpoint/challengesV2', 'challenge'],
    ['/checkpoint/challengesV2/AgH1/', 'challenge'],
  ];

  test.each(rows)('%s is %s', (path, expected) => {
    expect(at(path)).toBe(expected);
  });

  test('every path and every interstitial of every recipe is looked at', () => {
    const known = services.flatMap(({ interstitials, guestPages, settings }) => [
      ...[...guestPages, ...interstitials['signed-out'], ...interstitials.challenge].map((one) =>
        one.slice(ORIGIN.length),
      ),
      ...settings.flatMap(({ paths, listing }) => [...paths, ...(listing?.paths ?? [])]),
    ]);
    const reached = rows.map(([path]) => path);
    const missed = known.filter((path) => !reached.some((row) => row.startsWith(path)));
    expect(missed).toEqual([]);
    // Guest pages and interstitials; fourteen paths of thirteen settings and three lists, each in three forms.
    expect(known).toHaveLength(2 + 8 + 2 + 3 * (14 + 3));
  });
});

test.each([
  'http://www.linkedin.com',
  'https://linkedin.com',
  'https://de.linkedin.com',
  'https://www.linkedin.com:8443',
  'https://www.linkedin.com.evil.example',
  'https://www.linkedin.com/',
  '',
])('at the origin "%s" nothing is known', (origin) => {
  const paths = [...settingPaths, ...listPaths, '/login', '/checkpoint/challenge'];
  expect(paths.map((path) => at(path, origin))).toEqual(paths.map(() => 'elsewhere'));
});

const MADE = 'https://made.example';

describe('with recipes that lie close together', () => {
  const [linkedin] = services as readonly [Service, ...Service[]];
  const [setting] = linkedin.settings as [Service['settings'][number], ...Service['settings']];
  const made: Service = {
    ...linkedin,
    id: 'made',
    origins: [MADE],
    interstitials: { 'signed-out': [`${MADE}/door`], challenge: [`${MADE}/door/riddle`] },
    guestPages: [],
    settings: [
      {
        ...setting,
        id: 'one',
        open: `${MADE}/one`,
        paths: ['/both', '/one'],
        listing: undefined as never,
      },
      {
        ...setting,
        id: 'two',
        open: `${MADE}/both`,
        paths: ['/both', '/door/open'],
        listing: undefined as never,
      },
    ],
  };
  const here = (path: string, origin = MADE) =>
    told(servicePageAt([...services, made], origin, path));

  test.each([
    ['/door', 'signed-out'],
    ['/door/knock', 'signed-out'],
    ['/door/riddle', 'challenge'],
    ['/door/riddle/2', 'challenge'],
    ['/door/open', 'setting made/two'],
    ['/both', 'setting made/one made/two'],
    ['/one', 'setting made/one'],
    [settingPaths[0] ?? '', 'elsewhere'],
    ['/login', 'elsewhere'],
  ])('%s is %s', (path, expected) => {
    expect(here(path)).toBe(expected);
  });

  test('one service says nothing of the addresses of another', () => {
    const paths = entriesOf([made]).flatMap(({ setting: { paths } }) => paths);
    expect(paths.map((path) => here(path, ORIGIN))).toEqual(paths.map(() => 'elsewhere'));
    expect(paths).toHaveLength(4);
  });
});
