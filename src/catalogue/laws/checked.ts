/** The day on which every source of the laws was last looked at. */
export const checked = '2026-11-26';
