/** What the extension asks the browser for, each with a sentence that says why. */
export const explainedPermissions = [
  'storage',
  'alarms',
  'scripting',
  'cookies',
  'notifications',
] as const;
type ExplainedPermission = (typeof explainedPermissions)[number];

export interface Permissions {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Match patterns. */
  readonly hosts: readonly string[];
}

export function isExplained(permission: string): permission is ExplainedPermission {
  return (explainedPermissions as readonly string[]).includes(permission);
}
