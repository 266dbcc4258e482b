/** Days after which a check is due again, or that none ever is. */
export const remindAfters = [7, 30, 90, 'never'] as const;
export type RemindAfter = (typeof remindAfters)[number];

export const DEFAULT_REMIND_AFTER: RemindAfter = 30;
