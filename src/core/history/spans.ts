import type { Observation } from '../reading/observation.ts';
import { sameReading } from '../reading/reading.ts';

export type ObservationSpan = [Observation, ...Observation[]];

/** Each as long as the readings say the same. */
export function spansOf(observations: readonly Observation[]): ObservationSpan[] {
  const spans: ObservationSpan[] = [];
  for (const observation of observations) {
    const span = spans.at(-1);
    if (span && sameReading(span[0].reading, observation.reading)) span.push(observation);
    else spans.push([observation]);
  }
  return spans;
}
