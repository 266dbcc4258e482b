import { doesUrlMatchPatterns } from 'webext-patterns';
import { originOf } from './origin.ts';
import type { Service, Setting } from './recipe.ts';
import { type Entry, entriesOf } from './setting-key.ts';

/** What a service shows instead of a page of its settings. */
export interface Interstitial {
  readonly kind: 'interstitial';
  readonly service: Service;
  readonly reason: 'signed-out' | 'challenge';
}

/** What a service's address stands for. */
export type ServicePage =
  | { readonly kind: 'setting'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly entries: readonly Entry[] }
  | Interstitial
  | { readonly kind: 'elsewhere' };

/**
 * Whether an address is one at which settings are read.
 *
 * @param href a whole address
 */
export function isSettingsPage(services: readonly Service[], href: string): boolean {
  return doesUrlMatchPatterns(href, ...services.flatMap(({ settingsPages }) => settingsPages));
}

/** The services that have a site at an origin. */
export function servicesAt(services: readonly Service[], origin: string): Service[] {
  return services.filter(({ origins }) => origins.includes(origin));
}

/** Match patterns of the page of a setting, or of a list, at every address that it has. */
export function patternsOf({ open, paths }: Pick<Setting, 'open' | 'paths'>): string[] {
  return paths.map((path) => `${originOf(open)}${path}*`);
}

/** Match patterns of all pages of a service: what its site access is. */
export function hostsOf({ origins }: Service): string[] {
  return origins.map((origin) => `${origin}/*`);
}

/** @param path the path of an address at the origin, without query or fragment */
export function servicePageAt(
  services: readonly Service[],
  origin: string,
  path: string,
): ServicePage {
  const here = servicesAt(services, origin);
  const entries = entriesOf(here);
  const clean = withoutTrailingSlash(path);
  const stands = (page: Pick<Setting, 'open' | 'paths'> | undefined) =>
    page !== undefined && originOf(page.open) === origin && page.paths.includes(clean);

  const settings = entries.filter(({ setting }) => stands(setting));
  if (settings.length > 0) return { kind: 'setting', entries: settings };

  const listed = entries.filter(({ setting }) => stands(setting.listing));
  if (listed.length > 0) return { kind: 'list', entries: listed };

  for (const service of here) {
    // A challenge may live below a path that is otherwise a sign-in page, so it is asked first.
    for (const reason of ['challenge', 'signed-out'] as const) {
      if (service.interstitials[reason].some((prefix) => below(origin + clean, prefix)))
        return { kind: 'interstitial', service, reason };
    }
    if (service.guestPages.includes(origin + clean))
      return { kind: 'interstitial', service, reason: 'signed-out' };
  }
  return { kind: 'elsewhere' };
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function below(address: string, prefix: string): boolean {
  return address === prefix || address.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
