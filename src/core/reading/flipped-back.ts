import type { SettingKey } from '../recipe/setting-key.ts';
import type { SettingStatus } from '../verdict/status.ts';
import type { FlipBack } from './finding.ts';

/** A setting that was off and is on again, with what it takes to tell of it. */
export interface FlippedBack {
  readonly key: SettingKey;
  readonly title: string;
  readonly serviceName: string;
  readonly flipBack: FlipBack;
}

/** Those of the same account as far as is known: signed out since, it has too many ifs to be told unasked. */
export function flippedBackIn(statuses: readonly SettingStatus[]): FlippedBack[] {
  return statuses.flatMap(({ key, title, serviceName, finding }) => {
    const flipBack = finding?.flipBack;
    return flipBack && !flipBack.signedOutSince ? [{ key, title, serviceName, flipBack }] : [];
  });
}
