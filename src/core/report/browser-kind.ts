/** Which engine runs us, and its major version: its system and details are left out. */
export interface BrowserKind {
  readonly name: 'chromium' | 'firefox';
  readonly major: number;
}

/** @param userAgent what the browser calls itself */
export function browserKind(userAgent: string): BrowserKind {
  const firefox = /\bFirefox\/(\d+)/.exec(userAgent)?.[1];
  if (firefox !== undefined) return { name: 'firefox', major: Number(firefox) };
  const chromium = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1];
  return { name: 'chromium', major: Number(chromium ?? 1) };
}
