import { type PlayedSetting, type SwitchId, switchIds } from './settings.ts';

/** The server's truth about the one demo account. */
export interface Account {
  readonly switches: Record<SwitchId, boolean>;
  /** `false`: no row in the list of settings, and the deep link does what mode `absentPage` says. */
  readonly offered: Record<SwitchId, boolean>;
  signedIn: boolean;
}

export function newAccount(): Account {
  return { switches: allTrue(), offered: allTrue(), signedIn: true };
}

/** In place, because tests keep a reference to the live account. */
export function restore(account: Account): void {
  Object.assign(account.switches, allTrue());
  Object.assign(account.offered, allTrue());
  account.signedIn = true;
}

/** A page without switches is always there; one with several as long as one of them is. */
export function isOffered({ offered }: Account, { switches }: PlayedSetting): boolean {
  return switches.length === 0 || switches.some(({ id }) => offered[id]);
}

function allTrue(): Record<SwitchId, boolean> {
  return Object.fromEntries(switchIds.map((id) => [id, true])) as Record<SwitchId, boolean>;
}
