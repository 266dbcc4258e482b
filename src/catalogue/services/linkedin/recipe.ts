import type { Probe, Service } from '../../../core/recipe/recipe.ts';
import { groups } from '../../jurisdiction-groups.ts';

const origin = 'https://www.linkedin.com';

/** The day on which every source below was last looked at. */
const checked = '2026-11-23';

// `published` is the day of the text that carries the claim, not of what an address shows since.
const helpOnSetting = {
  address: 'https://www.linkedin.com/help/linkedin/answer/a6278444',
  publisher: 'LinkedIn',
  checked,
  certainty: 'reported',
} as const;
const noticeOfNovember2025 = {
  address: 'https://www.linkedin.com/help/linkedin/answer/a8059228',
  publisher: 'LinkedIn',
  published: '2025-09-18',
  checked,
  certainty: 'confirmed',
} as const;
const europeanNotice = {
  address: 'https://www.linkedin.com/legal/privacy/eu',
  publisher: 'LinkedIn',
  published: '2025-11-03',
  checked,
  certainty: 'confirmed',
} as const;
const europeanNoticeOfAugust2026 = { ...europeanNotice, published: '2026-08-21' } as const;
const icoOnSuspension = {
  address:
    'https://cy.ico.org.uk/about-the-ico/media-centre/news-and-blogs/2024/09/our-statement-on-changes-to-linkedin-ai-data-policy',
  publisher: "Information Commissioner's Office (United Kingdom)",
  published: '2024-09-20',
  checked,
  certainty: 'confirmed',
} as const;
const pcpdOnPause = {
  address: 'https://pcpd.org.hk/english/news_events/media_statements/press_20241015.html',
  publisher: 'Privacy Commissioner for Personal Data (Hong Kong)',
  published: '2024-10-15',
  checked,
  certainty: 'confirmed',
} as const;
const opcOnPause = {
  address: 'https://priv.gc.ca/en/opc-news/news-and-announcements/2024/nr-c_241210b',
  publisher: 'Privacy Commissioner of Canada',
  published: '2024-12-10',
  checked,
  certainty: 'confirmed',
} as const;
const registerOnSevenPlaces = {
  address: 'https://www.theregister.com/2025/01/22/linkedin_sued_for_allegedly_training/',
  publisher: 'The Register',
  published: '2025-01-22',
  checked,
  certainty: 'reported',
} as const;
const registerOnNovember2025 = {
  address: 'https://www.theregister.com/2025/10/27/linkedin_ai_profile_scraping',
  publisher: 'The Register',
  published: '2025-10-27',
  checked,
  certainty: 'reported',
} as const;
// The text in force since 3 November 2025.
const privacyPolicy = {
  address: 'https://www.linkedin.com/legal/privacy-policy',
  publisher: 'LinkedIn',
  published: '2025-11-03',
  checked,
  certainty: 'confirmed',
} as const;
const userAgreement = {
  address: 'https://www.linkedin.com/legal/user-agreement',
  publisher: 'LinkedIn',
  published: '2025-11-03',
  checked,
  certainty: 'confirmed',
} as const;
const noticeForUnitedStates = {
  address: 'https://www.linkedin.com/legal/privacy/usa',
  publisher: 'LinkedIn',
  published: '2025-11-03',
  checked,
  certainty: 'confirmed',
} as const;
const noticeForCalifornia = {
  address: 'https://www.linkedin.com/legal/california-privacy-disclosure',
  publisher: 'LinkedIn',
  published: '2026-02-23',
  checked,
  certainty: 'confirmed',
} as const;
const cookiePolicy = {
  address: 'https://www.linkedin.com/legal/cookie-policy',
  publisher: 'LinkedIn',
  published: '2022-06-03',
  checked,
  certainty: 'confirmed',
} as const;
const helpOnDataSharing = {
  address: 'https://www.linkedin.com/help/linkedin/answer/a1397243',
  publisher: 'LinkedIn',
  checked,
  certainty: 'confirmed',
} as const;
const helpOnConsentForAds = {
  address: 'https://www.linkedin.com/help/linkedin/answer/a7152512',
  publisher: 'LinkedIn',
  checked,
  certainty: 'confirmed',
} as const;
const helpOnInferences = {
  address: 'https://www.linkedin.com/help/linkedin/answer/a1337820',
  publisher: 'LinkedIn',
  checked,
  certainty: 'reported',
} as const;
// Of what is visible to others, and of what others may take away.
const helpOnVisibility = {
  address: 'https://www.linkedin.com/help/linkedin/answer/a548106',
  publisher: 'LinkedIn',
  checked,
  certainty: 'reported',
} as const;

