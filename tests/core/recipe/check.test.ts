import { describe, expect, test } from 'vitest';
import { services } from '../../../src/catalogue/index.ts';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import linkedin from '../../../src/catalogue/services/linkedin/recipe.ts';
import { checkCatalogue, checkService, formatProblems } from '../../../src/core/recipe/check.ts';
import { isSecondHand, secondHandHosts } from '../../../src/core/recipe/check-evidence.ts';
import type { Rule, Service, Setting } from '../../../src/core/recipe/recipe.ts';

const known = { codes, groups };

/** A recipe that may be bent out of shape: the real one, with every field writable and losable. */
type Loose<T> = T extends readonly (infer Item)[]
  ? Loose<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]?: Loose<T[Key]> } & { extra?: unknown }
    : T extends undefined
      ? T
      : T | string;

type Edit = (recipe: {
  service: Loose<Service>;
  setting: Loose<Setting>;
  rule: (index: number) => Loose<Rule>;
}) => void;

/** The real recipe after one edit. */
function edited(edit: Edit): unknown {
  // Not structuredClone, which keeps shared evidence shared: one edit would be many.
  const service: Loose<Service> = JSON.parse(JSON.stringify(linkedin));
  const setting = present(service.settings?.[0]);
  edit({ service, setting, rule: (index) => present(setting.rules?.[index]) });
  return service;
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the real recipe has no such part: mend the test');
  return value;
}

/** The places of the rules that the edits below speak of. */
const at = {
  europeBefore: 0,
  ukFirstDays: 1,
  canadaBefore: 6,
  china: 7,
  europeNow: 8,
  elsewhere: 11,
};

test('the rules stand where these tests look for them', () => {
  const names = Object.values(at).map((index) => linkedin.settings[0]?.rules[index]?.jurisdictions);
  expect(names).toEqual([['EU', 'EEA', 'CH'], ['GB'], ['CA'], ['CN'], ['EU', 'EEA', 'CH'], ['*']]);
});

test('the real catalogue has no problem', () => {
  const files = services.map((raw) => ({ file: `${raw.id}.ts`, raw }));
  expect(files.length).toBeGreaterThan(0);
  expect(checkCatalogue(files, known)).toEqual([]);
});

const save = { act: 'save', hook: { attribute: 'id', value: 'save' }, names: { en: ['Save'] } };

