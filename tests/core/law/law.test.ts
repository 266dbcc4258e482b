import { describe, expect, test } from 'vitest';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import { laws } from '../../../src/catalogue/laws/index.ts';
import { languages } from '../../../src/core/language/language.ts';
import { checkLaws } from '../../../src/core/law/check.ts';
import { lawOn } from '../../../src/core/law/laws.ts';
import { toJurisdiction } from '../../../src/core/rules/jurisdiction.ts';

const known = { codes, groups };
const on = (code: string, day: string) => lawOn(laws, toJurisdiction(code, groups), day);

describe('the law of a place on a day', () => {
  test.each<[string, string, string | undefined]>([
    ['DE', '2018-05-24', undefined],
    ['DE', '2018-05-25', 'gdpr'],
    ['DE', '2026-11-26', 'gdpr'],
    ['NO', '2018-07-19', undefined],
    ['NO', '2018-07-20', 'gdpr'],
    ['LI', '2026-11-26', 'gdpr'],
    ['GB', '2026-06-18', undefined],
    ['GB', '2026-06-19', 'uk-gdpr'],
    ['CH', '2023-08-31', undefined],
    ['CH', '2023-09-01', 'fadp'],
    ['CA', '2026-11-26', 'pipeda'],
    ['HK', '2026-11-26', 'pdpo'],
    ['CN', '2021-10-31', undefined],
    ['CN', '2026-11-26', 'pipl'],
    ['US', '2026-11-26', 'ccpa'],
    ['BR', '2026-11-26', 'lgpd'],
    ['IN', '2025-11-13', undefined],
    ['IN', '2026-11-26', 'dpdpa-coming'],
    ['IN', '2027-05-13', 'dpdpa-coming'],
    ['IN', '2027-05-14', 'dpdpa'],
    ['TV', '2026-11-26', undefined],
    // Beside those above, and not reached by their laws.
    ['MO', '2026-11-26', undefined],
    ['GG', '2026-11-26', undefined],
    ['PR', '2026-11-26', undefined],
  ])('%s on %s: %s', (code, day, words) => {
    expect(on(code, day)?.period.words).toBe(words);
  });

  test('only the authorities of the place come with it', () => {
    expect(on('FR', '2026-11-26')?.authorities.map(({ page }) => page.publisher)).toEqual([
      'Commission nationale de l’informatique et des libertés',
    ]);
    expect(on('US', '2026-11-26')?.period.onlyIn).toBe('california');
  });
});

const days = [
  ...new Set(
    laws.flatMap(({ periods }) =>
      periods.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])),
    ),
  ),
].toSorted();

test('no place ever has two laws, on any day on which anything changes', () => {
  const twice = days.flatMap((day) =>
    codes.filter((code) => {
      const here = toJurisdiction(code, groups);
      // Each alone, so that `lawOn` cannot hide a second one behind the first.
      const each = laws.flatMap((law) =>
        law.periods.map((period) => lawOn([{ ...law, periods: [period] }], here, day)),
      );
      return each.filter(Boolean).length > 1;
    }),
  );
  expect(twice).toEqual([]);
  expect([codes.length, days.length]).toEqual([249, 11]);
});

test('whoever has a law has somebody to complain to', () => {
  const withLaw = codes.filter((code) => on(code, '2026-11-26'));
  expect(withLaw).toHaveLength(27 + 3 + 8);
  expect(withLaw.filter((code) => on(code, '2026-11-26')?.authorities.length !== 1)).toEqual([]);
});

// biome-ignore lint/suspicious/noExplicitAny: bent out of shape on purpose.
type Loose = any;

/** What is said of the real laws after one edit; `of` finds one by its id. */
function problemsAfter(edit: (of: (id: string) => Loose, all: Loose[]) => void): string[] {
  const all: Loose[] = JSON.parse(JSON.stringify(laws));
  const of = (id: string) => {
    const law = all.find((one) => one.id === id);
    if (!law) throw new Error(`no law ${id}: mend the test`);
    return law;
  };
  edit(of, all);
  const files = all.map((raw) => ({ file: `${raw.id}.ts`, raw }));
  return checkLaws(files, known).map(({ file, field, message }) => `${file} ${field}: ${message}`);
}

