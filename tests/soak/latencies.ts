export interface Latencies {
  readonly median: number;
  readonly p99: number;
  readonly max: number;
}

export function latenciesOf(all: readonly number[]): Latencies {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const [median, p99, max] = [at(0.5), at(0.99), at(1)];
  if (median === undefined || p99 === undefined || max === undefined) {
    throw new Error('nothing took any time');
  }
  return { median, p99, max };
}
