/**
 * How a document came to stand before the person, where it was not loaded for this visit.
 *
 * - `moved-to`: the page changed its address by itself, without a load.
 * - `restored`: the browser kept it when the person left, and brought it back.
 * - `prerendered`: the browser loaded it before anybody asked for it.
 * - `already-open`: it stood there before our script did.
 */
export const unloaded = ['moved-to', 'restored', 'prerendered', 'already-open'] as const;
export type Unloaded = (typeof unloaded)[number];

/** `loaded`: our script was there from the document's beginning, and it was shown from then on. */
export const provenances = ['loaded', ...unloaded] as const;
export type Provenance = (typeof provenances)[number];

/** What a reading owes to the document in which it was made. */
export interface ReadIn {
  readonly provenance: Provenance;
  /** Somebody moved the control since the document was loaded. */
  readonly touched: boolean;
  /** When the document was loaded, or moved to its address. What no page has read was in none. */
  readonly loadedAt?: number;
  /** Since when it has stood like this in the document: since that moment, or since the control was seen to move. */
  readonly standsSince?: number;
  /** The document has settled: what is seen of it before then warns, and accuses nobody. */
  readonly settled: boolean;
}

/** What no page has read but we know ourselves, as that the person is signed out. */
export const notedByUs: ReadIn = { provenance: 'loaded', touched: false, settled: true };

/**
 * The one definition of a fresh reading: only a document that was loaded for this very visit shows what the
 * service has kept, and only as long as nobody has moved the control in it, be it the page itself.
 */
export function isFresh({ provenance, touched, loadedAt = 0, standsSince = 0 }: ReadIn): boolean {
  return provenance === 'loaded' && !touched && standsSince <= loadedAt;
}

/** Whether something was before a moment. A moment from the future was noted by a wrong clock. */
export function isBefore(at: number | undefined, moment: number | undefined, now: number): boolean {
  return at !== undefined && moment !== undefined && at < moment && moment <= now;
}

/** Why a reading is not fresh, where it is not because somebody moved the control. */
export function unloadedOf({ provenance, touched }: ReadIn): Unloaded | undefined {
  return touched || provenance === 'loaded' ? undefined : provenance;
}
