import { services } from '../../../src/catalogue/index.ts';
import { groups } from '../../../src/catalogue/jurisdiction-groups.ts';
import { codes } from '../../../src/catalogue/jurisdictions.ts';
import type { SettingHistory } from '../../../src/core/history/exchange.ts';
import type { Observation } from '../../../src/core/reading/observation.ts';
import { entriesOf } from '../../../src/core/recipe/setting-key.ts';
import { evidenceReport } from '../../../src/core/report/evidence-report.ts';
import { outcomeOf } from '../../../src/core/report/field-check.ts';
import { toJurisdiction } from '../../../src/core/rules/jurisdiction.ts';
import { rulesFor } from '../../../src/core/rules/rules.ts';
import type { Overview } from '../../../src/core/verdict/overview.ts';
import { languages, lawAt, settings } from '../../../src/entrypoints/dashboard/catalogued.ts';
import { Dashboard, type DashboardProps } from '../../../src/ui/dashboard/dashboard.tsx';
import type { View } from '../../../src/ui/dashboard/views.ts';
import { AI, batch, DAY, everywhere, flippedBack, found, NOW, off, on, sample } from '../sample.ts';
import type { Scene, Scenes } from '../scenes.tsx';
import { nothing, stillBatch } from '../still.tsx';

const refuses = async () => false;

const seen: readonly Observation[] = [
  {
    reading: { state: 'on', strategy: 'known-id' },
    fresh: true,
    cause: 'unknown',
    at: NOW - 300 * DAY,
  },
  {
    reading: { state: 'off', strategy: 'known-id' },
    fresh: true,
    cause: 'errand',
    at: NOW - 260 * DAY,
  },
  {
    reading: { state: 'off', strategy: 'known-id' },
    fresh: true,
    cause: 'unknown',
    at: NOW - 9 * DAY,
  },
  {
    reading: { state: 'unknown', reason: 'timeout' },
    fresh: true,
    cause: 'unknown',
    at: NOW - 5 * DAY,
  },
  {
    reading: { state: 'on', strategy: 'known-id' },
    fresh: true,
    cause: 'unknown',
    at: NOW - DAY / 12,
  },
];

const histories: readonly SettingHistory[] = [
  { key: AI, observations: seen },
  {
    key: 'linkedin/cookies',
    observations: [
      {
        reading: { state: 'on', strategy: 'known-id' },
        fresh: true,
        cause: 'unknown',
        at: NOW - 20 * DAY,
      },
      {
        reading: { state: 'off', strategy: 'known-id' },
        fresh: false,
        cause: 'person',
        at: NOW - 20 * DAY,
      },
    ],
  },
];

function evidence() {
  const entry = entriesOf(services).find(({ key }) => key === AI);
  const status = sample({ findings: { [AI]: flippedBack } }).statuses.find(({ key }) => key === AI);
  if (!entry || !status) throw new Error(`There is no ${AI}`);
  return evidenceReport(
    {
      status,
      protectedWhen: entry.setting.protectedWhen,
      rules: rulesFor(entry.setting, toJurisdiction('DE', groups)),
      observations: seen,
    },
    { version: '1.0.0', browser: { name: 'chromium', major: 150 }, now: NOW },
  );
}

function dashboard(view: View, overview: Overview, more: Partial<DashboardProps> = {}): Scene {
  const visit = { startedAt: NOW - 3 * DAY, answers: new Map() };
  return {
    look: 'dashboard',
    draw: ({ language }) => (
      <Dashboard
        view={view}
        overview={overview}
        refusal={undefined}
        settings={{
          batch: stillBatch,
          onGrant: nothing,
          onErrand: nothing,
          onMine: nothing,
          onReport: nothing,
          onEvidence: nothing,
          onRights: nothing,
        }}
        about={{
          version: '1.0.0',
          permissions: {
            required: ['storage', 'alarms', 'scripting', 'cookies'],
            optional: ['notifications'],
            hosts: ['https://www.linkedin.com/*'],
          },
        }}
        history={{ histories, onSave: refuses, onImport: async () => undefined }}
        rules={{ settings, codes, groups, today: '2026-11-24' }}
        deletion={{ onDelete: refuses, setAside: { onSave: nothing, onDelete: nothing } }}
        fieldCheck={{
          visit,
          outcome: outcomeOf(visit, overview.statuses, {
            version: '1.0.0',
            browser: { name: 'chromium', major: 150 },
            day: '2026-11-24',
          }),
          onOpen: nothing,
          onAnswer: nothing,
          onCopy: refuses,
          onSave: nothing,
        }}
        accounts={{
          onAdd: nothing,
          onUse: nothing,
          onRenameProfile: nothing,
          onRemove: async () => {},
          onRenameContainer: nothing,
          onForget: async () => {},
        }}
        report={{
          state: undefined,
          onMake: nothing,
          onOpen: nothing,
          onCopy: refuses,
          onSave: nothing,
        }}
        preferences={{
          permission: 'missing',
          onNotify: nothing,
          onRemindAfter: nothing,
          onBanner: nothing,
          codes,
          guess: undefined,
          onPlace: nothing,
          languages,
          onLanguage: nothing,
        }}
        evidence={{ state: undefined, onSave: nothing }}
        rights={{
          law: lawAt(overview.place, '2026-11-24', language),
          now: NOW,
          onCopy: refuses,
          onSave: nothing,
        }}
        {...more}
      />
    ),
  };
}

const mixed = everywhere(off, {
  [AI]: on,
  'linkedin/partners': on,
  'linkedin/cookies': found({ state: 'unknown', reason: 'not-found' }),
});
const people = {
  profiles: [{ id: '' }, { id: 'b', name: 'Noor' }],
  containers: [{ id: 'work', name: 'Work' }],
  profile: 'b',
  container: '',
};

export const dashboardScenes: Scenes = {
  'dashboard/settings': dashboard('settings', sample({ findings: mixed })),
  'dashboard/settings-checking': dashboard('settings', sample({ findings: mixed, batch: batch() })),
  'dashboard/rules': dashboard('rules', sample({ findings: mixed })),
  'dashboard/rights': dashboard('rights', sample({ findings: mixed })),
  'dashboard/rights-us': dashboard('rights', sample({ place: 'US', findings: mixed })),
  'dashboard/rights-none': dashboard('rights', sample({ place: 'TV' })),
  'dashboard/rights-no-place': dashboard('rights', sample({ place: undefined })),
  'dashboard/history': dashboard('history', sample({ findings: mixed })),
  'dashboard/history-empty': dashboard('history', sample(), {
    history: { histories: [], onSave: refuses, onImport: async () => undefined },
  }),
  'dashboard/preferences': dashboard('preferences', sample({ findings: mixed, notify: true })),
  'dashboard/preferences-managed': dashboard(
    'preferences',
    sample({ findings: mixed, managed: ['banner', 'remindAfter', 'language'] }),
  ),
  'dashboard/about': dashboard('about', sample({ findings: mixed })),
  'dashboard/accounts': dashboard('accounts', sample({ findings: mixed, accounts: people })),
  'dashboard/evidence': dashboard('evidence', sample({ findings: { [AI]: flippedBack } }), {
    evidence: { state: { step: 'made', report: evidence() }, onSave: nothing },
  }),
  'dashboard/field-check': dashboard('field-check', sample({ findings: mixed })),
  'dashboard/report': dashboard('report', sample({ findings: mixed })),
  'dashboard/delete': dashboard('delete', sample({ findings: mixed })),
};
