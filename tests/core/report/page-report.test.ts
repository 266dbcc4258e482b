import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { pageReportSchema, reportWordsOf } from '../../../src/core/report/page-report.ts';
import {
  attributes,
  closed,
  MAX_ANCESTORS,
  MAX_SWITCHES,
  roles,
  roundedCount,
  tags,
} from '../../../src/core/report/report-words.ts';
import { sampleReport, sampleSwitch } from '../../fixtures/sample-report.ts';

const words = reportWordsOf(services);
const schema = pageReportSchema(words);
const accepts = (report: unknown) => schema.safeParse(report).success;

type Path = readonly (string | number)[];

/** Every place in a value at which something stands. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const steps = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [path, ...[...steps].flatMap((step) => placesIn((value as never)[step], [...path, step]))];
}

function withAt(value: unknown, [step, ...rest]: Path, planted: unknown): unknown {
  if (step === undefined) return planted;
  const inner = withAt((value as never)[step], rest, planted);
  return Array.isArray(value)
    ? value.with(step as number, inner)
    : { ...(value as object), [step]: inner };
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as never)[step], value);
}

/** Refused, or let through without the field, as zod does with `__proto__` in a record. */
const hasNothingOf = (field: string) => (parsed: unknown) =>
  parsed === 'refused' || (field === '__proto__' && !JSON.stringify(parsed).includes(field));

const places = placesIn(sampleReport);
const objects = places.filter((path) => {
  const value = at(sampleReport, path);
  return typeof value === 'object' && value !== null && !Array.isArray(value);
});
const lists = places.filter((path) => Array.isArray(at(sampleReport, path)));
const nameOf = (path: Path) => path.join('.') || 'the report itself';

test('a report is accepted as it is', () => {
  expect(schema.parse(sampleReport)).toEqual(sampleReport);
  expect(schema.parse(JSON.parse(JSON.stringify(sampleReport)))).toEqual(sampleReport);
});

describe('a forged report is refused:', () => {
  const personal = [
    'Jane Doermann',
    'jane.doermann@example.org',
    'https://www.linkedin.com/in/jane-doermann-4711',
    'urn:li:member:47114711',
    'jane-doermann',
    '',
    47114711,
    4711.5,
    -1,
    ['Jane Doermann'],
    { jane: 'Doermann' },
  ];

  test.each(places.map((path) => ({ name: nameOf(path), path })))(
    'a text or a number at $name',
    ({ path }) => {
      for (const value of personal) {
        expect(accepts(withAt(sampleReport, path, value)), JSON.stringify(value)).toBe(false);
      }
    },
  );

  test.each(objects.map((path) => ({ name: nameOf(path), path })))(
    'a further field in $name',
    ({ path }) => {
      for (const field of ['jane', 'Jane Doermann', '4711', '__proto__']) {
        const forged = structuredClone(sampleReport);
        Object.defineProperty(at(forged, path), field, { value: 1, enumerable: true });
        expect(schema.safeParse(forged).data ?? 'refused', field).toSatisfy(hasNothingOf(field));
      }
    },
  );

  test.each(lists.map((path) => ({ name: nameOf(path), path })))(
    'a text added to $name',
    ({ path }) => {
      const list = at(sampleReport, path) as unknown[];
      expect(accepts(withAt(sampleReport, path, [...list, 'jane']))).toBe(false);
    },
  );

  const forge = (change: object) => ({ ...sampleReport, ...change });
  const forgeSwitch = (change: object) => forge({ switches: [{ ...sampleSwitch, ...change }] });
  const ancestor = sampleSwitch.ancestors[0];
  const rows: readonly { name: string; report: unknown }[] = [
    { name: 'another kind of report', report: forge({ report: 2 }) },
    { name: 'a setting of no recipe', report: forge({ key: 'linkedin/jane-doermann-4711' }) },
    { name: 'a version that is a number of something', report: forge({ version: '0.4711.4711' }) },
    {
      name: 'a count too exact',
      report: forge({ page: { ...sampleReport.page, elements: 1234 } }),
    },
    { name: 'a count beyond all pages', report: forge({ roles: { link: 2_000_000 } }) },
    { name: 'a role that is none', report: forge({ roles: { jane: 1 } }) },
    { name: 'a strategy left out', report: forge({ strategies: { name: 1 } }) },
    {
      name: 'a hook of no recipe',
      report: forgeSwitch({ hook: { ...sampleSwitch.hook, id: 'jane' } }),
    },
    { name: 'attributes in another order', report: forgeSwitch({ attributes: ['role', 'class'] }) },
    { name: 'an attribute told twice', report: forgeSwitch({ attributes: ['class', 'class'] }) },
    {
      name: 'too many switches',
      report: forge({ switches: Array(MAX_SWITCHES + 1).fill(sampleSwitch) }),
    },
    {
      name: 'too many ancestors',
      report: forgeSwitch({ ancestors: Array(MAX_ANCESTORS + 1).fill(ancestor) }),
    },
  ];
  test.each(rows)('$name', ({ report }) => {
    expect(accepts(report)).toBe(false);
  });

  test('a version that is not ours, where ours is expected', () => {
    const expecting = (version: string) => pageReportSchema({ ...words, version });
    expect(expecting('0.1.0').safeParse(sampleReport).success).toBe(true);
    expect(expecting('0.1.1').safeParse(sampleReport).success).toBe(false);
  });
});

describe('a count', () => {
  test.each([
    [0, 0],
    [7, 7],
    [99, 99],
    [100, 100],
    [104, 100],
    [1_234, 1_200],
    [98_765, 99_000],
    [47_114_711, 1_000_000],
  ])('of %d is told as %d', (count, told) => {
    expect(roundedCount(count)).toBe(told);
  });

  test('that was rounded stays, and is accepted', () => {
    fc.assert(
      fc.property(fc.nat(), (count) => {
        const told = roundedCount(count);
        expect(roundedCount(told)).toBe(told);
        expect(accepts({ ...sampleReport, roles: { link: told } })).toBe(true);
      }),
    );
  });
});

test('a word is passed on only when it is ours', () => {
  expect(closed('switch', roles)).toBe('switch');
  for (const value of ['Switch', ' switch', 'jane', '', null, undefined, 1, ['switch']]) {
    expect(closed(value, roles)).toBeUndefined();
  }
});

test.each([
  ['roles', roles],
  ['tags', tags],
  ['attributes', attributes],
])('no word of %s is there twice', (_, list: readonly string[]) => {
  expect(new Set(list).size).toBe(list.length);
});
