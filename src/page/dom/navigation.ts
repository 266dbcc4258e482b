/** How the browser came to load the document, where it says so. */
export function howLoaded(): PerformanceNavigationTiming | undefined {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation as PerformanceNavigationTiming | undefined;
}
