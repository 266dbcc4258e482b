/* The file that a person saves their history to, and reads it back from. */

import { Observation } from '../reading/observation.ts';
import { SettingKey } from '../recipe/setting-key.ts';
import { LAST_MOMENT } from '../time/moment.schema.ts';
import { z } from '../zod.ts';
import { type FileProblem, MAX_FILE_LENGTH } from './file-problem.ts';
import { type History, observationsOf } from './history.ts';

export const HISTORY_FORMAT = 'default-check-history';
/** Grows as soon as a file may hold what an earlier version does not know, be it one new reason. */
export const HISTORY_FORMAT_VERSION = 1;

export type ParsedFile =
  | { readonly ok: true; readonly value: Record<SettingKey, Observation[]> }
  | { readonly ok: false; readonly problem: FileProblem };

const IsoMoment = z.string().check(z.refine(isIsoMoment));

const Head = z.object({
  format: z.literal(HISTORY_FORMAT),
  formatVersion: z.int().check(z.positive()),
});

const HistoryFile = z.strictObject({
  format: z.literal(HISTORY_FORMAT),
  formatVersion: z.literal(HISTORY_FORMAT_VERSION),
  productVersion: z.string().check(z.maxLength(64)),
  exportedAt: IsoMoment,
  settings: z.record(z.string(), z.unknown()),
});

/** An `Observation` with its time in ISO 8601, in UTC, to the millisecond. */
const WrittenObservation = z.strictObject({ ...Observation.shape, at: IsoMoment });

/** @param now milliseconds since the epoch */
export function exportHistory(
  all: Readonly<Record<SettingKey, History>>,
  { version, now }: { readonly version: string; readonly now: number },
): string {
  const settings = Object.entries(all).map(([key, history]) => [
    key,
    observationsOf(history).map(({ at, ...rest }) => ({ at: isoOf(at), ...rest })),
  ]);
  const file: z.infer<typeof HistoryFile> = {
    format: HISTORY_FORMAT,
    formatVersion: HISTORY_FORMAT_VERSION,
    productVersion: version,
    exportedAt: isoOf(now),
    settings: Object.fromEntries(settings),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Settings that this version does not know are among them: whose history is kept is the caller's. */
export function parseHistoryFile(text: string): ParsedFile {
  if (text.length > MAX_FILE_LENGTH) return { ok: false, problem: 'too-large' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'not-json' };
  }
  const head = Head.safeParse(raw);
  if (!head.success) return { ok: false, problem: 'not-a-history' };
  if (head.data.formatVersion > HISTORY_FORMAT_VERSION) return { ok: false, problem: 'newer' };

  const file = HistoryFile.safeParse(raw);
  const value = file.success ? parseSettings(file.data.settings) : undefined;
  return value ? { ok: true, value } : { ok: false, problem: 'not-a-history' };
}

/** One by one, as a schema of the whole would make a list of every fault of a large broken file. */
function parseSettings(
  settings: Readonly<Record<string, unknown>>,
): Record<SettingKey, Observation[]> | undefined {
  const parsed: [SettingKey, Observation[]][] = [];
  for (const [key, list] of Object.entries(settings)) {
    if (!SettingKey.safeParse(key).success || !Array.isArray(list)) return undefined;
    const observations: Observation[] = [];
    for (const one of list) {
      const written = WrittenObservation.safeParse(one);
      if (!written.success) return undefined;
      observations.push({ ...written.data, at: Date.parse(written.data.at) });
    }
    parsed.push([key, observations]);
  }
  return Object.fromEntries(parsed);
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** Written the one way in which we write it; a 30th of February is none. */
function isIsoMoment(text: string): boolean {
  const at = Date.parse(text);
  return at >= 0 && at <= LAST_MOMENT && isoOf(at) === text;
}