const broken: [string, string, RegExp, Edit][] = [
  // The schema.
  [
    'a missing field',
    'settings[0].open',
    /expected string, received undefined/,
    ({ setting }) => delete setting.open,
  ],
  [
    'a field the schema does not know',
    'settings[0].rules[2].extra',
    /no such field/,
    ({ rule }) => Object.assign(rule(2), { extra: true }),
  ],
  [
    'an id with capitals',
    'settings[0].id',
    /must match pattern/,
    ({ setting }) => Object.assign(setting, { id: 'AI Training' }),
  ],
  [
    'a day that does not exist',
    'settings[0].rules[2].until',
    /ISO date/,
    ({ rule }) => Object.assign(rule(2), { until: '2025-02-30' }),
  ],
  [
    'a default nobody defined',
    'settings[0].rules[0].default',
    /expected one of "on"\|"off"\|"consent"\|"exempt"/,
    ({ rule }) => Object.assign(rule(0), { default: 'banned' }),
  ],
  [
    'a probe of no known kind',
    'settings[0].probe.kind',
    /./,
    ({ setting }) => Object.assign(setting, { probe: { kind: 'script', run: 'alert(1)' } }),
  ],
  [
    'an evidence address without https',
    'settings[0].evidence[0].address',
    /Invalid URL/,
    ({ setting }) =>
      Object.assign(present(setting.evidence?.[0]), { address: 'http://ico.org.uk' }),
  ],
  ['no recipe at all', '', /expected object/, () => undefined],
  [
    'a service without an origin',
    'origins',
    />=1 items/,
    ({ service }) => Object.assign(service, { origins: [] }),
  ],
  [
    'an act that nobody defined',
    'settings[0].optOut[0].act',
    /./,
    ({ setting }) => Object.assign(setting, { optOut: [{ act: 'run', code: 'alert(1)' }] }),
  ],
  // What is pressed.
  ...(
    [
      ['that saves what was not pressed', [save]],
      ['that saves first', [save, { act: 'press' }]],
      ['that presses twice', [{ act: 'press' }, { act: 'press' }]],
      ['that saves twice', [{ act: 'press' }, save, save]],
    ] as const
  ).map(([name, optOut]): (typeof broken)[number] => [
    `an opt-out ${name}`,
    'settings[0].optOut',
    /no order in which anything is pressed/,
    ({ setting }) => Object.assign(setting, { optOut }),
  ]),
  // Addresses.
  [
    'a host with a port',
    'origins[1]',
    /more than scheme and host/,
    ({ service }) => service.origins?.push('https://www.linkedin.com:444'),
  ],
  // Evidence.
  [
    'a rule without evidence',
    'settings[0].rules[7].evidence',
    />=1 items/,
    ({ rule }) => Object.assign(rule(at.china), { evidence: [] }),
  ],
  [
    'a rule whose evidence was left out',
    'settings[0].rules[7].evidence',
    /expected array/,
    ({ rule }) => delete rule(at.china).evidence,
  ],
  [
    'a setting without evidence',
    'settings[0].evidence',
    />=1 items/,
    ({ setting }) => Object.assign(setting, { evidence: [] }),
  ],
  [
    'evidence of a rule from an archive',
    'settings[0].rules[7].evidence[0].address',
    /^web\.archive\.org copies/,
    ({ rule }) =>
      Object.assign(present(rule(at.china).evidence?.[0]), {
        address: 'https://web.archive.org/web/2025/https://www.linkedin.com/legal/privacy/eu',
      }),
  ],
  [
    'evidence of a setting from a repository',
    'settings[0].evidence[1].address',
    /^github\.com copies/,
    ({ setting }) =>
      Object.assign(present(setting.evidence?.[1]), { address: 'https://github.com/a/b' }),
  ],
  [
    'terms from a blog',
    'terms[1].address',
    /^someone\.medium\.com copies/,
    ({ service }) =>
      Object.assign(present(service.terms?.[1]), { address: 'https://someone.medium.com/terms' }),
  ],
  [
    'evidence checked before it was published',
    'settings[0].rules[1].evidence[0].checked',
    /checked on 2024-09-19, before it was published on 2024-09-20/,
    ({ rule }) =>
      Object.assign(present(rule(at.ukFirstDays).evidence?.[0]), { checked: '2024-09-19' }),
  ],
  // Jurisdictions.
  [
    'a rule for an unknown code',
    'settings[0].rules[1].jurisdictions[1]',
    /^UK is no ISO code/,
    ({ rule }) => rule(at.ukFirstDays).jurisdictions?.push('UK'),
  ],
  [
    'a rule for an unknown group',
    'settings[0].rules[7].jurisdictions[1]',
    /^BRICS is no ISO code, group/,
    ({ rule }) => rule(at.china).jurisdictions?.push('BRICS'),
  ],
  [
    'a rule for a name every object has',
    'settings[0].rules[7].jurisdictions[1]',
    /^constructor is no ISO code/,
    ({ rule }) => rule(at.china).jurisdictions?.push('constructor'),
  ],
  [
    'everywhere else named beside a place',
    'settings[0].rules[11].jurisdictions',
    /stands alone/,
    ({ rule }) => rule(at.elsewhere).jurisdictions?.push('US'),
  ],
  [
    'an unsourced place that is no code',
    'settings[0].unsourced[26]',
    /^XK is no ISO code/,
    ({ setting }) => setting.unsourced?.push('XK'),
  ],
  [
    'an unsourced group, which no reader would find',
    'settings[0].unsourced[26]',
    /^EU is no ISO code/,
    ({ setting }) => setting.unsourced?.push('EU'),
  ],
  [
    'an unsourced place that a rule names',
    'settings[0].unsourced[26]',
    /^NO is listed as unsourced, but settings\[0\]\.rules\[0\] names it/,
    ({ setting }) => setting.unsourced?.push('NO'),
  ],
  // Periods.
  [
    'a period of no day',
    'settings[0].rules[1].until',
    /2024-09-18 is not after 2024-09-18/,
    ({ rule }) => Object.assign(rule(at.ukFirstDays), { until: '2024-09-18' }),
  ],
  [
    'a reversed period',
    'settings[0].rules[6].until',
    /2024-12-09 is not after 2024-12-10/,
    ({ rule }) => Object.assign(rule(at.canadaBefore), { until: '2024-12-09' }),
  ],
  [
    'doubt about a rule before it began',
    'settings[0].rules[7].unconfirmedSince',
    /does not hold on 2024-11-19/,
    ({ rule }) => Object.assign(rule(at.china), { unconfirmedSince: '2024-11-19' }),
  ],
  [
    'doubt about a rule after it ended',
    'settings[0].rules[6].unconfirmedSince',
    /does not hold on 2025-11-03/,
    ({ rule }) => Object.assign(rule(at.canadaBefore), { unconfirmedSince: '2025-11-03' }),
  ],
  // Overlaps.
  [
    'two rules that hold in one place on one day',
    'settings[0].rules[2]',
    /rules\[1\] and rules\[2\] both hold on 2024-09-20 in GB$/,
    ({ rule }) => Object.assign(rule(at.ukFirstDays), { until: '2024-09-21' }),
  ],
  [
    'a member ruled beside its group',
    'settings[0].rules[8]',
    /rules\[7\] and rules\[8\] both hold on 2025-11-03 in DE$/,
    ({ rule }) => Object.assign(rule(at.china), { jurisdictions: ['DE'], from: '2025-11-03' }),
  ],
  [
    'a rule that was never ended',
    'settings[0].rules[8]',
    /rules\[0\] and rules\[8\] both hold on 2025-11-03 in AT, .*, IS, .*, SK$/,
    ({ rule }) => delete rule(at.europeBefore).until,
  ],
  [
    'two rules for everywhere else',
    'settings[0].rules[12]',
    /rules\[11\] and rules\[12\] both hold on 2024-09-18 in AE, .*, US, /,
    ({ setting, rule }) => setting.rules?.push(rule(at.elsewhere)),
  ],
  // Ids and addresses.
  [
    'two settings with one id',
    'settings[1].id',
    /^ai-training is the id of another setting/,
    ({ service }) => Object.assign(present(service.settings?.[1]), { id: 'ai-training' }),
  ],
  [
    'two settings with one hook',
    'settings[2].probe.hook.value',
    /^shareDataWithTrustedPartners is the hook of partners/,
    ({ service }) =>
      Object.assign(present(service.settings?.[2]?.probe?.hook), {
        value: 'shareDataWithTrustedPartners',
      }),
  ],
  [
    'two settings with one hook, of which one is an element id',
    'settings[12].probe.hook.value',
    /^tipsForUsingLinkedinViaEmail is the hook of promotions-email/,
    ({ service }) =>
      Object.assign(present(service.settings?.[12]?.probe?.hook), {
        value: 'tipsForUsingLinkedinViaEmail',
      }),
  ],
  [
    'two settings with one name, in whatever language',
    'settings[2].probe.names.de[0]',
    /^“Data for Generative AI Improvement” is a name of ai-training/,
    ({ service }) =>
      Object.assign(present(service.settings?.[2]?.probe?.names), {
        de: ['Data for Generative AI Improvement'],
      }),
  ],
  [
    'a hook that is no plain word',
    'settings[0].probe.hook.value',
    /must match pattern/,
    ({ setting }) => Object.assign(present(setting.probe?.hook), { value: 'a"] , *[b="' }),
  ],
  [
    'a hook of another attribute',
    'settings[0].probe.hook.attribute',
    /"aria-labelledby"\|"id"/,
    ({ setting }) => Object.assign(present(setting.probe?.hook), { attribute: 'class' }),
  ],
  [
    'a request to another host',
    'settings[0].probe.request',
    /is no plain path/,
    ({ setting }) => Object.assign(present(setting.probe), { request: '//example.com/state' }),
  ],
  [
    'a request that climbs',
    'settings[0].probe.request',
    /is no plain path/,
    ({ setting }) => Object.assign(present(setting.probe), { request: '/mysettings-api/../feed' }),
  ],
  [
    'a request with a query',
    'settings[0].probe.request',
    /must match pattern/,
    ({ setting }) => Object.assign(present(setting.probe), { request: '/state?of=all' }),
  ],
  [
    'a row that is its own neighbour',
    'settings[1].listing.neighbours[3]',
    /^share-data-with-trusted-partners is the setting itself/,
    ({ service }) =>
      service.settings?.[1]?.listing?.neighbours?.push(['share-data-with-trusted-partners']),
  ],
  // What a switch says of itself.
  [
    'a word for both positions',
    'stateWords.de.off[1]',
    /^“Ein” says on as well/,
    ({ service }) => service.stateWords?.['de']?.off?.push('Ein'),
  ],
  [
    'a word for both positions, in two languages and two cases',
    'stateWords.it.off[1]',
    /^“on ” says on as well/,
    ({ service }) => service.stateWords?.['it']?.off?.push('on '),
  ],
  [
    'a controller of a place that is none',
    'controllers[1].jurisdictions[0]',
    /^UK is no place$/,
    ({ service }) => Object.assign(present(service.controllers?.[1]), { jurisdictions: ['UK'] }),
  ],
  [
    'a controller without evidence',
    'controllers[0].evidence',
    />=1 items/,
    ({ service }) => Object.assign(present(service.controllers?.[0]), { evidence: [] }),
  ],
  [
    'evidence of a controller from a copy',
    'controllers[2].evidence[0].address',
    /^github\.com copies/,
    ({ service }) =>
      Object.assign(present(service.controllers?.[2]?.evidence?.[0]), {
        address: 'https://github.com/OpenTermsArchive/vlopses-ie-versions',
      }),
  ],
  // Further ways out, cases, and pages that are only opened.
  [
    'an alternative of another service',
    'settings[0].alternatives[0].open',
    /is outside https:\/\/www\.linkedin\.com$/,
    ({ setting }) =>
      Object.assign(present(setting.alternatives?.[0]), { open: 'https://linkedin.com/help' }),
  ],
  [
    'an alternative without evidence',
    'settings[0].alternatives[0].evidence',
    />=1 items/,
    ({ setting }) => Object.assign(present(setting.alternatives?.[0]), { evidence: [] }),
  ],
  [
    'evidence of an alternative from a copy',
    'settings[0].alternatives[0].evidence[0].address',
    /^themearound\.com copies/,
    ({ setting }) =>
      Object.assign(present(setting.alternatives?.[0]?.evidence?.[0]), {
        address: 'https://themearound.com/?p=10715',
      }),
  ],
  [
    'two alternatives with one id',
    'settings[0].alternatives[1].id',
    /^objection-form is the id of another alternative/,
    ({ setting }) => setting.alternatives?.push(present(setting.alternatives[0])),
  ],
  [
    'evidence of a case from a copy',
    'settings[0].cases[0].evidence[1].address',
    /^en\.wikipedia\.org copies/,
    ({ setting }) =>
      Object.assign(present(setting.cases?.[0]?.evidence?.[1]), {
        address: 'https://en.wikipedia.org/wiki/LinkedIn',
      }),
  ],
  [
    'two cases with one id',
    'settings[0].cases[1].id',
    /^de-la-torre is the id of another case/,
    ({ setting }) => setting.cases?.push(present(setting.cases[0])),
  ],
  [
    'two pages with one id',
    'pages[16].id',
    /^permitted-services is the id of another page/,
    ({ service }) =>
      service.pages?.push(present(service.pages.find(({ id }) => id === 'permitted-services'))),
  ],
  [
    'an opened page of another service',
    'pages[3].open',
    /is outside/,
    ({ service }) =>
      Object.assign(present(service.pages?.[3]), { open: 'https://www.linkedin.com.example/' }),
  ],
  [
    'evidence of a page from a repository',
    'pages[3].evidence[0].address',
    /^github\.com copies/,
    ({ service }) =>
      Object.assign(present(service.pages?.[3]?.evidence?.[0]), {
        address: 'https://github.com/seknox/fireser',
      }),
  ],
  [
    'a page that claims a state',
    'pages[0].probe',
    /no such field/,
    ({ service }) => Object.assign(present(service.pages?.[0]), { probe: {} }),
  ],
  [
    'a page that is opened and then not recognised',
    'settings[0].open',
    /\/data-for-generative-ai is not among its paths/,
    ({ setting }) =>
      Object.assign(setting, {
        open: 'https://www.linkedin.com/mypreferences/d/settings/data-for-generative-ai',
      }),
  ],
  [
    'a list that is opened and then not recognised',
    'settings[0].listing.open',
    /\/categories\/account is not among its paths/,
    ({ setting }) =>
      Object.assign(present(setting.listing), {
        open: 'https://www.linkedin.com/mypreferences/d/categories/account',
      }),
  ],
  [
    'a page of another service',
    'settings[0].open',
    /is outside https:\/\/www\.linkedin\.com$/,
    ({ setting }) =>
      Object.assign(setting, {
        open: 'https://www.linkedin.com.example/mypreferences/d/settings/data-for-ai-improvement',
      }),
  ],
  [
    'a list of another service',
    'settings[0].listing.open',
    /is outside/,
    ({ setting }) =>
      Object.assign(present(setting.listing), { open: 'https://example.com/categories/privacy' }),
  ],
  [
    'settings read on pages of another service',
    'settingsPages[1]',
    /is outside/,
    ({ service }) => service.settingsPages?.push('https://*.linkedin.com/*'),
  ],
  [
    'settings read on a host that only begins like the service’s',
    'settingsPages[1]',
    /is outside/,
    ({ service }) => service.settingsPages?.push('https://www.linkedin.com.example/*'),
  ],
  [
    'a banner on pages of another service',
    'warnOn[0]',
    /is outside/,
    ({ service }) => Object.assign(service, { warnOn: ['<all_urls>'] }),
  ],
  // Batches.
  [
    'a pause too short for a person',
    'batches.pauseMs.min',
    /^999 is shorter than 1000 ms$/,
    ({ service }) => Object.assign(present(service.batches), { pauseMs: { min: 999, max: 7000 } }),
  ],
  [
    'a longest pause that is shorter than the shortest',
    'batches.pauseMs.max',
    /^2999 is less than the least, 3000$/,
    ({ service }) => Object.assign(present(service.batches), { pauseMs: { min: 3000, max: 2999 } }),
  ],
  [
    'a batch that stops at what is no reason',
    'batches.stopAt[0]',
    /expected one of "signed-out"/,
    ({ service }) => Object.assign(present(service.batches), { stopAt: ['tired'] }),
  ],
];

