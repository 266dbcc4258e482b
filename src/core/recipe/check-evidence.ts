import { type FieldPath, type Problem, problemAt } from './problem.ts';
import type { Evidence } from './recipe.ts';

/**
 * Hosts that archive, copy or retell what others published. A claim names the page where it was made;
 * a copy may be altered, is not ours to vouch for, and outlives a correction.
 */
export const secondHandHosts: readonly string[] = [
  'archive.is',
  'archive.org',
  'archive.ph',
  'archive.today',
  'edgentiq.com',
  'github.com',
  'github.io',
  'githubusercontent.com',
  'gitlab.com',
  'googleusercontent.com',
  'mastodawn.com',
  'medium.com',
  'reddit.com',
  'substack.com',
  'themearound.com',
  'wikipedia.org',
  'ycombinator.com',
];

/** @param address an https address, with or without user and port */
export function isSecondHand(address: string): boolean {
  const host = hostOf(address);
  return secondHandHosts.some((known) => host === known || host.endsWith(`.${known}`));
}

/** Where a piece of evidence cannot carry its claim. That there is any is the schema's to say. */
export function checkEvidence(all: readonly Evidence[], path: FieldPath): Problem[] {
  return all.flatMap((evidence, index) => checkPiece(evidence, [...path, index]));
}

/** @param path the place of this one piece */
export function checkPiece(evidence: Evidence, path: FieldPath): Problem[] {
  const problems: Problem[] = [];
  if (isSecondHand(evidence.address)) {
    const message = `${hostOf(evidence.address)} copies or retells: name the page it was published on`;
    problems.push(problemAt([...path, 'address'], message));
  }
  if (evidence.published !== undefined && evidence.checked < evidence.published) {
    const message = `checked on ${evidence.checked}, before it was published on ${evidence.published}`;
    problems.push(problemAt([...path, 'checked'], message));
  }
  return problems;
}

function hostOf(address: string): string {
  const authority = /^https:\/\/([^/?#\\]*)/i.exec(address)?.[1] ?? '';
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/[.]?(:\d+)?$/, '')
    .toLowerCase();
}
