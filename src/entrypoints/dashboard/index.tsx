import { render } from 'preact';
import { language, text } from '../../browser/i18n.ts';
import { keptOverview, onStoreChanged } from '../../browser/overview.ts';
import {
  askToNotify,
  giveUpNotifying,
  mayNotify,
  onPermissionsChanged,
} from '../../browser/permissions.ts';
import { version } from '../../browser/product.ts';
import { send } from '../../browser/send.ts';
import { copy, save } from '../../browser/take-away.ts';
import { browserKind } from '../../core/browser-kind.ts';
import { dayOf } from '../../core/day.ts';
import type { ErrandKind } from '../../core/errand.ts';
import { answered, outcomeOf, toOpenFor, type Visit } from '../../core/field-check.ts';
import type { Overview } from '../../core/overview.ts';
import type { MessageType, RequestOf } from '../../core/protocol.ts';
import type { SettingKey } from '../../core/setting-key.ts';
import type { SettingStatus } from '../../core/status.ts';
import { Dashboard, type View, views } from '../../ui/dashboard.tsx';
import { LocaleContext } from '../../ui/locale.ts';
import type { ReportState } from '../../ui/page-report.tsx';
import type { NotifyPermission } from '../../ui/preferences.tsx';

const root = document.getElementById('dashboard');
if (!root) throw new Error('The dashboard has no element to draw in');

const locale = { text, language: language() };
document.documentElement.lang = locale.language;
const about = { version: version(), browser: browserKind(navigator.userAgent) };
const toTake = { onCopy: copy, onSave: save };

let visit: Visit = { startedAt: Date.now(), answers: new Map() };
let report: ReportState | undefined;
let refused = false;
let permission: NotifyPermission = (await mayNotify()) ? 'granted' : 'missing';

async function draw(): Promise<void> {
  const overview = (await keptOverview(Date.now())) ?? (await freshOverview());
  if (!root || !overview) return;
  show(overview, root);
  await followReport(overview);
}

function show(overview: Overview, into: HTMLElement): void {
  const { statuses } = overview;
  render(
    <LocaleContext.Provider value={locale}>
      <Dashboard
        view={viewAt(location.hash)}
        overview={overview}
        refused={refused}
        fieldCheck={{
          visit,
          outcome: outcomeOf(visit, statuses, { ...about, day: dayOf(Date.now()) }),
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
          onRemove: (id) => void ask('profile.remove', { id }),
          onRenameContainer: (id, name) => void ask('container.rename', { id, name }),
          onForget: (id) => void ask('container.forget', { id }),
        }}
        report={{
          state: report,
          onMake: (key) => void makeReport(key),
          onOpen: (status) => void openForReport(status),
          ...toTake,
        }}
        preferences={{
          permission,
          onNotify: (notify) => void chooseNotify(notify),
          onRemindAfter: (after) => void ask('reminder.choose', { after }),
        }}
      />
    </LocaleContext.Provider>,
    into,
  );
}

async function freshOverview() {
  const reply = await send('overview.get', {});
  return reply.ok ? reply.value : undefined;
}

async function ask<Type extends MessageType>(type: Type, request: RequestOf<Type>): Promise<void> {
  const reply = await send(type, request);
  refused = !reply.ok;
  await draw();
}

function start(key: SettingKey, kind: ErrandKind): Promise<void> {
  return ask('errand.start', { key, kind });
}

/** @param wasOpened the tab shows what the service answers to the setting's address, whatever it is */
async function makeReport(key: SettingKey, wasOpened = false): Promise<void> {
  report = { step: 'asking', key };
  await draw();
  const reply = await send('report.make', { key });
  // Meanwhile the person may have asked for that of another setting.
  if (report?.key !== key) return;
  if (!reply.ok) report = { step: 'refused', key };
  else if (reply.value && (wasOpened || reply.value.place === 'setting')) {
    report = { step: 'made', key, report: reply.value };
  } else report = { step: 'no-page', key };
  await draw();
}

/** As a guide: where nothing is found, a check goes on to the list and would leave the page. */
async function openForReport(status: SettingStatus): Promise<void> {
  const { key, finding } = status;
  report = { step: 'opening', key, askedAt: Date.now(), readAt: finding?.readAt };
  await start(key, 'guide');
  if (refused) report = { step: 'refused', key };
  await draw();
}

/** The page that was opened has been read, so that it can be reported; or it never will be. */
async function followReport({ statuses }: Overview): Promise<void> {
  if (report?.step !== 'opening') return;
  const { key, askedAt, readAt } = report;
  const { finding, errand } = statuses.find((status) => status.key === key) ?? {};

  if (finding && finding.readAt !== readAt) return makeReport(key, true);
  const code = errand && errand.startedAt >= askedAt ? errand.outcome?.code : undefined;
  if (code === 'tab-closed' || code === 'left-page') {
    report = { step: 'no-page', key };
    await draw();
  }
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

function viewAt(hash: string): View {
  const [name] = hash.slice(1).split('=');
  return views.find((view) => view === name) ?? 'field-check';
}

/** `#report=service/setting` asks for a report, as the popup's link does. */
function reportAt(hash: string): SettingKey | undefined {
  return new URLSearchParams(hash.slice(1)).get('report') || undefined;
}

async function goTo(hash: string): Promise<void> {
  const key = reportAt(hash);
  await (key === undefined ? draw() : makeReport(key));
}

onStoreChanged(() => void draw());
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
