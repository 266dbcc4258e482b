// Apart from `overview.ts`, as the views only read it.
import { type Dated, type KeptOverview, OVERVIEW } from './overview.ts';

/** @param digestOf the digest of a text */
export async function keepable(
  dated: Dated,
  digestOf: (text: string) => Promise<string>,
): Promise<KeptOverview> {
  const json = JSON.stringify(dated);
  return { version: OVERVIEW.version, json, digest: await digestOf(json) };
}
