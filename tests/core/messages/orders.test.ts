import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { ordersAt } from '../../../src/core/messages/orders.ts';
import { originOf } from '../../../src/core/recipe/origin.ts';
import type { Service, Setting } from '../../../src/core/recipe/recipe.ts';
import { entriesOf } from '../../../src/core/recipe/setting-key.ts';

const [linkedin] = services as readonly [Service, ...Service[]];
const ORIGIN = 'https://www.linkedin.com';
const MADE = 'https://made.example';
const [aiTraining] = linkedin.settings as [Setting, ...Setting[]];

function settingOf(id: string, over: Partial<Setting> = {}): Setting {
  return {
    ...aiTraining,
    id,
    open: `${MADE}/d/${id}`,
    paths: [`/d/${id}`, `/m/${id}`],
    probe: {
      ...aiTraining.probe,
      hook: { attribute: 'aria-labelledby', value: `label-${id}` },
      names: { en: [`Name of ${id}`], de: [`Name von ${id}`] },
      request: `/requests/${id}`,
    },
    listing: {
      open: 'https://made.example/list',
      paths: ['/list'],
      neighbours: [[`beside-${id}`], ['b']],
    },
    ...over,
  };
}

/** Beside the real recipes, one of three settings, of which two share an address and one has no list. */
const made: Service = {
  ...linkedin,
  id: 'made',
  origins: [MADE],
  stateWords: { en: { on: ['On'], off: ['Off'] }, xx: { on: ['Yes'], off: [] } },
  settings: [
    settingOf('one', { protectedWhen: 'on' }),
    settingOf('two', { paths: ['/d/two', '/d/one'] }),
    withoutListing(settingOf('three')),
  ],
};
const all = [...services, made];
const entries = entriesOf(all);

const addresses = entries.flatMap(({ setting }) =>
  [...setting.paths, ...(setting.listing?.paths ?? [])].map((path) => ({
    origin: originOf(setting.open),
    path,
  })),
);

describe('every address and every setting', () => {
  const rows = addresses.flatMap(({ origin, path }) =>
    entries.map(({ key, service, setting }) => {
      const isThere = originOf(setting.open) === origin;
      const lives = isThere && setting.paths.includes(path);
      const listed = isThere && (setting.listing?.paths.includes(path) ?? false);
      return { origin, path, key, service, setting, lives, listed };
    }),
  );

  test.each(rows)(
    '$path of $origin orders $key: as a control $lives, as a row $listed',
    ({ origin, path, key, service, setting, lives, listed }) => {
      const { controls, rows: lines, known } = ordersAt(all, origin, path);
      const { hook, request } = setting.probe;
      const { kind } = setting.probe;
      const by = { key, kind, hook, names: Object.values(setting.probe.names).flat() };
      const control = controls.filter((one) => one.key === key);
      const line = lines.filter((one) => one.key === key);
      expect(control).toEqual(
        lives ? [{ ...by, protectedWhen: setting.protectedWhen, request, warnsEarly: true }] : [],
      );
      expect(line).toHaveLength(listed ? 1 : 0);
      expect(known.filter((one) => one.key === key)).toEqual(
        service.origins.includes(origin) ? [by] : [],
      );
    },
  );

  test('each setting lives somewhere, and most addresses are not its own', () => {
    expect(entries).toHaveLength(services.flatMap(({ settings }) => settings).length + 3);
    expect(rows).toHaveLength(entries.length * addresses.length);
    const at = new Set(rows.filter(({ lives }) => lives).map(({ key }) => key));
    expect(at.size).toBe(entries.length);
    expect(rows.filter(({ lives, listed }) => !lives && !listed).length).toBeGreaterThan(20);
  });
});

test('an address of two settings orders both', () => {
  const { controls } = ordersAt(all, MADE, '/d/one');
  expect(controls.map(({ key, protectedWhen }) => `${key} ${protectedWhen}`)).toEqual([
    'made/one on',
    'made/two off',
  ]);
});

test('two switches of LinkedIn share one page', () => {
  const { controls } = ordersAt(services, ORIGIN, '/mypreferences/d/settings/linkedin-promotions');
  expect(controls.map(({ key }) => key)).toEqual([
    'linkedin/promotions-ads',
    'linkedin/promotions-email',
  ]);
});

test('a list orders rows by the last segment of their addresses, each segment once', () => {
  expect(ordersAt(all, MADE, '/list')).toEqual({
    controls: [],
    rows: [
      { key: 'made/one', segments: ['one'], neighbours: [['beside-one'], ['b']] },
      { key: 'made/two', segments: ['two', 'one'], neighbours: [['beside-two'], ['b']] },
    ],
    known: ['one', 'two', 'three'].map((id) => ({
      key: `made/${id}`,
      kind: 'aria-switch',
      hook: { attribute: 'aria-labelledby', value: `label-${id}` },
      names: [`Name of ${id}`, `Name von ${id}`],
    })),
    stateWords: { on: ['On', 'Yes'], off: ['Off'] },
  });
});

test('the list of LinkedIn orders its rows', () => {
  const { controls, rows } = ordersAt(services, ORIGIN, '/mypreferences/d/categories/privacy');
  expect(controls).toEqual([]);
  expect(rows.map(({ key, segments }) => [key, segments])).toEqual([
    ['linkedin/ai-training', ['data-for-ai-improvement']],
    ['linkedin/partners', ['share-data-with-select-partners', 'share-data-with-trusted-partners']],
    ['linkedin/research', ['policy-and-academic-research']],
  ]);
  expect(rows.every(({ neighbours }) => neighbours.length >= 3)).toBe(true);
});

test.each(['/', '/feed/', '/login', '/checkpoint/challenge/1', '/mypreferences/d/settings/other'])(
  '%s orders nothing, and knows every switch of the service',
  (path) => {
    const { controls, rows, known } = ordersAt(all, ORIGIN, path);
    expect([controls, rows]).toEqual([[], []]);
    expect(known.map(({ key }) => key)).toEqual(entriesOf([linkedin]).map(({ key }) => key));
  },
);

test('elsewhere nothing is known of any service', () => {
  expect(ordersAt(all, 'https://elsewhere.example', '/d/one')).toEqual({
    controls: [],
    rows: [],
    known: [],
    stateWords: { on: [], off: [] },
  });
});

test('no order tells a page to show anything by itself', () => {
  const showing = addresses.filter(({ origin, path }) => 'show' in ordersAt(all, origin, path));
  expect(showing).toEqual([]);
  expect(addresses.length).toBeGreaterThan(10);
});

function withoutListing({ listing: _, ...setting }: Setting): Setting {
  return setting;
}
