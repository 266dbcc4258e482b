import type { AccountScope } from '../core/account/scope.ts';
import { observationsOf } from '../core/history/history.ts';
import type { Entry } from '../core/recipe/setting-key.ts';
import { browserKind } from '../core/report/browser-kind.ts';
import { type EvidenceReport, evidenceReport } from '../core/report/evidence-report.ts';
import { toJurisdiction } from '../core/rules/jurisdiction.ts';
import { rulesFor } from '../core/rules/rules.ts';
import { historyOf } from '../core/store/items.ts';
import type { Ports } from './ports.ts';
import type { Catalogue, Statuses } from './statuses.ts';
import { itemsOf } from './statuses.ts';
import type { Store } from './store.ts';

export type EvidenceReports = ReturnType<typeof createEvidenceReports>;

interface Needs extends Pick<Ports, 'clock' | 'product'> {
  readonly store: Store;
  readonly statuses: Statuses;
  readonly catalogue: Catalogue;
}

export function createEvidenceReports({ store, statuses, catalogue, clock, product }: Needs) {
  return { make };

  /** What was read of a setting, and by which rules, as of now. */
  async function make(entry: Entry, scope: AccountScope): Promise<EvidenceReport> {
    const { key, setting } = entry;
    const now = clock.now();
    const stored = await store.snapshot([...itemsOf(entry, scope), historyOf(key, scope)]);
    const status = statuses.statusIn(stored, entry, scope, now);
    const { place } = status;
    return evidenceReport(
      {
        status,
        protectedWhen: setting.protectedWhen,
        rules:
          place === undefined ? [] : rulesFor(setting, toJurisdiction(place, catalogue.groups)),
        observations: observationsOf(stored.of(historyOf(key, scope))),
      },
      { version: product.version(), browser: browserKind(product.userAgent()), now },
    );
  }
}
