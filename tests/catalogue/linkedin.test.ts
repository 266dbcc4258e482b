import { describe, expect, test } from 'vitest';
import linkedin from '../../src/catalogue/services/linkedin/recipe.ts';
import words from '../../src/catalogue/services/linkedin/words/en.json' with { type: 'json' };
import { servicePageAt } from '../../src/core/recipe/address.ts';
import { checkWords } from '../../src/core/recipe/check-words.ts';
import type { Service } from '../../src/core/recipe/recipe.ts';

const service: Service = linkedin;
const { settings, pages } = service;
const ORIGIN = 'https://www.linkedin.com';

// Written out again, from facts/linkedin.md B3: where each switch stands, and by what it is known.
const hooks: readonly [string, string, 'aria-labelledby' | 'id', string][] = [
  [
    'ai-training',
    'settings/data-for-ai-improvement',
    'aria-labelledby',
    'allowDataForGenerativeAI',
  ],
  [
    'research',
    'settings/policy-and-academic-research',
    'aria-labelledby',
    'allowAnonymizedDataResearch',
  ],
  [
    'partners',
    'settings/share-data-with-select-partners',
    'aria-labelledby',
    'shareDataWithTrustedPartners',
  ],
  [
    'ads-data-from-others',
    'settings/ads-interactions-with-business',
    'aria-labelledby',
    'allowUseOfThirdPartyData',
  ],
  [
    'ads-off-linkedin',
    'settings/ads-beyond-linkedin',
    'aria-labelledby',
    'allowLinkedInAudienceNetwork',
  ],
  [
    'ads-measurement',
    'settings/ads-related-actions',
    'aria-labelledby',
    'allowConversionTrackings',
  ],
  ['inferred-age', 'settings/ads-by-age', 'aria-labelledby', 'allowAdsByAge'],
  ['inferred-gender', 'settings/ads-by-gender', 'aria-labelledby', 'allowAdsByGender'],
  [
    'inferred-location',
    'settings/ads-inferred-location',
    'aria-labelledby',
    'allowIpToPersonalizeAds',
  ],
  [
    'inferred-interests',
    'interest-categories',
    'aria-labelledby',
    'adsPrivacyAllowInterestsAndBehaviors',
  ],
  [
    'promotions-ads',
    'settings/linkedin-promotions',
    'aria-labelledby',
    'allowProfileAndActivityDataForMarketingAds',
  ],
  [
    'promotions-email',
    'settings/linkedin-promotions',
    'aria-labelledby',
    'tipsForUsingLinkedinViaEmail',
  ],
  ['cookies', 'member-cookies', 'id', 'nonEssentialCookieConsent'],
];

describe('the settings', () => {
  test('are those of the facts, each with its page and its hook', () => {
    const found = settings.map(({ id, open, probe }) => [
      id,
      open.replace('https://www.linkedin.com/mypreferences/d/', ''),
      probe.hook.attribute,
      probe.hook.value,
    ]);
    expect(found.toSorted()).toEqual(hooks.toSorted());
    expect(settings).toHaveLength(13);
  });

  test.each(hooks)('%s asks at the request of its own hook', (id, _page, _attribute, hook) => {
    const request = settings.find((one) => one.id === id)?.probe.request;
    expect(request).toBe(`/mysettings-api/settingsApiSettings/${hook}`);
  });

  const shared = new Map([
    ['promotions-ads', ['promotions-ads', 'promotions-email']],
    ['promotions-email', ['promotions-ads', 'promotions-email']],
  ]);

  test.each(settings.flatMap(({ id, paths }) => paths.map((path) => [path, id] as const)))(
    '%s is the page of %s, and of nothing else but what shares it',
    (path, id) => {
      const page = servicePageAt([service], ORIGIN, path);
      const ids = page.kind === 'setting' ? page.entries.map(({ setting }) => setting.id) : [];
      expect(ids).toEqual(shared.get(id) ?? [id]);
    },
  );

  test('each page is recognised in its three forms, of which /d/ is opened', () => {
    for (const { paths, open } of settings) {
      const forms = paths.map((path) => /^\/mypreferences\/([dms])\/(.+)$/.exec(path));
      const names = new Set(forms.map((form) => form?.[2]));
      const expected = [...names].flatMap((name) =>
        ['d', 'm', 's'].map((form) => `/mypreferences/${form}/${name}`),
      );
      expect(paths).toEqual(expected);
      expect(open).toBe(ORIGIN + paths[0]);
    }
    expect(settings.flatMap(({ paths }) => paths)).toHaveLength(14 * 3);
  });

  test('a row is missing from the privacy list only where all stand that every member has', () => {
    const rows = settings.flatMap(({ id, listing }) => (listing ? [[id, listing.neighbours]] : []));
    const research = ['policy-and-academic-research'];
    const partners = ['share-data-with-select-partners', 'share-data-with-trusted-partners'];
    const ofEveryMember = [['data-sharing-for-permitted-services'], ['job-application-accounts']];
    expect(rows).toEqual([
      ['ai-training', [research, partners, ...ofEveryMember]],
      ['partners', [research, ...ofEveryMember]],
      ['research', [partners, ...ofEveryMember]],
    ]);
  });

  test('only AI training has a second way out, a form, and a case', () => {
    expect(
      settings.filter(({ alternatives, cases }) => alternatives || cases).map(({ id }) => id),
    ).toEqual(['ai-training']);
    const [training] = settings;
    expect(training?.alternatives?.map(({ id, kind, open }) => [id, kind, open])).toEqual([
      ['objection-form', 'form', 'https://www.linkedin.com/help/linkedin/ask/TS-DPRO'],
    ]);
    expect(training?.cases?.map(({ id }) => id)).toEqual(['de-la-torre']);
  });

  test('nobody has confirmed any of them yet', () => {
    expect(settings.filter(({ lastConfirmed }) => lastConfirmed)).toEqual([]);
  });
});

