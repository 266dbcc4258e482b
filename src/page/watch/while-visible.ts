/** Has something run for as long as the page is looked at, and anew each time that it is again. */
export function whileVisible(
  document: Document,
  start: (hidden: AbortSignal) => void,
  signal: AbortSignal,
): void {
  let shown: AbortController | undefined;
  const follow = () => {
    const isVisible = document.visibilityState === 'visible' && !signal.aborted;
    if (isVisible === (shown !== undefined)) return;
    shown?.abort();
    shown = isVisible ? new AbortController() : undefined;
    if (shown) start(shown.signal);
  };
  signal.addEventListener('abort', follow);
  document.addEventListener('visibilitychange', follow, { signal });
  follow();
}
