/** What has to hold on any machine; how long anything takes does not. */
export const bounds = {
  /** The background's heap when all is answered and collected. It holds its code and the recipes. */
  heapBytes: 16_000_000,
  /** What all of it may leave behind: nothing of a message is kept but a reading. */
  heapGrowthBytes: 8_000_000,
  /** Meanwhile, with what could be collected. What waits may not grow with what was sent. */
  heapMeanwhileBytes: 128_000_000,
} as const;

export function memoryFaults(when: string, heap: number, heapBefore: number): string[] {
  const faults: string[] = [];
  if (heap > bounds.heapBytes) faults.push(`${when} the background holds ${heap} bytes`);
  if (heap - heapBefore > bounds.heapGrowthBytes) {
    faults.push(`${when} the background holds ${heap - heapBefore} bytes more than before`);
  }
  return faults;
}

export function meanwhileFaults(heap: number): string[] {
  return heap > bounds.heapMeanwhileBytes ? [`meanwhile the background holds ${heap} bytes`] : [];
}
