import { version } from '../../browser/product.ts';
import { snapshot } from '../../browser/storage.ts';
import { groups } from '../../catalogue/groups.ts';
import type { AccountScope } from '../../core/account-scope.ts';
import { browserKind } from '../../core/browser-kind.ts';
import { type EvidenceReport, evidenceReport } from '../../core/evidence-report.ts';
import { observationsOf } from '../../core/history.ts';
import { toJurisdiction } from '../../core/jurisdiction.ts';
import { rulesFor } from '../../core/rules.ts';
import type { Entry } from '../../core/setting-key.ts';
import { historyOf } from '../../core/stored.ts';
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
