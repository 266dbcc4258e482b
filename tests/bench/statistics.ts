export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  const max = sorted.at(-1);
  if (low === undefined || high === undefined || max === undefined) {
    throw new Error('there is no median of nothing');
  }
  return { median: (low + high) / 2, min: sorted[0] ?? max, max };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
