import { type Lab, SWITCH } from './lab.ts';

/** As after a check in Germany: off, and verified. */
export async function seedProtected(lab: Lab): Promise<void> {
  lab.simulator.account.switches[SWITCH] = false;
  await lab.choosePlace('DE');
  const at = Date.now() - 60_000;
  await lab.putFinding({
    reading: { state: 'off', strategy: 'known-id' },
    readAt: at,
    fresh: true,
    held: { since: at, cause: 'unknown', verifiedAt: at },
  });
  await lab.verdict('protected');
}