describe('a recipe with one mistake has exactly one problem, at its field', () => {
  test.each(broken)('%s: %s', (name, field, message, edit) => {
    const raw = name === 'no recipe at all' ? 'linkedin' : edited(edit);
    const problems = checkService(raw, known);
    expect(problems).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  test('an unbroken copy has none, so each of these is the edit’s doing', () => {
    expect(
      checkService(
        edited(() => undefined),
        known,
      ),
    ).toEqual([]);
    expect(broken).toHaveLength(45 + 27);
  });
});

test('an origin with a path is more than an origin', () => {
  const raw = edited(({ service }) =>
    Object.assign(service, { origins: ['https://www.linkedin.com/'] }),
  );
  expect(checkService(raw, known).map(({ field }) => field)).toContain('origins[0]');
});

test('the shortest pause may be the only one', () => {
  const raw = edited(({ service }) =>
    Object.assign(present(service.batches), { pauseMs: { min: 1000, max: 1000 } }),
  );
  expect(checkService(raw, known)).toEqual([]);
});

test('rules that follow one another day by day do not overlap', () => {
  const raw = edited(({ rule }) => Object.assign(rule(at.ukFirstDays), { until: '2024-09-19' }));
  expect(checkService(raw, known)).toEqual([]);
});

describe('services side by side', () => {
  const real = { file: 'services/linkedin/recipe.ts', raw: linkedin };

  test('a service of the same id is a problem of the later file', () => {
    const raw = JSON.parse(
      JSON.stringify(linkedin).replaceAll('https://www.linkedin.com', 'https://example.com'),
    );
    expect(checkCatalogue([real, { file: 'services/copy.ts', raw }], known)).toEqual([
      {
        file: 'services/copy.ts',
        field: 'id',
        message: 'linkedin is the id of services/linkedin/recipe.ts',
      },
    ]);
  });

  test('a site of another service is a problem of the later file, whatever stands on it', () => {
    const raw = edited(({ service, setting }) => {
      service.id = 'other';
      service.origins?.unshift('https://other.example');
      service.settings = [setting];
      Object.assign(setting, { paths: ['/mine'], open: 'https://www.linkedin.com/mine' });
    });
    expect(checkCatalogue([real, { file: 'services/other.ts', raw }], known)).toEqual([
      {
        file: 'services/other.ts',
        field: 'origins[1]',
        message: 'https://www.linkedin.com belongs to linkedin',
      },
    ]);
  });

  function twice(over: { readonly hook: string }): unknown {
    return edited(({ service, setting }) => {
      const second = JSON.parse(JSON.stringify(setting));
      second.id = 'second';
      second.probe.names = { en: [] };
      second.probe.hook.value = over.hook;
      service.settings?.push(second);
    });
  }

  test('two settings of one service may share a page when their hooks differ', () => {
    const raw = twice({ hook: 'another' });
    expect(checkCatalogue([{ file: 'services/linkedin/recipe.ts', raw }], known)).toEqual([]);
  });

  test('with one hook they may not', () => {
    const raw = twice({ hook: 'allowDataForGenerativeAI' });
    expect(checkCatalogue([{ file: 'services/linkedin/recipe.ts', raw }], known)).toEqual([
      {
        file: 'services/linkedin/recipe.ts',
        field: 'settings[13].probe.hook.value',
        message: 'allowDataForGenerativeAI is the hook of ai-training',
      },
    ]);
  });

  test('the same path on two origins is two pages', () => {
    const elsewhere = JSON.parse(
      JSON.stringify(linkedin).replaceAll('https://www.linkedin.com', 'https://example.com'),
    );
    const raw = { ...elsewhere, id: 'other' };
    expect(checkCatalogue([real, { file: 'services/other.ts', raw }], known)).toEqual([]);
  });

  test('a file without the shape of a recipe is reported, and hides nobody else’s problems', () => {
    const raw = edited(({ rule }) => Object.assign(rule(at.ukFirstDays), { until: '2024-09-18' }));
    const problems = checkCatalogue(
      [
        { file: 'services/empty.ts', raw: undefined },
        { file: 'services/linkedin/recipe.ts', raw },
      ],
      known,
    );
    expect(problems.map(({ file, field }) => [file, field])).toEqual([
      ['services/empty.ts', ''],
      ['services/linkedin/recipe.ts', 'settings[0].rules[1].until'],
    ]);
  });
});

test('problems are told one paragraph each, with file and field', () => {
  const text = formatProblems([
    { file: 'services/a.ts', field: 'id', message: 'first' },
    { file: 'services/b.ts', field: 'settings[0].open', message: 'second' },
    { file: 'services/c.ts', field: '', message: 'third' },
  ]);
  expect(text).toBe(
    'services/a.ts\n✖ first\n  → at id\n\n' +
      'services/b.ts\n✖ second\n  → at settings[0].open\n\n' +
      'services/c.ts\n✖ third\n  → at the recipe itself',
  );
});

test.each([
  ['https://github.com/a/b', true],
  ['https://raw.githubusercontent.com/a/b', true],
  ['https://GitHub.com./a', true],
  ['https://archive.ph:443/x', true],
  ['https://www.linkedin.com@archive.org/x', true],
  ['https://notgithub.com/', false],
  ['https://github.com.example/', false],
  ['https://www.linkedin.com/legal?from=https://github.com', false],
  ['https://ico.org.uk/#github.com', false],
])('is %s second-hand? %s', (address, expected) => {
  expect(isSecondHand(address)).toBe(expected);
});

test('the hosts of copies are in order, each once', () => {
  expect([...new Set(secondHandHosts)].toSorted()).toEqual([...secondHandHosts]);
});
