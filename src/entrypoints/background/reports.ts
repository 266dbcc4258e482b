import { askForReport, runInTab } from '../../browser/page-scripts.ts';
import { version } from '../../browser/product.ts';
import { read } from '../../browser/storage.ts';
import { latestTabAt } from '../../browser/tabs.ts';
import { services } from '../../catalogue/index.ts';
import type { AccountScope } from '../../core/account/scope.ts';
import { ordersAt } from '../../core/messages/orders.ts';
import { Refused } from '../../core/messages/router.ts';
import type { Entry } from '../../core/recipe/setting-key.ts';
import { browserKind } from '../../core/report/browser-kind.ts';
import { type PageReport, pageReportSchema, reportWordsOf } from '../../core/report/page-report.ts';
import { findingOf } from '../../core/store/items.ts';
import pageReport from '../page-report/index.iife.ts?script&iife';

const words = reportWordsOf(services);

/**
 * What the page of a setting is made of; `null` where none is open.
 *
 * @throws Refused when the page answers anything but a report
 */
export async function makeReport(
  { key, service, setting }: Entry,
  scope: AccountScope,
): Promise<PageReport | null> {
  const own = setting.paths.map((path) => `${service.origin}${path}*`);
  // Where the service shows something else instead, that is what the report is about.
  const tab =
    (await latestTabAt(own, scope.container)) ??
    (await latestTabAt([`${service.origin}/*`], scope.container));
  if (!tab || !(await runInTab(tab.id, pageReport))) return null;

  const { origin, pathname } = tab.address;
  const answer = await askForReport(tab.id, {
    type: 'report.take',
    key,
    version: version(),
    browser: browserKind(navigator.userAgent),
    reading: (await read(findingOf(key, scope)))?.reading ?? null,
    orders: ordersAt(services, origin, pathname),
  });
  const report = pageReportSchema({ ...words, version: version() }).safeParse(answer);
  if (!report.success) throw new Refused('malformed');
  return report.data;
}
