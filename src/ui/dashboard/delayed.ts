import { useEffect, useRef, useState } from 'preact/hooks';

/** How long what was asked for can be taken back, in milliseconds. */
export const TAKEN_BACK_WITHIN_MS = 8_000;

export interface Delayed {
  /** It is going to be done, and can still be taken back. */
  readonly isPending: boolean;
  readonly begin: () => void;
  readonly takeBack: () => void;
}

/** Does something a few seconds after it was asked for, or at once when the person leaves the view. */
export function useDelayed(act: () => Promise<unknown>): Delayed {
  const [isPending, setPending] = useState(false);
  const latest = useRef(act);
  latest.current = act;
  const isDue = useRef(false);

  useEffect(() => {
    if (!isPending) return undefined;
    const actOnce = async () => {
      if (!isDue.current) return;
      isDue.current = false;
      await latest.current();
    };
    const timer = setTimeout(() => {
      void actOnce().finally(() => setPending(false));
    }, TAKEN_BACK_WITHIN_MS);
    window.addEventListener('pagehide', actOnce);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', actOnce);
      void actOnce();
    };
  }, [isPending]);

  return {
    isPending,
    begin: () => {
      isDue.current = true;
      setPending(true);
    },
    takeBack: () => {
      // What has begun cannot be taken back any more.
      if (!isDue.current) return;
      isDue.current = false;
      setPending(false);
    },
  };
}
