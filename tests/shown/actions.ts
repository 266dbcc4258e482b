import type { ErrandKind } from '../../src/core/errand/errand.schema.ts';

/** A button of a setting's card. */
export type Action = 'check' | 'turn-off' | 'undo' | 'press-again' | 'mine' | 'guide';

/** What each begins; saying that it was oneself begins nothing. */
export const kinds = {
  check: 'check',
  'turn-off': 'opt-out',
  'press-again': 'opt-out',
  undo: 'undo',
  guide: 'guide',
} satisfies Partial<Record<Action, ErrandKind>>;
