/** Firefox before 147 has no `navigation`; there the path is compared this often. */
const COMPARE_EVERY_MS = 1_000;

interface NavigationLike {
  addEventListener(type: string, listener: () => void, options: { signal: AbortSignal }): void;
}

/** Calls back with the path, now and after every navigation inside the page, until the signal aborts. */
export function followPath(
  window: Window & { navigation?: NavigationLike },
  onPath: (path: string) => void,
  signal: AbortSignal,
): void {
  let last: string | undefined;
  const compare = () => {
    const path = window.location.pathname;
    if (path === last) return;
    last = path;
    onPath(path);
  };

  if (window.navigation) {
    window.navigation.addEventListener('currententrychange', compare, { signal });
  } else {
    const timer = setInterval(compare, COMPARE_EVERY_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
  compare();
}
