import { strategies } from '../../core/reading/reading.ts';
import type { PageReport } from '../../core/report/page-report.ts';
import type { ReportRequest } from '../../core/report/report-request.ts';
import { nameOf } from '../dom/accessibility.ts';
import { findRoots } from '../dom/roots.ts';
import { answersOf } from '../find/find-control.ts';
import { snapshotOf } from '../find/snapshot.ts';
import { statedPosition } from '../find/state-word.ts';
import { reportOf } from './structure.ts';

/** @returns `undefined` when no recipe has the setting */
export function takeReport(
  document: Document,
  { key, version, browser, reading, orders }: ReportRequest,
): PageReport | undefined {
  const wanted = orders.known.find((known) => known.key === key);
  if (!wanted) return undefined;

  const others = orders.known.filter((known) => known !== wanted);
  const snapshot = snapshotOf(document, findRoots(document));
  const answers = answersOf(snapshot, { wanted, others, leftOver: new WeakSet() }, { nameOf });
  const found = strategies.map((strategy) => [strategy, answers[strategy].length] as const);
  return reportOf(document, {
    version,
    browser,
    key,
    reading,
    place: placeIn(orders, key),
    strategies: Object.fromEntries(found) as Record<(typeof strategies)[number], number>,
    hooks: orders.known.map(({ hook }) => hook.value),
    statedPosition: (control) => statedPosition(control, orders.stateWords),
  });
}

function placeIn({ controls, rows }: ReportRequest['orders'], key: string): PageReport['place'] {
  if (controls.some((order) => order.key === key)) return 'setting';
  return rows.some((order) => order.key === key) ? 'list' : 'elsewhere';
}
