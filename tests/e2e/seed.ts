import type { Lab } from './lab.ts';

/** Puts values into the extension's own storage, each in its envelope, and has it look at them anew. */
export async function seed(
  lab: Lab,
  values: Readonly<Record<string, unknown>>,
  version = 1,
): Promise<void> {
  const sealed = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { version, value }]),
  );
  await lab.browser.inExtension(async (api, items) => {
    await api.storage.local.set(items);
    await api.runtime.sendMessage({ type: 'overview.get', request: {} });
  }, sealed);
}

/** A finding as the settings page's script would have brought it, by the setting's id. */
export function found(id: string, reading: object): Record<string, unknown> {
  return { [`finding/linkedin/${id}`]: { reading, readAt: Date.now(), fresh: true } };
}
