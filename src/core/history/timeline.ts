/*
 * The histories as a person reads them: one entry for each change, the newest first, and with it what
 * was read again without any change since.
 */

import type { Cause } from '../reading/observation.ts';
import { type Position, positionOf, type Reading } from '../reading/reading.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import type { SettingHistory } from './exchange.ts';
import { type ObservationSpan, spansOf } from './spans.ts';

export interface TimelineEntry {
  readonly key: SettingKey;
  readonly at: number;
  readonly reading: Reading;
  /** `undefined` for the first reading of all. */
  readonly before: Reading | undefined;
  /** `undefined` where nothing is known to have moved: what cannot be read says nothing of that. */
  readonly movedBy: Cause | undefined;
  /** When it was first read right after its page was loaded. */
  readonly certainAt: number | undefined;
  readonly again: { readonly times: number; readonly last: number } | undefined;
}

export function timelineOf(histories: readonly SettingHistory[]): TimelineEntry[] {
  return histories.flatMap(entriesOf).sort((a, b) => b.at - a.at);
}

/** The newest first, so that of two at the same moment the later one stays before the other. */
function entriesOf({ key, observations }: SettingHistory): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let before: Reading | undefined;
  let stood: Position | undefined;
  for (const span of spansOf(observations)) {
    const { reading, cause, at } = span[0];
    entries.push({
      key,
      at,
      reading,
      before,
      movedBy: movedBy(reading, cause, stood),
      certainAt: span.find(({ fresh }) => fresh)?.at,
      again: againOf(span),
    });
    before = reading;
    stood = positionOf(reading) ?? stood;
  }
  return entries.reverse();
}

function movedBy(reading: Reading, cause: Cause, stood: Position | undefined): Cause | undefined {
  const stands = positionOf(reading);
  if (stands === undefined || stands === stood) return undefined;
  // That a control is read for the first time does not say that anybody has moved it.
  return stood === undefined && cause === 'unknown' ? undefined : cause;
}

function againOf([, ...later]: ObservationSpan): TimelineEntry['again'] {
  const last = later.at(-1)?.at;
  return last === undefined ? undefined : { times: later.length, last };
}
