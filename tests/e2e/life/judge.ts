import { PACE } from '../pace.ts';
import type { Happening } from './history.ts';
import type { Shown } from './world.ts';

/** How long what is shown may be wrong, in milliseconds. A property that a script sets is found by the next glance. */
export const LIMIT_MS = Math.max(2_000, 10_000 / PACE);
/** A page that showed for so long that it is on has been read. */
const READ_MS = LIMIT_MS * 0.75;
/** A page has said by then all that it says of how it was loaded. */
const SAID_MS = 2_000 + 12_000 / PACE;
/** While a store is filled no page is answered: so long after it, they say once more what they said before. */
const SAID_AGAIN_MS = 2_000;

/** What the popup would show now, and what is stored behind it. */
export interface Told {
  readonly verdict: string;
  readonly finding?: {
    readonly reading: { readonly state: string };
    readonly readAt: number;
    readonly fresh: boolean;
    readonly flipBack?: object | undefined;
  };
}

/** What takes a person elsewhere. */
const walks: readonly Happening[] = [
  ...(['load', 'leave', 'back', 'move-in', 'ahead', 'hide', 'show', 'second'] as const),
];

export interface Judge {
  /** Something happened. */
  readonly note: (what: Happening) => void;
  /** One look at what is shown, by the page and by us. @returns whether what is told contradicts what is known */
  readonly look: (shown: Shown | undefined, told: Told) => boolean;
  readonly wrongSafe: () => readonly string[];
  readonly wrongAlarm: () => readonly string[];
}

/** Knows what the person could see and what we may know of it, and compares it with what we say. */
export function startJudge(
  isOnNow: () => boolean,
  /** How often the service has given out the setting's page to somebody who was signed in. */
  given: () => number,
  now: () => number = Date.now,
): Judge {
  const wrongSafe = new Set<string>();
  const wrongAlarm = new Set<string>();
  let hasAccess = true;
  let wasEverOn = false;
  let wasSwitchedOn = false;
  let isAtWall = false;
  let signedOut: { readonly at: number; readonly given: number } | undefined;
  /** Since when a page in front has shown that it is on, and the document that last did for long enough to be read. */
  let onSince: number | undefined;
  let warning: Shown | undefined;
  let lastReadAt: number | undefined;
  let filledAt = Number.NEGATIVE_INFINITY;
  const since = new Map<string, number>();

  const notes: Partial<Record<Happening, () => void>> = {
    elsewhere: () => {
      wasEverOn ||= isOnNow();
      wasSwitchedOn ||= isOnNow();
    },
    'by-hand': () => {
      wasEverOn = true;
    },
    'by-script': () => {
      wasEverOn = true;
      wasSwitchedOn = true;
    },
    // Without access nobody can see that somebody signs out.
    'sign-out': () => {
      isAtWall = true;
      if (hasAccess) signedOut = { at: now(), given: given() };
    },
    fill: () => {
      filledAt = now();
    },
    withdraw: () => {
      hasAccess = false;
    },
    grant: () => {
      hasAccess = true;
      if (isAtWall) signedOut = { at: now(), given: given() };
    },
  };

  const contradictions = (shown: Shown | undefined): string[] => {
    const found: string[] = [];
    if (!hasAccess) found.push('without access');
    if (shown?.isOn) found.push('over a page that shows it on');
    else if (warning) found.push('after a page showed it on');
    if (signedOut) found.push('after a sign-out');
    return found;
  };

  return {
    note: (what) => {
      if (walks.includes(what)) isAtWall = false;
      notes[what]?.();
    },
    look(shown, { verdict, finding }) {
      const at = now();
      // A page may come and go between two looks.
      const hasComeBack = signedOut && given() > signedOut.given;
      if (hasComeBack || (shown && shown.since > (signedOut?.at ?? 0))) {
        if (hasAccess) signedOut = undefined;
      }
      onSince = shown?.isOn && hasAccess ? (onSince ?? at) : undefined;
      if (shown && onSince !== undefined && at - onSince >= READ_MS) warning = shown;
      // A document that is older than the one that warned says nothing of now.
      if (shown && !shown.isOn && warning && shown.since >= warning.since) warning = undefined;

      const reassures = verdict === 'protected' || verdict === 'exempt';
      const wrong = reassures ? contradictions(shown) : [];
      for (const one of since.keys()) if (!wrong.includes(one)) since.delete(one);
      for (const one of wrong) {
        const from = since.get(one) ?? at;
        since.set(one, from);
        if (at - from > LIMIT_MS) wrongSafe.add(`${verdict} ${one}`);
      }
      const isNew = finding && finding.readAt !== lastReadAt;
      lastReadAt = finding?.readAt;
      const claimsFresh = isNew && finding.fresh && finding.reading.state === 'off';
      const isSaidAgain = at < filledAt + SAID_AGAIN_MS;
      if (
        claimsFresh &&
        !isSaidAgain &&
        isOnNow() &&
        shown &&
        finding.readAt > shown.since + SAID_MS
      ) {
        wrongSafe.add('said to be fresh, of a page that is not');
      }
      if (verdict === 'sharing' && !wasEverOn) wrongAlarm.add('sharing, and was never on');
      if (finding?.flipBack && !wasSwitchedOn) wrongAlarm.add('flipped back by nobody');
      return wrong.length > 0;
    },
    wrongSafe: () => [...wrongSafe],
    wrongAlarm: () => [...wrongAlarm],
  };
}
