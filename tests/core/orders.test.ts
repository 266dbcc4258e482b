import { describe, expect, test } from 'vitest';
import { services } from '../../src/catalogue/index.ts';
import { ordersAt } from '../../src/core/orders.ts';
import type { Service, Setting } from '../../src/core/recipe.ts';
import { entriesOf } from '../../src/core/setting-key.ts';

const [linkedin] = services as readonly [Service, ...Service[]];
const [aiTraining] = linkedin.settings as [Setting, ...Setting[]];

function settingOf(id: string, over: Partial<Setting> = {}): Setting {
  return {
    ...aiTraining,
    id,
    paths: [`/d/${id}`, `/m/${id}`],
    probe: { ...aiTraining.probe, labelledBy: `label-${id}` },
    listing: {
      open: 'https://made.example/list',
      paths: ['/list'],
      neighbours: [`beside-${id}`, 'b'],
    },
    ...over,
  };
}

/** Beside the real recipes, one of three settings, of which two share an address and one has no list. */
const made: Service = {
  ...linkedin,
  id: 'made',
  origin: 'https://made.example',
  settings: [
    settingOf('one', { protectedWhen: 'on' }),
    settingOf('two', { paths: ['/d/two', '/d/one'] }),
    withoutListing(settingOf('three')),
  ],
};
const all = [...services, made];
const entries = entriesOf(all);

const addresses = entries.flatMap(({ service, setting }) =>
  [...setting.paths, ...(setting.listing?.paths ?? [])].map((path) => ({
    origin: service.origin,
    path,
  })),
);

describe('every address and every setting', () => {
  const rows = addresses.flatMap(({ origin, path }) =>
    entries.map(({ key, service, setting }) => {
      const lives = service.origin === origin && setting.paths.includes(path);
      const listed = service.origin === origin && (setting.listing?.paths.includes(path) ?? false);
      return { origin, path, key, setting, lives, listed };
    }),
  );

  test.each(rows)(
    '$path of $origin orders $key: as a control $lives, as a row $listed',
    ({ origin, path, key, setting, lives, listed }) => {
      const { controls, rows: lines, foreignIds } = ordersAt(all, origin, path);
      const control = controls.filter((one) => one.key === key);
      const line = lines.filter((one) => one.key === key);
      expect(control).toEqual(
        lives ? [{ key, probe: setting.probe, protectedWhen: setting.protectedWhen }] : [],
      );
      expect(line).toHaveLength(listed ? 1 : 0);
      expect(foreignIds.includes(setting.probe.labelledBy)).toBe(!lives);
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

test('an address of two settings orders both, and calls neither foreign', () => {
  const { controls, foreignIds } = ordersAt(all, made.origin, '/d/one');
  expect(controls.map(({ key, protectedWhen }) => `${key} ${protectedWhen}`)).toEqual([
    'made/one on',
    'made/two off',
  ]);
  expect(foreignIds).toEqual([aiTraining.probe.labelledBy, 'label-three']);
});

test('a list orders rows by the last segment of their addresses, each segment once', () => {
  expect(ordersAt(all, made.origin, '/list')).toEqual({
    controls: [],
    rows: [
      { key: 'made/one', segments: ['one'], neighbours: ['beside-one', 'b'] },
      { key: 'made/two', segments: ['two', 'one'], neighbours: ['beside-two', 'b'] },
    ],
    foreignIds: [aiTraining.probe.labelledBy, 'label-one', 'label-two', 'label-three'],
  });
});

test('the list of LinkedIn orders its row', () => {
  const { controls, rows } = ordersAt(
    services,
    linkedin.origin,
    '/mypreferences/d/categories/privacy',
  );
  expect(controls).toEqual([]);
  expect(rows.map(({ key, segments }) => [key, segments])).toEqual([
    ['linkedin/ai-training', ['data-for-ai-improvement']],
  ]);
  expect(rows[0]?.neighbours.length).toBeGreaterThan(1);
});

test.each(['/', '/feed/', '/login', '/checkpoint/challenge/1', '/mypreferences/d/settings/other'])(
  '%s orders nothing, and calls every switch foreign',
  (path) => {
    const { controls, rows, foreignIds } = ordersAt(all, linkedin.origin, path);
    expect([controls, rows]).toEqual([[], []]);
    expect(foreignIds).toHaveLength(entries.length);
  },
);

test('no order tells a page to show anything by itself', () => {
  const showing = addresses.filter(({ origin, path }) => 'show' in ordersAt(all, origin, path));
  expect(showing).toEqual([]);
  expect(addresses.length).toBeGreaterThan(10);
});

function withoutListing({ listing: _, ...setting }: Setting): Setting {
  return setting;
}
