/* How one thing is kept, of whatever version, and read again. What is kept is declared in `items.ts`. */
import { z } from '../zod.ts';

export type Area = 'local' | 'session';

export interface StoredItem<T> {
  readonly area: Area;
  readonly key: string;
  readonly version: number;
  readonly schema: z.ZodMiniType<T>;
  readonly fallback: T;
  /** From what version `n` stored to what version `n + 1` stores, by `n`. */
  readonly migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
}

export interface Envelope {
  readonly version: number;
  readonly value: unknown;
}

export const storeProblems = ['broken', 'newer'] as const;
/** `broken`: not what any version stored. `newer`: stored by a later version than this one. */
export type StoreProblem = (typeof storeProblems)[number];

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: StoreProblem; readonly value: T };

/** Thrown where something could not be written: the store is full, or what stands there must not be lost. */
export class NotStored extends Error {
  override readonly name = 'NotStored';
  readonly keys: readonly string[];

  constructor(keys: readonly string[], cause?: unknown) {
    super(`not stored: ${keys.join(', ')}`, { cause });
    this.keys = keys;
  }
}

const EnvelopeSchema = z.strictObject({
  version: z.int().check(z.positive()),
  value: z.unknown(),
});

/** @param raw what storage holds under the item's key; `undefined` when it holds nothing */
export function parseStored<T>(item: StoredItem<T>, raw: unknown): Parsed<T> {
  const refuse = (problem: StoreProblem): Parsed<T> => ({
    ok: false,
    problem,
    value: item.fallback,
  });
  if (raw === undefined) return { ok: true, value: item.fallback };

  const envelope = EnvelopeSchema.safeParse(raw);
  if (!envelope.success) return refuse('broken');
  if (envelope.data.version > item.version) return refuse('newer');

  let value = envelope.data.value;
  for (let version = envelope.data.version; version < item.version; version++) {
    const migrate = item.migrations?.[version];
    if (!migrate) return refuse('broken');
    try {
      value = migrate(value);
    } catch {
      return refuse('broken');
    }
  }
  const parsed = item.schema.safeParse(value);
  return parsed.success ? { ok: true, value: parsed.data } : refuse('broken');
}

export function seal<T>(item: StoredItem<T>, value: T): Envelope {
  return { version: item.version, value };
}
