import type { PressResult } from '../../../src/core/errand/errand.schema.ts';
import type { Position, UnknownReason } from '../../../src/core/reading/reading.ts';
import { servicePageAt, servicesAt } from '../../../src/core/recipe/address.ts';
import type { Service } from '../../../src/core/recipe/recipe.ts';
import { entriesOf, type SettingKey } from '../../../src/core/recipe/setting-key.ts';

/** What a page does with the press of its switch. */
export type Manners = 'saves' | 'keeps-nothing' | 'springs-back' | 'does-nothing' | PressResult;

/** What the page of a setting shows. */
export type Shows = 'its switch' | 'a locked switch' | UnknownReason;

/** Where somebody comes to who asks for the page of a setting. */
export type Ways = 'there' | 'sign-in' | 'challenge' | 'feed' | 'nowhere';

/** What the servers of a service know of one account: the truth. */
export interface FakeService {
  readonly switches: Map<SettingKey, Position>;
  manners: Manners;
  shows: Shows;
  ways: Ways;
  /** How long a page takes to come. */
  loadMs: number;
  /** Settings that this account has not. */
  readonly withheld: Set<SettingKey>;
  /** Each press of a switch, in order. */
  readonly presses: SettingKey[];
  /** Where somebody who asks for an address comes to. */
  readonly landsAt: (address: URL) => URL | undefined;
}

/** @param services all that have a site in the world */
export function createService(services: readonly Service[]): FakeService {
  const switches = new Map<SettingKey, Position>(
    entriesOf(services).map(({ key, setting }) => [
      key,
      setting.protectedWhen === 'off' ? 'on' : 'off',
    ]),
  );
  const self: FakeService = {
    switches,
    manners: 'saves',
    shows: 'its switch',
    ways: 'there',
    loadMs: 300,
    withheld: new Set(),
    presses: [],
    landsAt(address) {
      const { kind } = servicePageAt(services, address.origin, address.pathname);
      if (self.ways === 'nowhere') return undefined;
      if (self.ways === 'there' || (kind !== 'setting' && kind !== 'list')) return address;
      const [service] = servicesAt(services, address.origin);
      const [signIn = '/'] = service?.interstitials['signed-out'] ?? [];
      const [challenge = '/'] = service?.interstitials.challenge ?? [];
      const ways = { 'sign-in': signIn, challenge, feed: '/feed/' };
      return new URL(ways[self.ways], address.origin);
    },
  };
  return self;
}
