import { historyCsv } from '../core/history/csv.ts';
import type { HistoryFormat, ImportResult, SettingHistory } from '../core/history/exchange.ts';
import { exportHistory, parseHistoryFile } from '../core/history/file.ts';
import { countNew, type History, mergeHistory, observationsOf } from '../core/history/history.ts';
import type { SettingKey } from '../core/recipe/setting-key.ts';
import { historyOf } from '../core/store/items.ts';
import type { People } from './people.ts';
import type { Ports } from './ports.ts';
import type { Statuses } from './statuses.ts';
import type { Store } from './store.ts';

export type Histories = ReturnType<typeof createHistories>;

interface Needs extends Pick<Ports, 'clock' | 'product'> {
  readonly store: Store;
  readonly statuses: Statuses;
  readonly people: People;
}

export function createHistories({ store, statuses, people, clock, product }: Needs) {
  return { allObservations, exportAs, importFrom };

  /** Of settings that were ever read in the account that is shown. */
  async function histories(): Promise<[SettingKey, History][]> {
    const scope = await people.scopeShown();
    const stored = await store.snapshot(statuses.entries.map(({ key }) => historyOf(key, scope)));
    return statuses.entries
      .map(({ key }): [SettingKey, History] => [key, stored.of(historyOf(key, scope))])
      .filter(([, { rows }]) => rows.length > 0);
  }

  async function allObservations(): Promise<SettingHistory[]> {
    return (await histories()).map(([key, history]) => ({
      key,
      observations: observationsOf(history),
    }));
  }

  async function exportAs(format: HistoryFormat): Promise<string> {
    const all = Object.fromEntries(await histories());
    if (format === 'csv') return historyCsv(all);
    return exportHistory(all, { version: product.version(), now: clock.now() });
  }

  /** Into the histories alone: what was found last, and what follows from it, stays as it was. */
  async function importFrom(text: string): Promise<ImportResult> {
    const file = parseHistoryFile(text);
    if (!file.ok) return file;

    const scope = await people.scopeShown();
    const added: { key: SettingKey; count: number }[] = [];
    for (const { key } of statuses.entries) {
      const observations = file.value[key];
      if (!observations) continue;
      let count = 0;
      await store.update(historyOf(key, scope), (before) => {
        const after = mergeHistory(before, observations);
        count = countNew(before, after);
        return count > 0 ? after : before;
      });
      if (count > 0) added.push({ key, count });
    }
    const leftOut = Object.keys(file.value).filter((key) => !statuses.isListed(key));
    return { ok: true, added, leftOut };
  }
}