describe('what may not ship', () => {
  test('the real laws may', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  test.each<[string, Parameters<typeof problemsAfter>[0], string[]]>([
    [
      'a law without evidence',
      (of) => (of('pdpo').periods[0].evidence = []),
      ['pdpo.ts periods[0].evidence: Too small: expected array to have >=1 items'],
    ],
    [
      'a field nobody knows',
      (of) => (of('pdpo').periods[0].advice = 'sue'),
      ['pdpo.ts periods[0].advice: the schema knows no such field'],
    ],
    [
      'a copy as a source',
      (of) => (of('pipl').periods[0].evidence[0].address = 'https://en.wikipedia.org/wiki/PIPL'),
      [
        'pipl.ts periods[0].evidence[0].address: en.wikipedia.org copies or retells: name the page it was published on',
      ],
    ],
    [
      'a copy as the page of an authority',
      (of) => (of('pipl').authorities[0].page.address = 'https://x.github.io/cac'),
      [
        'pipl.ts authorities[0].page.address: x.github.io copies or retells: name the page it was published on',
      ],
    ],
    [
      'a place that is none',
      (of) => (of('pdpo').periods[0].jurisdictions = ['HK', 'XX']),
      ['pdpo.ts periods[0].jurisdictions[1]: XX is no place'],
    ],
    [
      'an authority of a group',
      (of) => (of('gdpr').authorities[0].places = ['AT', 'EU']),
      ['gdpr.ts authorities[0].places[1]: EU is no place'],
    ],
    [
      'a place where nobody hears a complaint',
      (of) => of('gdpr').authorities.shift(),
      ['gdpr.ts authorities: nobody hears a complaint in AT'],
    ],
    [
      'days the wrong way batch',
      (of) => (of('pdpo').periods[0].until = '1996-12-20'),
      ['pdpo.ts periods[0].until: 1996-12-20 is not after 1996-12-20: it never holds'],
    ],
    [
      'two laws in one place',
      (of) => of('pdpo').periods[0].jurisdictions.push('CH') && copyAuthority(of, 'pdpo', 'CH'),
      ['pdpo.ts periods[0]: it and fadp.ts periods[0] both hold on 2023-09-01 in CH'],
    ],
    [
      'two periods of a law on one day',
      (of) => (of('dpdpa').periods[0].until = '2027-05-15'),
      ['dpdpa.ts periods[1]: it and dpdpa.ts periods[0] both hold on 2027-05-14 in IN'],
    ],
    ['one id twice', (of) => (of('lgpd').id = 'ccpa'), ['ccpa.ts id: ccpa is the id of ccpa.ts']],
    [
      'a letter that names a day which stands nowhere',
      (of) => delete of('gdpr').periods[0].provisions.deadline,
      ['gdpr.ts periods[0].provisions.deadline: the letter gdpr names a day for the answer'],
    ],
    [
      'a day that the letter does not name',
      (of) => (of('pdpo').periods[0].provisions.deadline = 's. 1'),
      ['pdpo.ts periods[0].provisions.deadline: the letter pdpo names no day for the answer'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(problemsAfter(edit)).toEqual(expected);
  });
});

function copyAuthority(of: (id: string) => Loose, id: string, code: string): void {
  of(id).authorities[0].places.push(code);
}

test.each([
  ['DE', 'de-AT', 'Datenschutz-Grundverordnung (EU) 2016/679 (DSGVO)'],
  ['CH', 'fr', 'Loi fédérale sur la protection des données (LPD)'],
  ['CH', 'it-CH', 'Legge federale sulla protezione dei dati (LPD)'],
  ['HK', 'zh-TW', '個人資料（私隱）條例'],
  ['BR', 'de', 'Lei Geral de Proteção de Dados Pessoais, Lei 13.709/2018 (LGPD)'],
  ['DE', 'en-GB', 'General Data Protection Regulation (EU) 2016/679 (GDPR)'],
])('the law of %s is called in %s as it is called there', (code, language, title) => {
  expect(lawOn(laws, toJurisdiction(code, groups), '2026-11-26', language)?.title).toBe(title);
});

test('the regulation of the Union has a name in each language that is spoken', () => {
  const { title, titles = {} } = laws.find(({ id }) => id === 'gdpr') ?? { title: '' };
  expect(title).not.toBe('');
  expect(Object.keys(titles).toSorted()).toEqual(
    languages.filter((one) => one !== 'en').toSorted(),
  );
});
