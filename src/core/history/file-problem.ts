// Apart from `history-file.ts`, as the dashboard carries no zod.

/** Characters; the file is ASCII, so bytes as well. */
export const MAX_FILE_LENGTH = 10_000_000;

/**
 * `newer`: written by a later version than this one. `not-a-history`: anything in it is not as we
 * write it. `too-large`: not even looked at.
 */
export const fileProblems = ['not-json', 'not-a-history', 'newer', 'too-large'] as const;
export type FileProblem = (typeof fileProblems)[number];
