import { pause } from '../e2e/browsers/wait.ts';
import { entries, type Ground, kept, truthOf } from './ground.ts';
import type { Tab } from './open-tabs.ts';
import { openPopup } from './opened-popup.ts';
import { keysAt, readingShot, type Shot, type ShotKind, shotKinds, shotOf } from './shots.ts';
import { type Heard, sendVolley } from './volley.ts';

/** What one tab sends at once. */
const PER_VOLLEY = 5;

export interface StormPlan {
  readonly messages: number;
  readonly ms: number;
}

interface Meanwhile {
  /** The popup's first content, in milliseconds. */
  readonly contentMs: number;
  /** The background's heap in bytes, before any collection. */
  readonly heapAtThatMoment: number;
}

/** With what was seen while the last third was on its way. */
export interface StormPlayed extends Meanwhile {
  readonly heard: readonly Heard[];
  /** Messages of each kind that were answered as they have to be. */
  readonly answeredRightly: Readonly<Record<ShotKind, number>>;
  /** From the first message sent to the last one heard. */
  readonly tookMs: number;
  readonly faults: readonly string[];
}

/**
 * Messages from all tabs in turn, by the clock and not by the answers: a background that is slow gets no
 * fewer of them. In the end some readings of each setting at once, the last of which has to stand.
 */
export async function playStorm(
  ground: Ground,
  tabs: readonly Tab[],
  { messages, ms }: StormPlan,
): Promise<StormPlayed> {
  const last = lastShots(ground, tabs);
  const before = messages - last.length * PER_VOLLEY;
  const volleys = before / PER_VOLLEY;
  const faults: string[] = [];
  const underWay: Promise<Heard[]>[] = [];
  const send = (tabId: number, shots: readonly Shot[]) => {
    underWay.push(
      sendVolley(ground, tabId, shots).catch((error: unknown) => {
        faults.push(`a tab could not send: ${error}`);
        return [];
      }),
    );
  };

  const startedAt = Date.now();
  let meanwhile: Promise<Meanwhile> | undefined;
  for (let volley = 0; volley < volleys; volley++) {
    const due = startedAt + (volley / volleys) * ms;
    if (due > Date.now()) await pause(due - Date.now());
    const tab = tabs[volley % tabs.length] as Tab;
    const size = Math.min(PER_VOLLEY, before - volley * PER_VOLLEY);
    send(
      tab.id,
      Array.from({ length: size }, (_, index) => shotOf(tab, volley * PER_VOLLEY + index)),
    );
    if (!meanwhile && volley > (volleys * 2) / 3) {
      meanwhile = lookMeanwhile(ground).catch((error: unknown) => {
        faults.push(`meanwhile ${error}`);
        return { contentMs: Number.NaN, heapAtThatMoment: Number.NaN };
      });
    }
  }
  // What several tabs send at once comes in any order: the last are those that are sent after all.
  await Promise.all(underWay);
  for (const [tab, shots] of last) send(tab.id, shots);
  const heard = (await Promise.all(underWay)).flat();
  const tookMs = Date.now() - startedAt;
  if (!meanwhile) throw new Error('too few messages for a popup between them');
  const seen = await meanwhile;

  if (heard.length !== messages) faults.push(`${heard.length} of ${messages} were answered`);
  faults.push(...wrongAnswers(heard), ...(await fallen(ground)));
  const rightly = heard.filter(({ shot, answer }) => answer === shot.expected);
  const answeredRightly = Object.fromEntries(
    shotKinds.map((kind) => [kind, rightly.filter(({ shot }) => shot.kind === kind).length]),
  ) as Record<ShotKind, number>;
  return { heard, answeredRightly, tookMs, ...seen, faults };
}

async function lookMeanwhile(ground: Ground): Promise<Meanwhile> {
  const heapAtThatMoment = await ground.browser.heapNow();
  return { heapAtThatMoment, contentMs: (await openPopup(ground)).contentMs };
}

function lastShots(ground: Ground, tabs: readonly Tab[]): [Tab, Shot[]][] {
  return entries.map((entry) => {
    const tab = tabs.find((one) => keysAt(one).includes(entry.key));
    if (!tab) throw new Error(`no tab shows ${entry.key}`);
    const truth = truthOf(ground, entry);
    const shots = Array.from({ length: PER_VOLLEY }, (_, index) =>
      readingShot(tab, entry.key, (PER_VOLLEY - 1 - index) % 2 === 0 ? truth : otherThan(truth)),
    );
    return [tab, shots];
  });
}

function otherThan(state: 'on' | 'off'): 'on' | 'off' {
  return state === 'on' ? 'off' : 'on';
}

/** Each kind of wrong answer once, and how often. */
function wrongAnswers(heard: readonly Heard[]): string[] {
  const counted = new Map<string, number>();
  for (const { shot, answer } of heard) {
    if (answer === shot.expected) continue;
    const { kind, message, expected, swelling } = shot;
    const what = `${kind} ${message.type}${swelling ? ` (${swelling.field} as ${swelling.as})` : ''}`;
    const line = `${what}: ${answer}, and not ${expected}`;
    counted.set(line, (counted.get(line) ?? 0) + 1);
  }
  return [...counted].map(([line, times]) => `${line}, ${times} times`);
}

/** What does not stand any more as it was said last. */
async function fallen(ground: Ground): Promise<string[]> {
  const faults: string[] = [];
  const { readings } = await openPopup(ground);
  for (const entry of entries) {
    const truth = truthOf(ground, entry);
    const finding = await kept<{ reading: { state: string } }>(ground, `finding/${entry.key}`);
    const history = await kept<{ rows: unknown[][] }>(ground, `history/${entry.key}`);
    const said = {
      'the finding': finding?.reading.state,
      'the history': history?.rows.at(-1)?.[1],
      'the popup': readings[entry.key],
    };
    for (const [who, state] of Object.entries(said)) {
      if (state !== truth) faults.push(`${who} says of ${entry.key} ${state}, and not ${truth}`);
    }
  }
  const place = await kept<{ code: string }>(ground, 'place');
  if (place?.code !== 'DE') faults.push(`the place is ${place?.code}: a forged message was heeded`);
  return faults;
}
