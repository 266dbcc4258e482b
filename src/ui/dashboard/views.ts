/** Every view of the dashboard; its name is also its address, behind the `#`. */
export const views = [
  'settings',
  'rules',
  'rights',
  'history',
  'preferences',
  'about',
  'evidence',
  'accounts',
  'field-check',
  'report',
  'delete',
] as const;
export type View = (typeof views)[number];

/** Views that belong to another one and are reached from it. */
const partOf: Partial<Record<View, View>> = {
  evidence: 'history',
  accounts: 'preferences',
  delete: 'preferences',
  'field-check': 'about',
  report: 'about',
};

/** Those that the dashboard names at its top, in their order. */
export const mainViews: readonly View[] = views.filter((view) => !partOf[view]);

export function mainViewOf(view: View): View {
  return partOf[view] ?? view;
}

/** Views that are reached from this one. */
export function partsOf(view: View): readonly View[] {
  return views.filter((one) => partOf[one] === view);
}
