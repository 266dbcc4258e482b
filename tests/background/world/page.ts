import type { PressResult } from '../../../src/core/errand/errand.schema.ts';
import type { Orders } from '../../../src/core/messages/orders.ts';
import type { MessageType, RequestOf, ResponseOf } from '../../../src/core/messages/protocol.ts';
import { type Position, positionOf, type Reading } from '../../../src/core/reading/reading.ts';
import type { SettingKey } from '../../../src/core/recipe/setting-key.ts';
import type { FakeClock } from './clock.ts';
import type { FakeService } from './service.ts';

const RETRY_AFTER_MS = 500;
const RETRIES = 5;
const SETTLES_MS = 4_000;
const GIVES_UP_MS = 12_000;
const SAVES_MS = 500;
const HOLDS_MS = 1_500;

/** `lost`: the background died before it answered. */
export type Send = <Type extends MessageType>(
  type: Type,
  request: RequestOf<Type>,
) => Promise<{ ok: true; value: ResponseOf<Type> } | { ok: false; error: string }>;

export interface FakePage {
  /** Somebody moves a switch by hand. */
  readonly move: (key: SettingKey, to: Position) => Promise<void>;
  readonly leave: () => void;
}

/** A page in which no script of ours runs. */
export const silentPage: FakePage = { move: async () => {}, leave: () => {} };

/** A page of a settings site with our script in it, from its load until it is left. */
export function openPage(
  address: URL,
  load: string,
  { service, clock, send }: { service: FakeService; clock: FakeClock; send: Send },
): FakePage {
  let isLeft = false;
  const path = address.pathname;
  const loadedAt = clock.now();
  const shown = new Map(service.switches);
  const pressed = new Set<SettingKey>();
  const touched = new Set<SettingKey>();
  const movedAt = new Map<SettingKey, number>();

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      clock.after(ms, () => !isLeft && resolve());
    });
  const ask = async <Type extends MessageType>(type: Type, request: RequestOf<Type>) => {
    for (let tries = 0; tries <= RETRIES; tries++) {
      const answer = await send(type, request);
      // Of a page that is left nobody hears, and it hears of nobody.
      if (isLeft) return new Promise<never>(() => {});
      if (answer.ok) return answer.value;
      if (answer.error !== 'lost') return undefined;
      await pause(RETRY_AFTER_MS);
    }
    return undefined;
  };
  const read = async (key: SettingKey, reading: Reading, settled: boolean) => {
    const how = { touched: touched.has(key), settled, provenance: 'loaded' as const };
    const when = { loadedAt, standsSince: movedAt.get(key) ?? loadedAt };
    const answer = await ask('page.read', { path, load, key, reading, ...how, ...when });
    if (answer?.press) await press(key, answer.press);
  };
  const press = async (key: SettingKey, to: Position) => {
    if (pressed.has(key)) return;
    pressed.add(key);
    service.presses.push(key);
    const { result, saved } = await moved(key, to);
    await ask('page.pressed', { load, key, result, saved });
  };
  const moved = async (
    key: SettingKey,
    to: Position,
  ): Promise<{ result: PressResult; saved: boolean }> => {
    switch (service.manners) {
      case 'saves':
      case 'keeps-nothing':
        show(key, to);
        await pause(SAVES_MS);
        if (service.manners === 'saves') service.switches.set(key, to);
        await pause(HOLDS_MS - SAVES_MS);
        return { result: 'moved', saved: true };
      case 'springs-back':
        await pause(HOLDS_MS);
        return { result: 'sprang-back', saved: false };
      case 'does-nothing':
        await pause(2 * HOLDS_MS);
        return { result: 'no-effect', saved: false };
      default:
        await pause(HOLDS_MS);
        return { result: service.manners, saved: false };
    }
  };
  const show = (key: SettingKey, to: Position) => {
    shown.set(key, to);
    movedAt.set(key, clock.now());
  };
  const readingOf = (key: SettingKey): Reading => {
    const position = shown.get(key);
    if (service.withheld.has(key) || !position) return { state: 'unknown', reason: 'not-found' };
    if (service.shows === 'its switch') return { state: position, strategy: 'known-id' };
    if (service.shows === 'a locked switch') return { state: 'locked', position };
    return { state: 'unknown', reason: service.shows };
  };
  const say = async (key: SettingKey, protectedWhen: Position) => {
    const reading = readingOf(key);
    const position = positionOf(reading);
    // What warns is said at once, and once more when the page has settled.
    if (position !== undefined && position !== protectedWhen) await read(key, reading, false);
    await pause(reading.state === 'unknown' ? GIVES_UP_MS : SETTLES_MS);
    await read(key, readingOf(key), true);
  };

  void (async () => {
    const orders: Orders | undefined = await ask('page.arrived', {
      path,
      load,
      provenance: 'loaded',
    });
    if (!orders) return;
    if (orders.show) void ask('page.shown', { key: orders.show });
    for (const { key, protectedWhen } of orders.controls) void say(key, protectedWhen);
    await pause(SETTLES_MS);
    for (const { key } of orders.rows) {
      const isThere = !service.withheld.has(key);
      await read(
        key,
        isThere ? { state: 'unknown', reason: 'wrong-page' } : { state: 'absent' },
        true,
      );
    }
  })();

  return {
    leave: () => {
      isLeft = true;
    },
    async move(key, to) {
      touched.add(key);
      show(key, to);
      service.switches.set(key, to);
      await pause(SETTLES_MS);
      await read(key, { state: to, strategy: 'known-id' }, true);
    },
  };
}
