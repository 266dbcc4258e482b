import { Refused } from '../core/messages/router.ts';
import { hostsOf } from '../core/recipe/address.ts';
import type { Service } from '../core/recipe/recipe.ts';
import type { Entry } from '../core/recipe/setting-key.ts';
import type { Ports } from './ports.ts';
import type { Catalogue } from './statuses.ts';

export type SiteAccess = ReturnType<typeof createSiteAccess>;

interface Needs extends Pick<Ports, 'permissions'> {
  readonly catalogue: Catalogue;
}

/** Which services' pages we may enter: the person may take that back in the browser at any time. */
export function createSiteAccess({ catalogue, permissions }: Needs) {
  const optional = catalogue.services.filter(({ siteAccess }) => siteAccess === 'optional');
  return { mayEnter, entered, granted, lacking, need };

  async function mayEnter(services: readonly Service[]): Promise<boolean> {
    return permissions.hasSiteAccess(services.flatMap(hostsOf));
  }

  /** The services that we may enter. */
  function entered(): Promise<Service[]> {
    return enteredOf(catalogue.services);
  }

  /** Those of them that the person had to grant; `undefined` where no service is of that kind. */
  async function granted(): Promise<Service[] | undefined> {
    return optional.length > 0 ? enteredOf(optional) : undefined;
  }

  async function enteredOf(services: readonly Service[]): Promise<Service[]> {
    const all = await Promise.all(
      services.map(async (service) => ((await mayEnter([service])) ? [service] : [])),
    );
    return all.flat();
  }

  /** The services that we may not enter. */
  async function lacking(): Promise<Service[]> {
    const those = await entered();
    return catalogue.services.filter((service) => !those.includes(service));
  }

  /** @throws Refused where we may not enter all of their pages: nothing is begun that could not end well */
  async function need(entries: readonly Entry[]): Promise<void> {
    const services = entries.map(({ service }) => service);
    if (services.length === 0 || !(await mayEnter(services))) throw new Refused('no-access');
  }
}
