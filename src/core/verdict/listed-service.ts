import { serviceIdOf } from '../recipe/entry.ts';
import type { Service } from '../recipe/recipe.ts';
import type { SettingKey } from '../recipe/setting-key.ts';

/** Whether the browser lets us into a service's pages: taken back, or never given so far. */
export type ServiceAccess = 'granted' | 'withdrawn' | 'offered';

/** A service as views show it. */
export interface ListedService {
  readonly id: string;
  readonly name: string;
  /** Match patterns of all its pages, which the person may grant. */
  readonly hosts: readonly string[];
  readonly access: ServiceAccess;
}

/** @param wasRead something of it was read before: then its pages were open to us once */
export function accessOf(
  { siteAccess }: Pick<Service, 'siteAccess'>,
  mayEnter: boolean,
  wasRead: boolean,
): ServiceAccess {
  if (mayEnter) return 'granted';
  return siteAccess === 'required' || wasRead ? 'withdrawn' : 'offered';
}

/** Those of which anything is said. What is only on offer is neither counted nor judged. */
export function inUse(services: readonly ListedService[]): ListedService[] {
  return services.filter(({ access }) => access !== 'offered');
}

/** Whether a setting, or a page that is listed, is of one of them. */
export function isOf(services: readonly ListedService[], key: SettingKey): boolean {
  return services.some(({ id }) => id === serviceIdOf(key));
}