/** A page of the settings stands at three addresses: /d/ is opened, each is recognised. */
function pathsOf(page: string): string[] {
  return ['d', 'm', 's'].map((form) => `/mypreferences/${form}/${page}`);
}

function addressOf(page: string): string {
  return `${origin}/mypreferences/d/${page}`;
}

/** Path of a control's own request: the family is known from public scripts, each of its members inferred. */
function requestFor(hook: string): string {
  return `/mysettings-api/settingsApiSettings/${hook}`;
}

// The ids of all switches are known from public code at work in August 2026, not from a page of our own:
// hence no `lastConfirmed` anywhere.
function switchLabelledBy(value: string, names: Probe['names']) {
  return {
    kind: 'aria-switch',
    hook: { attribute: 'aria-labelledby', value },
    names,
    request: requestFor(value),
    // Inferred, here as below, from public scripts that tick what the data says: a switch is drawn as off until
    // its data has come, and never as on.
    warnsEarly: true,
  } as const;
}

/** Where LinkedIn's own name for a switch is not sourced: it is known by its id alone. */
const unnamed: Probe['names'] = { en: [] };

/** Rows that stand on the list "Data privacy" for every member, by the last segments of their addresses. */
const privacyRows = [
  ['policy-and-academic-research'],
  // LinkedIn's help has the one, its legal pages have the other.
  ['share-data-with-select-partners', 'share-data-with-trusted-partners'],
  ['data-sharing-for-permitted-services'],
  ['job-application-accounts'],
];

/** @param own the last segment of an address of the row that is looked for */
function onPrivacyList(own: string) {
  return {
    open: addressOf('categories/privacy'),
    paths: pathsOf('categories/privacy'),
    neighbours: privacyRows.filter((row) => !row.includes(own)),
  };
}

// No source says on which side of LinkedIn's lists these stand: they are near a listed place,
// or a part of one, and have a code of their own. `*` would be a guess.
// biome-ignore format: one reason a row
const besideListedPlaces = [
  // Beside mainland China and Hong Kong, which are listed by name.
  'MO', 'TW',
  // The Crown Dependencies and Gibraltar: not the United Kingdom, not the EU.
  'GG', 'GI', 'IM', 'JE',
  // Microstates within Europe, outside the EU and the EEA.
  'AD', 'MC', 'SM', 'VA',
  // Denmark's realm, outside the EU.
  'FO', 'GL',
  // Overseas France, partly inside and partly outside the EU.
  'BL', 'GF', 'GP', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT',
  // Åland is in the EU and Svalbard outside the EEA, each as a part of a member.
  'AX', 'SJ',
];

const linkedinCorporation = ['LinkedIn Corporation', '1000 W Maude Avenue', 'Sunnyvale, CA', 'USA'];

// By this day LinkedIn was to ask before it uses what it infers, observes or gets from others for ads.
// That is its legal basis; how each switch stands before a person is asked is nowhere said.
const consentInEurope = {
  jurisdictions: ['EU', 'EEA', 'CH'],
  from: '2025-01-22',
  default: 'consent',
  choice: 'opt-in',
  evidence: [helpOnConsentForAds, europeanNotice],
} satisfies Service['settings'][number]['rules'][number];

