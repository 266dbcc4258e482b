import { services } from '../../src/catalogue/index.ts';
import { type ControlOrder, ordersAt, type RowOrder } from '../../src/core/orders.ts';

const origin = 'https://www.linkedin.com';
const address = ordersAt(services, origin, '/mypreferences/d/settings/data-for-ai-improvement');
const list = ordersAt(services, origin, '/mypreferences/d/categories/privacy');

/** What the background asks of the setting's own page, from the recipe that ships. */
export const controlOrder = only<ControlOrder>(address.controls);
/** What it asks of the list of settings. */
export const rowOrder = only<RowOrder>(list.rows);
export const { probe } = controlOrder;
export const knownId = probe.labelledBy;

function only<T>(orders: readonly T[]): T {
  const [order] = orders;
  if (order === undefined || orders.length > 1) throw new Error(`${orders.length} orders, not one`);
  return order;
}
