import { SETTING } from './status.ts';

/** What a page says of the setting, as our script in it would: of an address at which it does not stand. */
export const readingSaid = (reading: object, more: object = {}) => ({
  type: 'page.read',
  request: {
    path: '/mypreferences/d/x',
    load: 'l',
    key: SETTING,
    provenance: 'loaded',
    touched: false,
    loadedAt: 1_700_000_000_000,
    standsSince: 1_700_000_000_000,
    settled: true,
    reading,
    ...more,
  },
});
