/** The settings that the simulator plays: addresses and switch ids are the service's own. */

export const switchIds = [
  'allowDataForGenerativeAI',
  'allowAnonymizedDataResearch',
  'shareDataWithTrustedPartners',
  'allowUseOfThirdPartyData',
  'allowLinkedInAudienceNetwork',
  'allowConversionTrackings',
  'allowAdsByAge',
  'allowAdsByGender',
  'allowIpToPersonalizeAds',
  'adsPrivacyAllowInterestsAndBehaviors',
  'allowProfileAndActivityDataForMarketingAds',
  'tipsForUsingLinkedinViaEmail',
  'nonEssentialCookieConsent',
  // Of no recipe: what a service may add any day.
  'allowSettingOfTomorrow',
] as const;

export type SwitchId = (typeof switchIds)[number];

export interface PlayedSwitch {
  readonly id: SwitchId;
  readonly label: string;
  /** Where the switch carries its id, if not in `aria-labelledby`. */
  readonly hook?: 'id';
}

export interface PlayedSetting {
  /** What follows `/mypreferences/{d,m,s}/`. */
  readonly path: string;
  readonly category: Category;
  readonly title: string;
  readonly text: string;
  readonly switches: readonly PlayedSwitch[];
}

export const categories = ['account', 'privacy', 'ads'] as const;
export type Category = (typeof categories)[number];

export const AI_PATH = 'settings/data-for-ai-improvement';

export const settings: readonly PlayedSetting[] = [
  {
    path: 'settings/policy-and-academic-research',
    category: 'privacy',
    title: 'Social, economic, and workplace research',
    text: 'A demo paragraph about research.',
    switches: [{ id: 'allowAnonymizedDataResearch', label: 'Use my data for research' }],
  },
  {
    path: 'settings/share-data-with-select-partners',
    category: 'privacy',
    title: 'Share data with affiliates and partners',
    text: 'A demo paragraph about partners.',
    switches: [{ id: 'shareDataWithTrustedPartners', label: 'Share my data with partners' }],
  },
  {
    path: 'data-sharing-for-permitted-services',
    category: 'privacy',
    title: 'Permitted services',
    text: 'A demo paragraph: no service is connected.',
    switches: [],
  },
  {
    path: 'job-application-accounts',
    category: 'privacy',
    title: 'Job application settings',
    text: 'A demo paragraph: no account is connected.',
    switches: [],
  },
  {
    path: AI_PATH,
    category: 'privacy',
    title: 'Data for Generative AI Improvement',
    text: 'A demo paragraph about generative AI. It is not the text of any real page.',
    switches: [
      {
        id: 'allowDataForGenerativeAI',
        label: 'Use my data for training content creation AI models',
      },
    ],
  },
  {
    path: 'settings/ads-interactions-with-business',
    category: 'ads',
    title: 'Data from others for ads',
    text: 'A demo paragraph about ads.',
    switches: [{ id: 'allowUseOfThirdPartyData', label: 'Use data from others' }],
  },
  {
    path: 'settings/ads-beyond-linkedin',
    category: 'ads',
    title: 'Ads elsewhere',
    text: 'A demo paragraph about ads.',
    switches: [{ id: 'allowLinkedInAudienceNetwork', label: 'Show me ads elsewhere' }],
  },
  {
    path: 'settings/ads-related-actions',
    category: 'ads',
    title: 'Measure ad success',
    text: 'A demo paragraph about ads.',
    switches: [{ id: 'allowConversionTrackings', label: 'Measure ad success' }],
  },
  {
    path: 'settings/ads-by-age',
    category: 'ads',
    title: 'Inferred age',
    text: 'A demo paragraph about ads.',
    switches: [{ id: 'allowAdsByAge', label: 'Use my inferred age' }],
  },
  {
    path: 'settings/ads-by-gender',
    category: 'ads',
    title: 'Inferred gender',
    text: 'A demo paragraph about ads.',
    switches: [{ id: 'allowAdsByGender', label: 'Use my inferred gender' }],
  },
  {
    path: 'settings/ads-inferred-location',
    category: 'ads',
    title: 'Inferred city location',
    text: 'A demo paragraph about ads.',
    switches: [{ id: 'allowIpToPersonalizeAds', label: 'Use my inferred city' }],
  },
  {
    path: 'interest-categories',
    category: 'ads',
    title: 'Inferred interests and traits',
    text: 'A demo paragraph about ads.',
    switches: [{ id: 'adsPrivacyAllowInterestsAndBehaviors', label: 'Use my inferred interests' }],
  },
  {
    path: 'settings/linkedin-promotions',
    category: 'account',
    title: 'Promotions',
    text: 'A demo paragraph about promotions.',
    switches: [
      { id: 'allowProfileAndActivityDataForMarketingAds', label: 'Use my profile for promotions' },
      { id: 'tipsForUsingLinkedinViaEmail', label: 'Send me tips by e-mail' },
    ],
  },
  {
    path: 'member-cookies',
    category: 'account',
    title: 'Cookies',
    text: 'A demo paragraph about cookies.',
    switches: [{ id: 'nonEssentialCookieConsent', label: 'Allow more cookies', hook: 'id' }],
  },
  {
    path: 'settings/setting-of-tomorrow',
    category: 'account',
    title: 'A setting of tomorrow',
    text: 'A demo paragraph about a setting that no recipe knows.',
    switches: [{ id: 'allowSettingOfTomorrow', label: 'Allow what comes tomorrow' }],
  },
];

export function settingAt(path: string): PlayedSetting | undefined {
  return settings.find((setting) => setting.path === path);
}

export function isSwitchId(word: string): word is SwitchId {
  return (switchIds as readonly string[]).includes(word);
}
