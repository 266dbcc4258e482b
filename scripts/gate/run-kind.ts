/** The gate, and everything at real pace without a second try. Else: some files, chosen by hand. */
export type RunKind = 'gate' | 'full';

const KIND = 'DEFAULT_CHECK_RUN';

export const isGate = process.env[KIND] === ('gate' satisfies RunKind);
export const isFull = process.env[KIND] === ('full' satisfies RunKind);
/** `dist` is what the sources say: whoever started this run has just built it. */
export const isBuilt = isGate || isFull;

export function environmentOf(kind: RunKind): NodeJS.ProcessEnv {
  return { ...process.env, [KIND]: kind };
}
