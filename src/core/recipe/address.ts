import { doesUrlMatchPatterns } from 'webext-patterns';
import type { Service } from './recipe.ts';
import { type Entry, entriesOf } from './setting-key.ts';

/** What a service's address stands for. */
export type ServicePage =
  | { readonly kind: 'setting'; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly entries: readonly Entry[] }
  | { readonly kind: 'interstitial'; readonly reason: 'signed-out' | 'challenge' }
  | { readonly kind: 'elsewhere' };

/**
 * Whether an address is one at which settings are read.
 *
 * @param href a whole address
 */
export function isSettingsPage(services: readonly Service[], href: string): boolean {
  return doesUrlMatchPatterns(href, ...services.flatMap(({ settingsPages }) => settingsPages));
}

/** @param path the path of an address on the service's origin, without query or fragment */
export function servicePageAt(
  services: readonly Service[],
  origin: string,
  path: string,
): ServicePage {
  const here = entriesOf(services.filter((service) => service.origin === origin));
  const clean = withoutTrailingSlash(path);

  const settings = here.filter(({ setting }) => setting.paths.includes(clean));
  if (settings.length > 0) return { kind: 'setting', entries: settings };

  const listed = here.filter(({ setting }) => setting.listing?.paths.includes(clean));
  if (listed.length > 0) return { kind: 'list', entries: listed };

  for (const { service } of here) {
    // A challenge may live below a path that is otherwise a sign-in page, so it is asked first.
    for (const reason of ['challenge', 'signed-out'] as const) {
      if (service.interstitials[reason].some((prefix) => below(clean, prefix)))
        return { kind: 'interstitial', reason };
    }
    if (service.guestPages.includes(clean)) return { kind: 'interstitial', reason: 'signed-out' };
  }
  return { kind: 'elsewhere' };
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function below(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
