/* The letter by which a person objects, as which sentences and values; nothing is sent. */

import { type MessageKey, wordKey } from '../language/words.ts';
import type { Finding } from '../reading/finding.ts';
import { positionOf } from '../reading/reading.ts';
import type { Controller } from '../recipe/recipe.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { LawThere } from './laws.ts';
import { kindsWithDeadline, type LetterKind } from './letter-kinds.ts';

/** Times in milliseconds since the epoch: their day is told in the person's own time zone. */
export type LetterValue = string | { readonly dayOf: number };

/** A sentence, or words that are in no language of ours, such as an address. */
export type LetterLine =
  | { readonly say: MessageKey; readonly values: readonly LetterValue[] }
  | { readonly as: LetterValue };

export type Paragraph = readonly LetterLine[];

export interface LetterAbout {
  readonly kind: LetterKind;
  /** `undefined` where the letter rests on no law. */
  readonly law: LawThere | undefined;
  readonly controller: Controller;
  readonly serviceName: string;
  /** The setting's own name. */
  readonly title: string;
  readonly finding: Finding | null;
  readonly verdict: Verdict;
}

/**
 * On what a letter can rest. A law of a part of the place counts only where the person says that they
 * live there.
 */
export function letterKindOf(law: LawThere | undefined, livesThere: boolean): LetterKind {
  if (!law || (law.period.onlyIn !== undefined && !livesThere)) return 'request';
  return law.period.letter;
}

export function letterOf(about: LetterAbout, now: number): Paragraph[] {
  const { kind, law, controller, serviceName } = about;
  const provisions = kind === 'request' ? undefined : law?.period.provisions;
  return [
    [say('letter_your_name'), say('letter_your_address'), say('letter_your_profile', serviceName)],
    controller.lines.map((line) => ({ as: line })),
    [{ as: { dayOf: now } }],
    [say('letter_subject')],
    [say('letter_salutation')],
    [say(wordKey('letter_request', kind))],
    ...(kind === 'gdpr' || kind === 'uk-gdpr' ? [[say('letter_reasons')]] : []),
    ...(law && provisions ? [[say('letter_basis', law.title, provisions.right)]] : []),
    ...controller.says.map((word) => [say(wordKey('letter_says', word))]),
    ...stateOf(about, now),
    [say('letter_ask'), say('letter_ask_stop'), say('letter_ask_past'), say('letter_ask_confirm')],
    [deadlineOf(kind, provisions?.deadline)],
    [say('letter_closing')],
    [say('letter_your_name')],
  ];
}

function deadlineOf(kind: LetterKind, deadline: string | undefined): LetterLine {
  const ofLaw = kindsWithDeadline.find((one) => one === kind);
  return ofLaw && deadline
    ? say(wordKey('letter_deadline', ofLaw), deadline)
    : say('letter_deadline_ours');
}

/** Only what was read when its page had just been loaded; the letter says on which day. */
function stateOf({ finding, title, verdict }: LetterAbout, now: number): Paragraph[] {
  if (!finding?.fresh || finding.readAt > now) return [];
  const position = positionOf(finding.reading);
  if (position === undefined) return [];
  return [
    [
      say(wordKey('letter_state', position), { dayOf: finding.readAt }, title),
      // Whoever is opted out has something left to ask for.
      ...(verdict === 'protected' ? [say('letter_beyond')] : []),
    ],
  ];
}

function say(key: MessageKey, ...values: readonly LetterValue[]): LetterLine {
  return { say: key, values };
}
