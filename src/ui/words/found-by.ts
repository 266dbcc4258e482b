import type { MessageKey } from '../../core/language/words.ts';
import type { Reading, Strategy } from '../../core/reading/reading.ts';

/** How a control was found, in one sentence each. */
export const foundBy: Readonly<Record<Strategy, MessageKey>> = {
  'known-id': 'field_strategy_known_id',
  'only-switch': 'field_strategy_only_switch',
  name: 'field_strategy_name',
};

export function strategyOf(reading: Reading | undefined): Strategy | undefined {
  return reading && 'strategy' in reading ? reading.strategy : undefined;
}
