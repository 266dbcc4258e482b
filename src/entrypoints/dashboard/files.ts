import { send } from '../../browser/send.ts';
import { save } from '../../browser/take-away.ts';
import type { HistoryFormat, ImportResult } from '../../core/history/exchange.ts';
import { MAX_FILE_LENGTH } from '../../core/history/file-problem.ts';
import { dayOf } from '../../core/time/day.ts';

const mimeTypes: Readonly<Record<HistoryFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv',
};

export async function saveHistory(format: HistoryFormat): Promise<boolean> {
  const reply = await send('history.export', { format });
  if (!reply.ok) return false;
  const name = `default-check-history-${dayOf(Date.now())}.${format}`;
  save(name, reply.value, mimeTypes[format]);
  return true;
}

/** What could not be read, by its keys, for whoever can make something of it. */
export async function saveSetAside(): Promise<boolean> {
  const reply = await send('set-aside.export', {});
  if (!reply.ok) return false;
  const name = `default-check-set-aside-${dayOf(Date.now())}.json`;
  save(name, JSON.stringify(reply.value, null, 2), mimeTypes.json);
  return true;
}

export async function importHistory(file: File): Promise<ImportResult | undefined> {
  if (file.size > MAX_FILE_LENGTH) return { ok: false, problem: 'too-large' };
  const reply = await send('history.import', { text: await file.text() });
  return reply.ok ? reply.value : undefined;
}
