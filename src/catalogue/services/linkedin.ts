import type { Service } from '../../core/recipe.ts';

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

export default {
  id: 'linkedin',
  name: 'LinkedIn',
  origin: 'https://www.linkedin.com',
  settingsPages: ['https://www.linkedin.com/mypreferences/*'],
  warnOn: ['https://www.linkedin.com/*'],
  walls: {
    'signed-out': ['/login', '/uas/login', '/signup', '/checkpoint/lg', '/authwall'],
    challenge: ['/checkpoint/challenge', '/checkpoint/challengesV2'],
  },
  terms: [
    // Section 8.2.
    {
      address: 'https://www.linkedin.com/legal/user-agreement',
      publisher: 'LinkedIn',
      published: '2025-11-03',
      checked,
      certainty: 'confirmed',
    },
    {
      address: 'https://www.linkedin.com/help/linkedin/answer/a1341387',
      publisher: 'LinkedIn',
      checked,
      certainty: 'reported',
    },
  ],
  settings: [
    {
      id: 'ai-training',
      title: 'Data for Generative AI Improvement',
      purpose: 'ai-training',
      scope: 'account',
      protectedWhen: 'off',
      open: 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement',
      // Only /d/ was seen for this setting; /m/ and /s/ exist for its neighbours.
      paths: [
        '/mypreferences/d/settings/data-for-ai-improvement',
        '/mypreferences/m/settings/data-for-ai-improvement',
        '/mypreferences/s/settings/data-for-ai-improvement',
      ],
      // The id is known from public code at work in August 2026, not from a page of our own:
      // hence no `lastConfirmed`.
      probe: {
        kind: 'aria-switch',
        labelledBy: 'allowDataForGenerativeAI',
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
      listing: {
        open: 'https://www.linkedin.com/mypreferences/d/categories/privacy',
        paths: [
          '/mypreferences/d/categories/privacy',
          '/mypreferences/m/categories/privacy',
          '/mypreferences/s/categories/privacy',
        ],
        neighbours: [
          'policy-and-academic-research',
          'share-data-with-select-partners',
          'share-data-with-trusted-partners',
          'data-sharing-for-permitted-services',
          'job-application-accounts',
        ],
      },
      optOut: [{ act: 'press' }],
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
          remark: 'microsoft_training',
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
            {
              address: 'https://www.linkedin.com/legal/privacy-policy',
              publisher: 'LinkedIn',
              published: '2024-09-18',
              checked,
              certainty: 'confirmed',
            },
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
      // No source says on which side of LinkedIn's lists these stand: they are near a listed place,
      // or a part of one, and have a code of their own. `*` would be a guess.
      // biome-ignore format: one reason a row
      unsourced: [
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
      ],
      evidence: [europeanNotice, helpOnSetting],
    },
  ],
} satisfies Service;
