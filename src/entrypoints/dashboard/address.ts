import type { SettingKey } from '../../core/recipe/setting-key.ts';
import { type View, views } from '../../ui/dashboard/views.ts';

export function viewAt(hash: string): View {
  return views.find((view) => hash === `#${view}` || hash.startsWith(`#${view}=`)) ?? 'settings';
}

/** `#report=service/setting` asks for a report, and `#evidence=…` too, as the popup's buttons do. */
export function askedAt(hash: string, view: View): SettingKey | undefined {
  return new URLSearchParams(hash.slice(1)).get(view) || undefined;
}

export function goToView(view: View, key?: SettingKey): void {
  location.hash = key === undefined ? view : `${view}=${key}`;
}
