import type { Position } from '../../../src/core/reading/reading.ts';
import { placeOf } from '../../../src/core/recipe/address.ts';
import type { Service } from '../../../src/core/recipe/recipe.ts';
import type { SettingKey } from '../../../src/core/recipe/setting-key.ts';

/** What a page does with the press of its switch. */
export type Manners = 'saves' | 'keeps-nothing' | 'springs-back' | 'does-nothing' | 'asks';

/** What the servers of a service know of one account: the truth. */
export interface FakeService {
  readonly service: Service;
  readonly switches: Map<SettingKey, Position>;
  isSignedIn: boolean;
  manners: Manners;
  /** Each press of a switch, in order. */
  readonly presses: SettingKey[];
  /** Where somebody who asks for an address comes to. */
  readonly landsAt: (address: URL) => URL;
}

export function createService(service: Service): FakeService {
  const switches = new Map<SettingKey, Position>(
    service.settings.map(({ id, protectedWhen }) => [
      `${service.id}/${id}`,
      protectedWhen === 'off' ? 'on' : 'off',
    ]),
  );
  const self: FakeService = {
    service,
    switches,
    isSignedIn: true,
    manners: 'saves',
    presses: [],
    landsAt(address) {
      const { kind } = placeOf([service], address.origin, address.pathname);
      const isOpenToAll = kind !== 'setting' && kind !== 'list';
      const [signIn = '/'] = service.walls['signed-out'];
      return self.isSignedIn || isOpenToAll ? address : new URL(signIn, service.origin);
    },
  };
  return self;
}
