import { wordKey } from '../language/words.ts';
import type { Errand, ErrandKind, OutcomeCode } from './errand.schema.ts';

/** Outcomes whose sentence says on which side the switch stands: an undoing has its own. */
export const sided = [
  'done',
  'already-there',
  'sprang-back',
  'keeps-springing-back',
  'no-effect',
  'could-not-save',
  'not-saved',
  'interrupted',
] as const satisfies readonly OutcomeCode[];
type Sided = (typeof sided)[number];

/** What came of an errand, in one sentence. */
export function outcomeSentence(kind: ErrandKind, code: OutcomeCode) {
  return kind === 'undo' && isSided(code) ? wordKey('undone', code) : wordKey('outcome', code);
}

/** The one thing to do about it, where its reason does not say another. */
export function outcomeAdvice(code: OutcomeCode) {
  return `${wordKey('outcome', code)}_do` as const;
}

function isSided(code: OutcomeCode): code is Sided {
  return (sided as readonly OutcomeCode[]).includes(code);
}

/** The step at which an errand ended in each way; `none` where none failed. */
export const endsAt = {
  done: 'none',
  'already-there': 'none',
  read: 'none',
  shown: 'none',
  'not-offered': 'listing',
  'could-not-read': 'opening',
  locked: 'pressing',
  covered: 'pressing',
  'not-sure': 'pressing',
  'unsaved-changes': 'pressing',
  'could-not-save': 'verifying',
  'no-effect': 'verifying',
  asks: 'pressing',
  'sprang-back': 'verifying',
  'keeps-springing-back': 'verifying',
  interrupted: 'verifying',
  'not-saved': 'verifying',
  unverified: 'verifying',
  'left-page': 'opening',
  'tab-closed': 'any',
  'no-access': 'any',
  restarted: 'any',
} as const satisfies Record<OutcomeCode, Errand['step'] | 'none' | 'any'>;
