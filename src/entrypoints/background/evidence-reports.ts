import { version } from '../../browser/product.ts';
import { snapshot } from '../../browser/storage.ts';
import { groups } from '../../catalogue/groups.ts';
import type { AccountScope } from '../../core/account/scope.ts';
import { observationsOf } from '../../core/history/history.ts';
import type { Entry } from '../../core/recipe/setting-key.ts';
import { browserKind } from '../../core/report/browser-kind.ts';
import { type EvidenceReport, evidenceReport } from '../../core/report/evidence-report.ts';
import { toJurisdiction } from '../../core/rules/jurisdiction.ts';
import { rulesFor } from '../../core/rules/rules.ts';
import { historyOf } from '../../core/store/items.ts';
import { itemsOf, statusIn } from './statuses.ts';

/** What was read of a setting, and by which rules, as of now. */
export async function makeEvidenceReport(
  entry: Entry,
  scope: AccountScope,
): Promise<EvidenceReport> {
  const { key, setting } = entry;
  const now = Date.now();
  const stored = await snapshot([...itemsOf(entry, scope), historyOf(key, scope)]);
  const status = statusIn(stored, entry, scope, now);
  const { place } = status;
  return evidenceReport(
    {
      status,
      protectedWhen: setting.protectedWhen,
      rules: place === undefined ? [] : rulesFor(setting, toJurisdiction(place, groups)),
      observations: observationsOf(stored.of(historyOf(key, scope))),
    },
    { version: version(), browser: browserKind(navigator.userAgent), now },
  );
}
