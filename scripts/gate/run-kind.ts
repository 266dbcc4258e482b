/**
 * The gate; everything at real pace without a second try; or one of several runs beside each other, for which
 * all is made ready before. Else: some files, chosen by hand.
 */
export type RunKind = 'gate' | 'full' | 'beside';

const KIND = 'DEFAULT_CHECK_RUN';

export const isGate = process.env[KIND] === ('gate' satisfies RunKind);
export const isFull = process.env[KIND] === ('full' satisfies RunKind);
/** `dist` is what the sources say: whoever started this run has just built it. */
export const isBuilt = isGate || isFull;
/** Nor is anything else to be made: two runs that write into one folder at once break each other. */
export const isMadeReady = process.env[KIND] === ('beside' satisfies RunKind);

export function environmentOf(kind: RunKind): NodeJS.ProcessEnv {
  return { ...process.env, [KIND]: kind };
}
