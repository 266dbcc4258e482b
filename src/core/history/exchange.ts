// What the background and the dashboard tell each other of histories. The dashboard carries no zod.

import type { Observation } from '../reading/observation.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import type { FileProblem } from './file-problem.ts';

export interface SettingHistory {
  readonly key: SettingKey;
  /** In the order in which they came. */
  readonly observations: readonly Observation[];
}

export const historyFormats = ['json', 'csv'] as const;
export type HistoryFormat = (typeof historyFormats)[number];

export type ImportResult =
  | {
      readonly ok: true;
      /** How many observations each setting did not have before; those that got none are left out. */
      readonly added: readonly { readonly key: SettingKey; readonly count: number }[];
      /** Settings that no recipe has: nothing of them was kept. */
      readonly leftOut: readonly SettingKey[];
    }
  | { readonly ok: false; readonly problem: FileProblem };
