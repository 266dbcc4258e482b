import { snapshot } from '../../browser/storage.ts';
import type { AccountScope } from '../../core/account/scope.ts';
import { notedByUs } from '../../core/reading/provenance.ts';
import { isSignedOut, type Reading } from '../../core/reading/reading.ts';
import { findingOf } from '../../core/store/items.ts';
import { keep } from './readings.ts';
import { refresh } from './refresh.ts';
import { entries } from './statuses.ts';

const signedOut: Reading = { state: 'unknown', reason: 'signed-out' };

/** A sign-out was seen, in whatever tab: no verdict on that account stands as if it were the next one's. */
export async function noteSignOut(scope: AccountScope): Promise<void> {
  const stored = await snapshot(entries.map(({ key }) => findingOf(key, scope)));
  const standing = entries.filter(({ key }) => {
    const finding = stored.of(findingOf(key, scope));
    return finding !== null && !isSignedOut(finding.reading);
  });
  for (const { key } of standing) {
    await keep(key, scope, { reading: signedOut, ...notedByUs });
  }
  if (standing.length > 0) await refresh();
}
