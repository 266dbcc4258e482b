import { services } from '../../src/catalogue/index.ts';
import { ordersAt } from '../../src/core/messages/orders.ts';
import { entriesOf, type SettingKey } from '../../src/core/recipe/setting-key.ts';

const KEY = 'linkedin/ai-training';
const origin = 'https://www.linkedin.com';

/** What the background asks of the setting's own page, from the recipe that ships. */
export const orders = ordersAt(
  services,
  origin,
  '/mypreferences/d/settings/data-for-ai-improvement',
);
const list = ordersAt(services, origin, '/mypreferences/d/categories/privacy');

export const controlOrder = ourOwn(orders.controls);
/** What it asks of the list of settings. */
export const rowOrder = ourOwn(list.rows);
export const knownId = controlOrder.hook.value;
/** As the recipe has them, by language. */
export const { names: namesByLanguage } = ourOwn(entriesOf(services)).setting.probe;
/** All that is sought on the page, but for what is left over from another one: that is no JSON. */
export const sought = {
  order: controlOrder,
  others: orders.known.filter(({ key }) => key !== KEY),
  stateWords: orders.stateWords,
};

function ourOwn<T extends { key: SettingKey }>(all: readonly T[]): T {
  const [order, ...more] = all.filter(({ key }) => key === KEY);
  if (order === undefined || more.length > 0) throw new Error(`${KEY}: not one order`);
  return order;
}
