/*
 * A field check: a person who is signed in walks the settings and says of each whether the page shows
 * what was read. The outcome tells the makers how each was found, and not how any switch stands.
 */

import type { Finding } from '../reading/finding.ts';
import type { Reading, Strategy, UnknownReason } from '../reading/reading.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import type { Day } from '../time/day.ts';
import type { SettingStatus } from '../verdict/status.ts';
import type { BrowserKind } from './browser-kind.ts';

export const agreements = ['yes', 'no', 'not-said'] as const;
/** Whether the page shows what was read, in the person's own words. */
export type Agreement = (typeof agreements)[number];

/** One visit of the field check: kept as long as its page is open, and no longer. */
export interface FieldVisit {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly answers: ReadonlyMap<SettingKey, Answer>;
}

/** What a person said, and of which reading. */
interface Answer {
  readonly reading: Reading;
  readonly agreement: Agreement;
}

/** A page of the service with all settings that live on it. */
export interface SettingsPage {
  readonly open: string;
  readonly statuses: readonly SettingStatus[];
}

export function pagesOf(statuses: readonly SettingStatus[]): SettingsPage[] {
  return [...new Set(statuses.map(({ open }) => open))].map((open) => ({
    open,
    statuses: statuses.filter((status) => status.open === open),
  }));
}

/** What was read in this visit; what was read before it says nothing about the page of today. */
export function readIn({ startedAt }: FieldVisit, { finding }: SettingStatus): Finding | undefined {
  return finding && finding.readAt >= startedAt ? finding : undefined;
}

/**
 * For which setting of a page an errand opens it. One errand for a page: its script reads all settings
 * that live there, and a second errand would only load it again.
 */
export function toOpenFor(
  visit: FieldVisit,
  { statuses }: SettingsPage,
): SettingStatus | undefined {
  return statuses.find((status) => !readIn(visit, status)) ?? statuses[0];
}

/** What the person said of what is read now: an answer to another reading is none. */
export function agreementOn(visit: FieldVisit, status: SettingStatus): Agreement {
  const answer = visit.answers.get(status.key);
  const reading = readIn(visit, status)?.reading;
  return answer && reading && isSame(answer.reading, reading) ? answer.agreement : 'not-said';
}

export function answered(
  visit: FieldVisit,
  status: SettingStatus,
  agreement: Agreement,
): FieldVisit {
  const reading = readIn(visit, status)?.reading;
  if (!reading) return visit;
  return { ...visit, answers: new Map(visit.answers).set(status.key, { reading, agreement }) };
}

function isSame(one: Reading, other: Reading): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What is handed on. Every word in it is ours, and none says how a switch stands. */
export interface FieldCheckOutcome {
  readonly fieldCheck: 1;
  readonly about: string;
  readonly version: string;
  readonly browser: BrowserKind;
  readonly day: Day;
  readonly settings: readonly SettingOutcome[];
}

interface SettingOutcome {
  readonly key: SettingKey;
  readonly read: 'readable' | 'locked' | 'absent' | 'unknown';
  readonly reason?: UnknownReason;
  readonly strategy?: Strategy;
  readonly agrees: Agreement;
}

const ABOUT = 'How each setting was found on its page. Not whether any switch is on or off.';

/** Of the settings that were read in this visit. */
export function outcomeOf(
  visit: FieldVisit,
  statuses: readonly SettingStatus[],
  made: Pick<FieldCheckOutcome, 'version' | 'browser' | 'day'>,
): FieldCheckOutcome {
  return {
    fieldCheck: 1,
    about: ABOUT,
    ...made,
    settings: statuses.flatMap((status) => {
      const reading = readIn(visit, status)?.reading;
      if (!reading) return [];
      return [{ key: status.key, ...howRead(reading), agrees: agreementOn(visit, status) }];
    }),
  };
}

function howRead(reading: Reading): Pick<SettingOutcome, 'read' | 'reason' | 'strategy'> {
  switch (reading.state) {
    case 'absent':
      return { read: 'absent' };
    case 'unknown':
      return { read: 'unknown', reason: reading.reason };
    default: {
      const read = reading.state === 'locked' ? 'locked' : 'readable';
      return reading.strategy ? { read, strategy: reading.strategy } : { read };
    }
  }
}
