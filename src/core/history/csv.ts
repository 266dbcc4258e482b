/* The history as a table for spreadsheets, as RFC 4180 has it. */

import type { Observation } from '../reading/observation.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import { type History, observationsOf } from './history.ts';

const HEADER = ['setting', 'at', 'state', 'position', 'reason', 'strategy', 'fresh', 'cause'];

/** One line for each observation. `position` is that of a locked control, `reason` that of an unknown. */
export function historyCsv(all: Readonly<Record<SettingKey, History>>): string {
  const lines = Object.entries(all).flatMap(([key, history]) =>
    observationsOf(history).map((observation) => cellsOf(key, observation)),
  );
  return [HEADER, ...lines].map((cells) => `${cells.map(written).join(',')}\r\n`).join('');
}

function cellsOf(key: SettingKey, { reading, fresh, cause, at }: Observation): string[] {
  return [
    key,
    new Date(at).toISOString(),
    reading.state,
    reading.state === 'locked' ? reading.position : '',
    reading.state === 'unknown' ? reading.reason : '',
    ('strategy' in reading && reading.strategy) || '',
    String(fresh),
    cause,
  ];
}

function written(cell: string): string {
  // A spreadsheet takes such a cell for a formula; a setting's key may start with a hyphen.
  const plain = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
