import type { AccountScope } from '../core/account/scope.ts';
import { ordersAt } from '../core/messages/orders.ts';
import { Refused } from '../core/messages/router.ts';
import { hostsOf, patternsOf } from '../core/recipe/address.ts';
import type { Entry } from '../core/recipe/setting-key.ts';
import { browserKind } from '../core/report/browser-kind.ts';
import { type PageReport, pageReportSchema, reportWordsOf } from '../core/report/page-report.ts';
import { findingOf } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import type { Catalogue } from './statuses.ts';
import type { Store } from './store.ts';

export type Reports = ReturnType<typeof createReports>;

interface Needs extends Pick<Ports, 'pages' | 'product' | 'tabs'> {
  readonly store: Store;
  readonly catalogue: Catalogue;
}

export function createReports({ store, catalogue, pages, product, tabs }: Needs) {
  const reportWords = reportWordsOf(catalogue.services);
  return { make };

  /**
   * What the page of a setting is made of; `null` where none is open.
   *
   * @throws Refused when the page answers anything but a report
   */
  async function make(
    { key, service, setting }: Entry,
    scope: AccountScope,
  ): Promise<PageReport | null> {
    const own = patternsOf(setting);
    // Where the service shows something else instead, that is what the report is about.
    const tab =
      (await tabs.latestTabAt(own, scope.container)) ??
      (await tabs.latestTabAt(hostsOf(service), scope.container));
    if (!tab) return null;

    const { origin, pathname } = tab.address;
    const asked = await pages.askForReport(tab.id, {
      type: 'report.take',
      key,
      version: product.version(),
      browser: browserKind(product.userAgent()),
      reading: (await store.read(findingOf(key, scope)))?.reading ?? null,
      orders: ordersAt(catalogue.services, origin, pathname),
    });
    if (!asked) return null;
    const schema = pageReportSchema({ ...reportWords, version: product.version() });
    const report = schema.safeParse(asked.answer);
    if (!report.success) throw new Refused('malformed');
    return report.data;
  }
}