export default {
  id: 'linkedin',
  name: 'LinkedIn',
  origins: [origin],
  siteAccess: 'required',
  settingsPages: ['https://www.linkedin.com/mypreferences/*'],
  warnOn: ['https://www.linkedin.com/*'],
  interstitials: {
    // Whole families: what stands below them is not all known, and none of it is for who is signed in.
    'signed-out': [
      `${origin}/login`,
      `${origin}/logout`,
      `${origin}/m/login`,
      `${origin}/m/logout`,
      `${origin}/uas`,
      `${origin}/signup`,
      `${origin}/checkpoint`,
      `${origin}/authwall`,
    ],
    challenge: [`${origin}/checkpoint/challenge`, `${origin}/checkpoint/challengesV2`],
  },
  guestPages: [`${origin}/`, `${origin}/home`],
  terms: [
    // Section 8.2.
    userAgreement,
    {
      address: 'https://www.linkedin.com/help/linkedin/answer/a1341387',
      publisher: 'LinkedIn',
      checked,
      certainty: 'reported',
    },
  ],
  // What the pages that copy the names below show beside them; other languages are not sourced.
  stateWords: {
    en: { on: ['On'], off: ['Off'] },
    // https://www.sonntagsblatt.de/artikel/medien/linkedin-nutzt-eure-daten-fuers-ki-training-so-bleibt-eure-privatsphaere-geschuetzt
    de: { on: ['Ein'], off: ['Aus'] },
    // https://tg24.sky.it/tecnologia/2025/10/30/linkedin-dati-ai
    it: { on: ['Sì'], off: ['No'] },
    // https://bukib.com/nao-quer-que-o-linkedin-use-seus-dados-para-treinar-ia-veja-como-desativar
    'pt-BR': { on: ['Ativado'], off: [] },
  },
  batches: { pauseMs: { min: 1500, max: 3000 }, stopAt: ['signed-out', 'challenge'] },
  // The European notice names both companies with their addresses; the policy, who answers where, and in
  // section 5.3, for everybody, that one may object to legitimate interests and withdraw consent.
  controllers: [
    {
      jurisdictions: ['EU', 'EEA', 'CH'],
      lines: ['LinkedIn Ireland Unlimited Company', 'Wilton Place', 'Dublin 2', 'Ireland'],
      says: ['legitimate-interests'],
      evidence: [europeanNoticeOfAugust2026],
    },
    {
      jurisdictions: ['GB'],
      lines: linkedinCorporation,
      says: ['legitimate-interests'],
      evidence: [europeanNoticeOfAugust2026],
    },
    {
      jurisdictions: ['*'],
      lines: linkedinCorporation,
      says: ['may-object'],
      evidence: [privacyPolicy, europeanNoticeOfAugust2026],
    },
  ],
  settings: [
    {
      id: 'ai-training',
      title: 'Data for Generative AI Improvement',
      purpose: 'ai-training',
      protectedWhen: 'off',
      open: addressOf('settings/data-for-ai-improvement'),
      // Only /d/ was seen for this setting; /m/ and /s/ exist for its neighbours.
      paths: pathsOf('settings/data-for-ai-improvement'),
      probe: {
        kind: 'aria-switch',
        hook: { attribute: 'aria-labelledby', value: 'allowDataForGenerativeAI' },
        request: requestFor('allowDataForGenerativeAI'),
        warnsEarly: true,
        // Only names that a page in the language itself copies from the screen. Left out, because only
        // translated or "or similar": Spanish, Chinese, Japanese, Korean.
        names: {
          // https://www.linkedin.com/help/linkedin/answer/a6278444
          // https://www.thestandard.com.hk/news/article/66700/LinkedIn-users-alert-your-data-helps-train-AI-models
          en: [
            'Data for Generative AI Improvement',
            'Use my data for training content creation AI models',
          ],
          // https://www.sonntagsblatt.de/artikel/medien/linkedin-nutzt-eure-daten-fuers-ki-training-so-bleibt-eure-privatsphaere-geschuetzt
          de: [
            'Daten zur Verbesserung generativer KI',
            'Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen',
          ],
          // https://vert.eco/articles/linkedin-va-utiliser-vos-donnees-pour-entrainer-son-ia-voici-comment-len-empecher-avant-le-3-novembre
          fr: [
            'Données pour l’amélioration de l’IA générative',
            'Utiliser mes données pour entraîner des modèles d’IA de création de contenu',
          ],
          // https://tg24.sky.it/tecnologia/2025/10/30/linkedin-dati-ai
          it: ['Dati per migliorare l’IA generativa'],
          // https://www.iphoned.nl/nieuws/zet-gegevens-delen-voor-ai-op-linkedin-uit/
          nl: [
            'Gegevens voor verbetering van generatieve AI',
            'Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt',
          ],
          // https://bukib.com/nao-quer-que-o-linkedin-use-seus-dados-para-treinar-ia-veja-como-desativar
          'pt-BR': [
            'Dados para aprimoramento da IA generativa',
            'Usar meus dados para treinar modelos de IA para criar conteúdos',
          ],
          // https://www.wirtualnemedia.pl/zmiany-na-linkedin-eksperci-apeluja-odznacz-to-w-ustawieniach,7201613501598304a
          pl: [
            'Dane na potrzeby ulepszania generatywnej sztucznej inteligencji',
            'Użyj moich danych do trenowania modeli AI służących do tworzenia treści',
          ],
          // https://smartmania.cz/linkedin-trenuje-ai-na-vasich-datech-souhlas-zrusite-jedinym-kliknutim/
          cs: [
            'Data pro zdokonalování generativní umělé inteligence',
            'Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu',
          ],
          // https://dawn.fi/uutiset/2025/11/01/opas-linkedin-tekoalymallien-koulutus-tiedot-kieltaytyminen
          fi: ['Tiedot generatiivisen tekoälyn parantamiseen'],
        },
      },
      listing: onPrivacyList('data-for-ai-improvement'),
      optOut: [{ act: 'press' }],
      alternatives: [
        {
          id: 'objection-form',
          kind: 'form',
          open: 'https://www.linkedin.com/help/linkedin/ask/TS-DPRO',
          evidence: [helpOnSetting, europeanNoticeOfAugust2026],
        },
      ],
      cases: [
        // N.D. Cal. 5:25-cv-00709.
        {
          id: 'de-la-torre',
          evidence: [
            registerOnSevenPlaces,
            {
              address:
                'https://techmonitor.ai/ai-and-automation/linkedin-legal-challenge-use-premium-users-data-ai-training',
              publisher: 'Tech Monitor',
              checked,
              certainty: 'reported',
            },
            {
              address:
                'https://classaction.org/news/linkedin-exposed-premium-members-inmail-messages-to-train-ai-models-class-action-lawsuit-claims',
              publisher: 'ClassAction.org',
              checked,
              certainty: 'reported',
            },
          ],
        },
      ],
      rules: [
        {
          jurisdictions: ['EU', 'EEA', 'CH'],
          from: '2024-09-18',
          until: '2025-11-03',
          default: 'exempt',
          choice: 'none',
          evidence: [noticeOfNovember2025, registerOnSevenPlaces],
        },
        {
          jurisdictions: ['GB'],
          from: '2024-09-18',
          until: '2024-09-20',
          default: 'on',
          choice: 'opt-out',
          evidence: [icoOnSuspension, helpOnSetting],
        },
        {
          jurisdictions: ['GB'],
          from: '2024-09-20',
          until: '2025-11-03',
          default: 'exempt',
          choice: 'none',
          evidence: [icoOnSuspension, registerOnSevenPlaces, registerOnNovember2025],
        },
        {
          jurisdictions: ['HK'],
          from: '2024-09-18',
          until: '2024-10-11',
          default: 'on',
          choice: 'opt-out',
          evidence: [pcpdOnPause],
        },
        {
          jurisdictions: ['HK'],
          from: '2024-10-11',
          until: '2025-11-03',
          default: 'exempt',
          choice: 'none',
          evidence: [pcpdOnPause, noticeOfNovember2025, registerOnSevenPlaces],
        },
        // The pause was announced on 10 December 2024; it may have begun in November.
        {
          jurisdictions: ['CA'],
          from: '2024-09-18',
          until: '2024-12-10',
          default: 'on',
          choice: 'opt-out',
          evidence: [opcOnPause, helpOnSetting],
        },
        {
          jurisdictions: ['CA'],
          from: '2024-12-10',
          until: '2025-11-03',
          default: 'exempt',
          choice: 'none',
          evidence: [opcOnPause, noticeOfNovember2025, registerOnSevenPlaces],
        },
        // Mainland China was on the list by January 2025; the first day is that of the User Agreement
        // then new, and inferred. The expansion of November 2025 does not name it, and nothing since does.
        {
          jurisdictions: ['CN'],
          from: '2024-11-20',
          default: 'exempt',
          choice: 'none',
          unconfirmedSince: '2025-11-03',
          evidence: [registerOnSevenPlaces, { ...noticeOfNovember2025, certainty: 'inferred' }],
        },
        {
          jurisdictions: ['EU', 'EEA', 'CH'],
          from: '2025-11-03',
          default: 'on',
          choice: 'opt-out',
          evidence: [
            europeanNotice,
            noticeOfNovember2025,
            {
              address:
                'https://www.autoriteprotectiondonnees.be/citoyen/actualites/2025/09/29/entrainement-de-l-ia-de-linkedin-sur-vos-donnees-comment-faire-si-vous-voulez-vous-y-opposer',
              publisher: 'Autorité de protection des données (Belgium)',
              published: '2025-09-29',
              checked,
              certainty: 'confirmed',
            },
            {
              address:
                'https://cnpd.public.lu/fr/actualites/international/2025/10/linkedin-ia.html',
              publisher: 'Commission nationale pour la protection des données (Luxembourg)',
              checked,
              certainty: 'confirmed',
            },
            {
              address:
                'https://www.datenschutzstelle.li/aktuelles/wichtiger-hinweis-ki-training-durch-linkedin-widerspruch-bis-2-november-2025',
              publisher: 'Datenschutzstelle (Liechtenstein)',
              checked,
              certainty: 'confirmed',
            },
            {
              address: 'https://gpdp.it/home/docweb/-/docweb-display/docweb/10183919',
              publisher: 'Garante per la protezione dei dati personali (Italy)',
              checked,
              certainty: 'confirmed',
            },
          ],
        },
        {
          jurisdictions: ['GB'],
          from: '2025-11-03',
          default: 'on',
          choice: 'opt-out',
          remark: 'microsoft-training',
          evidence: [
            europeanNotice,
            { ...icoOnSuspension, published: '2025-09-23' },
            registerOnNovember2025,
          ],
        },
        {
          jurisdictions: ['CA', 'HK'],
          from: '2025-11-03',
          default: 'on',
          choice: 'opt-out',
          evidence: [noticeOfNovember2025, registerOnNovember2025],
        },
        // Sourced for a few countries only; the others follow from standing on no list of exemptions.
        {
          jurisdictions: ['*'],
          from: '2024-09-18',
          default: 'on',
          choice: 'opt-out',
          evidence: [
            { ...privacyPolicy, published: '2024-09-18' },
            helpOnSetting,
            {
              address:
                'https://estadao.com.br/link/empresas/sem-avisar-usuarios-linkedin-ativa-coleta-de-dados-para-treinar-ia-empresa-nega-pratica-nprei',
              publisher: 'Estadão',
              checked,
              certainty: 'reported',
            },
            { ...registerOnSevenPlaces, certainty: 'inferred' },
          ],
        },
      ],
      unsourced: besideListedPlaces,
      evidence: [europeanNotice, helpOnSetting],
    },
    {
      id: 'partners',
      title: 'Share data with affiliates and partners',
      purpose: 'partners',
      protectedWhen: 'off',
      open: addressOf('settings/share-data-with-select-partners'),
      paths: [
        ...pathsOf('settings/share-data-with-select-partners'),
        // As LinkedIn's own notices of 2026 link it.
        ...pathsOf('settings/share-data-with-trusted-partners'),
      ],
      // Its name before 2025, "Data sharing", may stand beside other things as well.
      probe: switchLabelledBy('shareDataWithTrustedPartners', {
        en: ['Share data with affiliates and partners'],
      }),
      listing: onPrivacyList('share-data-with-select-partners'),
      optOut: [{ act: 'press' }],
      // LinkedIn shared with Microsoft before, by an undated page. This is the first day on which its
      // Privacy Policy lets personal data go to affiliates for their advertising.
      rules: [
        {
          jurisdictions: ['US'],
          from: '2025-11-03',
          default: 'on',
          choice: 'opt-out',
          remark: 'gpc',
          evidence: [helpOnDataSharing, privacyPolicy, noticeForCalifornia],
        },
        // "Outside EU/EEA/Switzerland", in LinkedIn's words.
        {
          jurisdictions: ['*'],
          from: '2025-11-03',
          default: 'on',
          choice: 'opt-out',
          evidence: [helpOnDataSharing, privacyPolicy],
        },
      ],
      // In the EEA and Switzerland LinkedIn does not share with Microsoft for ads. Whether it offers the
      // switch there, and what else the switch covers, is nowhere said: that is no exemption.
      unsourced: [...groups.EEA, 'CH', ...besideListedPlaces],
      evidence: [helpOnDataSharing, noticeForCalifornia],
    },
    {
      id: 'research',
      title: 'Social, economic, and workplace research',
      purpose: 'research',
      protectedWhen: 'off',
      open: addressOf('settings/policy-and-academic-research'),
      paths: pathsOf('settings/policy-and-academic-research'),
      probe: switchLabelledBy('allowAnonymizedDataResearch', {
        en: ['Social, economic, and workplace research'],
      }),
      listing: onPrivacyList('policy-and-academic-research'),
      optOut: [{ act: 'press' }],
      // One user found it on in 2022: no rule of a place.
      rules: [],
      unsourced: [],
      evidence: [privacyPolicy],
    },
    {
      id: 'inferred-age',
      title: 'Inferred age',
      purpose: 'profiling',
      protectedWhen: 'off',
      open: addressOf('settings/ads-by-age'),
      paths: pathsOf('settings/ads-by-age'),
      probe: switchLabelledBy('allowAdsByAge', { en: ['Inferred age'] }),
      optOut: [{ act: 'press' }],
      rules: [consentInEurope],
      unsourced: [],
      evidence: [privacyPolicy, helpOnConsentForAds],
    },
    {
      id: 'inferred-gender',
      title: 'Inferred gender',
      purpose: 'profiling',
      protectedWhen: 'off',
      open: addressOf('settings/ads-by-gender'),
      paths: pathsOf('settings/ads-by-gender'),
      probe: switchLabelledBy('allowAdsByGender', { en: ['Inferred gender'] }),
      optOut: [{ act: 'press' }],
      rules: [consentInEurope],
      unsourced: [],
      evidence: [privacyPolicy, helpOnConsentForAds],
    },
    {
      id: 'inferred-location',
      title: 'Inferred city location',
      purpose: 'profiling',
      protectedWhen: 'off',
      open: addressOf('settings/ads-inferred-location'),
      paths: pathsOf('settings/ads-inferred-location'),
      probe: switchLabelledBy('allowIpToPersonalizeAds', { en: ['Inferred city location'] }),
      optOut: [{ act: 'press' }],
      rules: [consentInEurope],
      unsourced: [],
      evidence: [europeanNotice, helpOnConsentForAds],
    },
    {
      id: 'inferred-interests',
      title: 'Inferred interests and traits',
      purpose: 'profiling',
      protectedWhen: 'off',
      open: addressOf('interest-categories'),
      paths: pathsOf('interest-categories'),
      probe: switchLabelledBy('adsPrivacyAllowInterestsAndBehaviors', {
        en: ['Inferred interests and traits'],
      }),
      optOut: [{ act: 'press' }],
      rules: [consentInEurope],
      unsourced: [],
      evidence: [europeanNotice, helpOnConsentForAds, helpOnInferences],
    },
    {
      id: 'ads-data-from-others',
      title: 'Data from others for ads',
      purpose: 'ads',
      protectedWhen: 'off',
      open: addressOf('settings/ads-interactions-with-business'),
      paths: pathsOf('settings/ads-interactions-with-business'),
      // LinkedIn's notice for the United States writes "Ads".
      probe: switchLabelledBy('allowUseOfThirdPartyData', {
        en: ['Data from others for ads', 'Data from others for Ads'],
      }),
      optOut: [{ act: 'press' }],
      rules: [
        consentInEurope,
        // The oldest text seen that asks there: the notice in force from this day.
        {
          jurisdictions: ['GB'],
          from: '2025-02-27',
          default: 'consent',
          choice: 'opt-in',
          evidence: [{ ...europeanNotice, published: '2025-02-27' }],
        },
        {
          jurisdictions: ['US'],
          from: '2025-11-03',
          default: 'on',
          choice: 'opt-out',
          remark: 'gpc',
          evidence: [noticeForUnitedStates],
        },
      ],
      unsourced: [],
      evidence: [noticeForUnitedStates, europeanNotice],
    },
    {
      id: 'ads-off-linkedin',
      // A description: what the page calls it now is not sourced.
      title: 'Personalised ads outside LinkedIn',
      purpose: 'ads',
      protectedWhen: 'off',
      open: addressOf('settings/ads-beyond-linkedin'),
      paths: pathsOf('settings/ads-beyond-linkedin'),
      probe: switchLabelledBy('allowLinkedInAudienceNetwork', unnamed),
      optOut: [{ act: 'press' }],
      rules: [consentInEurope],
      unsourced: [],
      evidence: [europeanNotice, helpOnConsentForAds],
    },
    {
      id: 'ads-measurement',
      title: 'Measure ad success',
      purpose: 'ads',
      protectedWhen: 'off',
      open: addressOf('settings/ads-related-actions'),
      paths: pathsOf('settings/ads-related-actions'),
      probe: switchLabelledBy('allowConversionTrackings', { en: ['Measure ad success'] }),
      optOut: [{ act: 'press' }],
      rules: [consentInEurope],
      unsourced: [],
      evidence: [privacyPolicy, europeanNotice, helpOnConsentForAds],
    },
    // Two switches on one page, "LinkedIn promotions". What LinkedIn calls each is not sourced: the
    // titles describe them.
    {
      id: 'promotions-ads',
      title: 'LinkedIn promotions: your profile and activity for LinkedIn’s own marketing',
      purpose: 'ads',
      protectedWhen: 'off',
      open: addressOf('settings/linkedin-promotions'),
      paths: pathsOf('settings/linkedin-promotions'),
      probe: switchLabelledBy('allowProfileAndActivityDataForMarketingAds', unnamed),
      optOut: [{ act: 'press' }],
      rules: [],
      unsourced: [],
      evidence: [europeanNotice, privacyPolicy],
    },
    {
      id: 'promotions-email',
      title: 'LinkedIn promotions: tips by email',
      purpose: 'ads',
      protectedWhen: 'off',
      open: addressOf('settings/linkedin-promotions'),
      paths: pathsOf('settings/linkedin-promotions'),
      probe: switchLabelledBy('tipsForUsingLinkedinViaEmail', unnamed),
      optOut: [{ act: 'press' }],
      rules: [],
      unsourced: [],
      evidence: [europeanNotice, privacyPolicy],
    },
    {
      id: 'cookies',
      title: 'Cookies',
      purpose: 'ads',
      protectedWhen: 'off',
      open: addressOf('member-cookies'),
      paths: pathsOf('member-cookies'),
      // Known by its own id. "Cookies" names the page; what names the switch is not sourced.
      probe: {
        kind: 'aria-switch',
        hook: { attribute: 'id', value: 'nonEssentialCookieConsent' },
        names: unnamed,
        request: requestFor('nonEssentialCookieConsent'),
        warnsEarly: true,
      },
      optOut: [{ act: 'press' }],
      rules: [],
      unsourced: [],
      evidence: [europeanNotice, cookiePolicy],
    },
  ],
  // No id of a switch is known on any of these. Titles describe; they are not LinkedIn's labels.
  pages: [
    {
      id: 'profile-location-for-ads',
      title: 'Profile location for ads',
      purpose: 'ads',
      open: addressOf('settings/ads-location'),
      evidence: [privacyPolicy],
    },
    {
      id: 'activity-data-for-ads',
      title: 'Activity on LinkedIn for ads',
      purpose: 'ads',
      open: addressOf('settings/linked-in-activity-data'),
      evidence: [europeanNotice, helpOnConsentForAds],
    },
    {
      // Pages of their own for these were seen in 2021 only. LinkedIn's policy links the list.
      id: 'profile-data-for-ads',
      title: 'Profile, connections, groups and visited websites for ads',
      purpose: 'ads',
      open: addressOf('categories/ads'),
      leadsThere: true,
      evidence: [privacyPolicy],
    },
    {
      // Also seen below settings/.
      id: 'visibility-off-linkedin',
      title: 'Profile visibility off LinkedIn',
      purpose: 'partners',
      open: addressOf('profile-visibility-for-partners'),
      evidence: [
        helpOnVisibility,
        {
          address: 'https://www.linkedin.com/help/linkedin/answer/a518980',
          publisher: 'LinkedIn',
          checked,
          certainty: 'reported',
        },
      ],
    },
    {
      id: 'export-by-page-owners',
      title: 'Page owners exporting your data',
      purpose: 'partners',
      open: addressOf('settings/data-export-by-page-admins'),
      evidence: [helpOnVisibility],
    },
    {
      id: 'discover-by-email',
      title: 'Being found by your email address',
      purpose: 'partners',
      open: addressOf('settings/discover-me-by-email-address'),
      evidence: [helpOnVisibility],
    },
    {
      id: 'discover-by-phone',
      title: 'Being found by your phone number',
      purpose: 'partners',
      open: addressOf('settings/discover-me-by-phone-number'),
      evidence: [helpOnVisibility],
    },
    {
      id: 'permitted-services',
      title: 'Permitted services',
      purpose: 'partners',
      open: addressOf('data-sharing-for-permitted-services'),
      evidence: [privacyPolicy],
    },
    {
      id: 'job-applications',
      title: 'Job application settings',
      purpose: 'partners',
      open: addressOf('job-application-accounts'),
      evidence: [
        {
          address: 'https://www.linkedin.com/help/linkedin/answer/a507642',
          publisher: 'LinkedIn',
          checked,
          certainty: 'reported',
        },
        {
          address: 'https://www.linkedin.com/help/linkedin/answer/102697',
          publisher: 'LinkedIn',
          checked,
          certainty: 'reported',
        },
      ],
    },
    {
      id: 'verifications',
      title: 'Verifications',
      purpose: 'partners',
      open: addressOf('verifications'),
      evidence: [
        {
          address: 'https://www.linkedin.com/help/linkedin/answer/a1359065',
          publisher: 'LinkedIn',
          checked,
          certainty: 'reported',
        },
      ],
    },
    {
      id: 'research-invitations',
      title: 'Invitations to surveys',
      purpose: 'research',
      open: `${origin}/psettings/research-invitations`,
      evidence: [privacyPolicy],
    },
    {
      id: 'news-mentions',
      title: 'Mentions in the news',
      purpose: 'partners',
      open: `${origin}/psettings/news-mention-broadcast`,
      evidence: [userAgreement],
    },
    {
      // Seen in 2021 only: a button, not a switch.
      id: 'search-history',
      title: 'Search history',
      purpose: 'profiling',
      open: `${origin}/psettings/clear-search-history`,
      evidence: [europeanNotice],
    },
    {
      id: 'demographic-information',
      title: 'Personal demographic information',
      purpose: 'profiling',
      open: 'https://www.linkedin.com/help/linkedin/answer/a1336543',
      leadsThere: true,
      evidence: [
        europeanNotice,
        {
          address: 'https://www.linkedin.com/help/linkedin/answer/a1336543',
          publisher: 'LinkedIn',
          checked,
          certainty: 'reported',
        },
      ],
    },
    {
      id: 'word-resume-assistant',
      title: 'Microsoft Word’s resume assistant',
      purpose: 'partners',
      open: addressOf('categories/privacy'),
      leadsThere: true,
      evidence: [
        {
          address: 'https://www.cameronhrc.com/post/linkedin-background-settings',
          publisher: 'Cameron HRC',
          published: '2023-10-26',
          checked,
          certainty: 'inferred',
        },
      ],
    },
    {
      // Nobody sourced where these stand. What LinkedIn says is that it makes such insights.
      id: 'organisation-and-audience',
      title: 'Representing your organisation, and audience insights',
      purpose: 'ads',
      open: addressOf('categories/ads'),
      leadsThere: true,
      evidence: [{ ...privacyPolicy, certainty: 'inferred' }],
    },
  ],
} satisfies Service;