describe('the pages that are only opened', () => {
  test('are on LinkedIn, and none carries anything by which to claim a state', () => {
    const fields = new Set(pages.flatMap((page) => Object.keys(page)));
    expect([...fields].toSorted()).toEqual([
      'evidence',
      'id',
      'leadsThere',
      'open',
      'purpose',
      'title',
    ]);
    expect(pages.filter(({ open }) => !open.startsWith(`${ORIGIN}/`))).toEqual([]);
    expect(pages).toHaveLength(16);
  });

  test('are no page of a setting that is read', () => {
    const kinds = pages.map(
      ({ open }) => servicePageAt([service], ORIGIN, new URL(open).pathname).kind,
    );
    expect(kinds).not.toContain('setting');
  });

  test('of lists and help pages it is said that they lead there', () => {
    const leading = pages.filter(({ open }) => /\/(categories|help)\//.test(open));
    expect(leading.map(({ leadsThere }) => leadsThere)).toEqual(leading.map(() => true));
    expect(pages.filter(({ leadsThere }) => leadsThere)).toEqual(leading);
    expect(leading.length).toBeGreaterThan(2);
  });
});

describe('the words beside the recipe', () => {
  const sentences = Object.entries(words).map(([key, { message }]) => ({ key, message }));

  test('are those that it needs', () => {
    expect(checkWords(service, Object.keys(words))).toEqual([]);
    expect(sentences).toHaveLength(1 + 13 * 2 + 1 + 1 + 1 + 2 + 16);
  });

  test('have nothing but the service’s name to be filled in', () => {
    const said = sentences.map(({ message }) => message);
    expect(said.filter((text) => /\$[^1]/.test(text))).toEqual([]);
    expect(said.filter((text) => text.includes('LinkedIn'))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });

  test('of each page say that nothing on it is read', () => {
    const ofPages = sentences.filter(({ key }) => key.startsWith('page_'));
    expect(ofPages.filter(({ message }) => !/\bwe cannot read\b/i.test(message))).toEqual([]);
    expect(ofPages).toHaveLength(pages.length);
  });

  test('on AI training say what is in, what is out, and what the switch does not reach', () => {
    const [inside = '', outside = ''] =
      words.covers_linkedin_ai_training.message.split('Out, $1 says:');
    expect(inside).toMatch(/^In: .*group messages.*resumes/);
    expect(outside).toMatch(/private messages with InMail/);
    expect(inside).not.toMatch(/InMail/);
    const limits = words.limits_linkedin_ai_training.message;
    expect(limits).toMatch(/already taken place is not undone/);
    expect(limits).toMatch(/Only models that make content/);
    expect(words.case_de_la_torre.message).toMatch(/without prejudice on 30 January 2025/);
    expect(words.case_de_la_torre.message).toMatch(/Subscription Agreement, in which \$1 promises/);
    expect(words.alternative_objection_form.message).toMatch(/^A second way out of AI training/);
  });
});
