import { render } from 'preact';
import { asking } from '../../browser/asking.ts';
import { currentOverview } from '../../browser/current-overview.ts';
import { guessHere } from '../../browser/guess-here.ts';
import { onStoreChanged } from '../../browser/overview.ts';
import {
  askForSiteAccess,
  askToNotify,
  giveUpNotifying,
  mayNotify,
  onPermissionsChanged,
} from '../../browser/permissions.ts';
import { localeIn } from '../../browser/phrasebooks.ts';
import { permissions, version } from '../../browser/product.ts';
import { send } from '../../browser/send.ts';
import { copy, save } from '../../browser/take-away.ts';
import { groups } from '../../catalogue/jurisdiction-groups.ts';
import { codes } from '../../catalogue/jurisdictions.ts';
import type { ErrandKind } from '../../core/errand/errand.schema.ts';
import { wordKey } from '../../core/language/words.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import { browserKind } from '../../core/report/browser-kind.ts';
import { answered, type FieldVisit, outcomeOf, toOpenFor } from '../../core/report/field-check.ts';
import { dayOf } from '../../core/time/day.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import { coalesced } from '../../core/work/coalesced.ts';
import { Dashboard } from '../../ui/dashboard/dashboard.tsx';
import type { EvidenceState } from '../../ui/dashboard/evidence/evidence-view.tsx';
import type { HistoryProps } from '../../ui/dashboard/history/history.tsx';
import type { NotifyPermission } from '../../ui/dashboard/preferences/preferences.tsx';
import { drawNoOverview } from '../../ui/parts/no-overview.tsx';
import { type Locale, LocaleContext, tellDocument } from '../../ui/words/locale.ts';
import { askedAt, goToView, viewAt } from './address.ts';
import { languages, lawAt, settings } from './catalogued.ts';
import { importHistory, saveHistory, saveSetAside } from './files.ts';
import { reporting } from './reporting.ts';

const root = document.getElementById('dashboard');
if (!root) throw new Error('The dashboard has no element to draw in');

const about = { version: version(), browser: browserKind(navigator.userAgent) };
const toTake = { onCopy: copy, onSave: save };

let visit: FieldVisit = { startedAt: Date.now(), answers: new Map() };
const { ask, refusal, batch } = asking(draw);
const report = reporting({ draw, guide: (key) => start(key, 'guide') });
let histories: HistoryProps['histories'];
let evidence: EvidenceState | undefined;
let permission: NotifyPermission = (await mayNotify()) ? 'granted' : 'missing';

async function draw(): Promise<void> {
  const overview = await currentOverview();
  if (!root) return;
  if (!overview) return drawNoOverview(root, await localeIn('browser'), draw);
  const view = viewAt(location.hash);
  const locale = await localeIn(overview.language);
  show(overview, locale, root);
  if (view === 'history' || view === 'delete') {
    await askForHistories();
    show(overview, locale, root);
  }
  await report.follow(overview.statuses);
}

