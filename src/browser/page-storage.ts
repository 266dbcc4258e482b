import type { Envelope } from '../core/store/item.ts';
import { PREFERENCES } from '../core/store/preferences-key.ts';
import type { Warning } from '../core/verdict/warning.ts';
import { WARNINGS } from '../core/verdict/warnings-key.ts';
import { pageApi } from './page-api.ts';

/** Calls back with the warnings that stand, now and at every change, until the signal aborts. */
export function followWarnings(
  onWarnings: (warnings: readonly Warning[]) => void,
  signal: AbortSignal,
): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === WARNINGS.area ? changes[WARNINGS.key] : undefined;
    if (change) onWarnings(open(change.newValue));
  };
  pageApi.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => pageApi.storage.onChanged.removeListener(listener));

  void pageApi.storage[WARNINGS.area].get(WARNINGS.key).then((found) => {
    if (!signal.aborted) onWarnings(open(found[WARNINGS.key]));
  });
}

/** Calls back whenever the person has chosen something else, until the signal aborts. */
export function onPreferencesChanged(changed: () => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === PREFERENCES.area && PREFERENCES.key in changes) changed();
  };
  pageApi.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => pageApi.storage.onChanged.removeListener(listener));
}

/** The background wrote it and parses it; here only its outer form is checked. */
function open(raw: unknown): readonly Warning[] {
  const envelope = raw as Partial<Envelope> | undefined;
  const usable = envelope?.version === WARNINGS.version && Array.isArray(envelope.value);
  return usable ? (envelope.value as Warning[]) : [];
}