function show(overview: Overview, locale: Locale, into: HTMLElement): void {
  const view = viewAt(location.hash);
  tellDocument(document, locale, locale.text(wordKey('dashboard', view)));
  const { statuses } = overview;
  const now = Date.now();
  const today = dayOf(now);
  render(
    <LocaleContext.Provider value={locale}>
      <Dashboard
        view={view}
        overview={overview}
        refusal={refusal()}
        settings={{
          batch,
          onGrant: ({ hosts }) => void askForSiteAccess(hosts),
          onErrand: (key, kind) => void start(key, kind),
          onMine: (key) => void ask('flip-back.mine', { key }),
          onReport: (key) => goToView('report', key),
          onEvidence: (key) => goToView('evidence', key),
          onRights: () => goToView('rights'),
        }}
        about={{ version: about.version, permissions: permissions() }}
        history={{ histories, onSave: saveHistory, onImport: importHistory }}
        rules={{ settings, codes, groups, today }}
        deletion={{
          onDelete: deleteEverything,
          setAside: {
            onSave: () => void saveSetAside(),
            onDelete: () => void ask('set-aside.delete', {}),
          },
        }}
        fieldCheck={{
          visit,
          outcome: outcomeOf(visit, statuses, { ...about, day: today }),
          onOpen: (page) => {
            const status = toOpenFor(visit, page);
            if (status) void start(status.key, 'check');
          },
          onAnswer: (status, agreement) => {
            visit = answered(visit, status, agreement);
            void draw();
          },
          ...toTake,
        }}
        accounts={{
          onAdd: (name) => void ask('profile.add', { name }),
          onUse: (id) => void ask('profile.use', { id }),
          onRenameProfile: (id, name) => void ask('profile.rename', { id, name }),
          onRemove: (id) => ask('profile.remove', { id }),
          onRenameContainer: (id, name) => void ask('container.rename', { id, name }),
          onForget: (id) => ask('container.forget', { id }),
        }}
        report={{
          state: report.state(),
          onMake: (key) => void report.make(key),
          onOpen: (status) => void report.open(status),
          ...toTake,
        }}
        preferences={{
          permission,
          onNotify: (notify) => void chooseNotify(notify),
          onRemindAfter: (after) => void ask('reminder.choose', { after }),
          onBanner: (banner) => void ask('banner.choose', { banner }),
          codes,
          // It takes a moment: only where it is shown.
          guess:
            view === 'preferences' && overview.place === undefined ? guessHere(codes) : undefined,
          onPlace: (code) => void ask('place.choose', { code }),
          languages,
          onLanguage: (language) => void ask('language.choose', { language }),
        }}
        evidence={{ state: evidence, onSave: save }}
        rights={{ law: lawAt(overview.place, today, locale.language), now, ...toTake }}
      />
    </LocaleContext.Provider>,
    into,
  );
}

async function askForHistories(): Promise<void> {
  const reply = await send('history.get', {});
  // What has been shown is still what was read.
  if (reply.ok) histories = reply.value;
  else histories ??= null;
}

async function deleteEverything(): Promise<boolean> {
  const reply = await send('everything.delete', {});
  if (reply.ok) {
    visit = { startedAt: Date.now(), answers: new Map() };
    report.forget();
  }
  await draw();
  return reply.ok;
}

function start(key: SettingKey, kind: ErrandKind): Promise<boolean> {
  return ask('errand.start', { key, kind });
}

/** Not async before the browser is asked: it asks the person only straight from their click. */
function chooseNotify(notify: boolean): Promise<void> {
  return notify ? askToNotify().then(agreed) : stopNotifying();
}

async function agreed(isGranted: boolean): Promise<void> {
  permission = isGranted ? 'granted' : 'refused';
  await (isGranted ? ask('notify.choose', { notify: true }) : draw());
}

async function stopNotifying(): Promise<void> {
  await ask('notify.choose', { notify: false });
  await giveUpNotifying();
}

/** As of now: what is read while it is looked at does not change it. */
async function makeEvidence(key: SettingKey): Promise<void> {
  const reply = await send('evidence.make', { key });
  evidence = reply.ok ? { step: 'made', report: reply.value } : { step: 'refused' };
  await draw();
}

async function goTo(hash: string): Promise<void> {
  const reported = askedAt(hash, 'report');
  const kept = askedAt(hash, 'evidence');
  evidence = undefined;
  if (reported !== undefined) await report.make(reported);
  else if (kept !== undefined) await makeEvidence(kept);
  else await draw();
}

// One that has not begun serves all changes that come meanwhile.
onStoreChanged(coalesced(draw));
onPermissionsChanged(() => {
  void mayNotify().then((granted) => {
    permission = granted ? 'granted' : 'missing';
    return draw();
  });
});
addEventListener('hashchange', () => {
  void goTo(location.hash).then(() => document.getElementById('view-title')?.focus());
});
await goTo(location.hash);
