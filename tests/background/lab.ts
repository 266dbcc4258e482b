import type { Catalogue } from '../../src/background/statuses.ts';
import { NO_CONTAINER } from '../../src/core/account/container.ts';
import type { Errand } from '../../src/core/errand/errand.schema.ts';
import type { MessageType, RequestOf, ResponseOf } from '../../src/core/messages/protocol.ts';
import type { Finding } from '../../src/core/reading/finding.ts';
import type { Position } from '../../src/core/reading/reading.ts';
import type { SettingKey } from '../../src/core/recipe/setting-key.ts';
import type { Area } from '../../src/core/store/item.ts';
import type { Overview } from '../../src/core/verdict/overview.ts';
import { type Action, kinds } from '../shown/actions.ts';
import { drawn } from '../shown/drawn.tsx';
import { readingSaid } from '../shown/reading-said.ts';
import { SETTING, type Status, statusIn } from '../shown/status.ts';
import { createWorld, HOME } from './world/index.ts';

export { BATCH_KEY, CARD, SETTING } from '../shown/status.ts';

const ORIGIN = 'https://www.linkedin.com';
export const SETTING_PAGE = `${ORIGIN}/mypreferences/d/settings/data-for-ai-improvement`;
export const FEED = `${ORIGIN}/feed/`;

/** Longer than an errand may last. */
const ERRAND_MS = 130_000;
/** Longer than a page takes to be read. */
const PAGE_MS = 15_000;

export type Lab = ReturnType<typeof openLab>;

/** A person before a browser of our own, and what they see. */
export function openLab(catalogue?: Catalogue) {
  const world = createWorld(catalogue);
  const { clock, service, storage, tabs } = world;

  async function send<Type extends MessageType>(
    type: Type,
    request: RequestOf<Type>,
  ): Promise<ResponseOf<Type>> {
    const answer = await world.ask(type, request);
    if (!answer.ok) throw new Error(`${type} is refused: ${answer.error}`);
    return answer.value;
  }
  const overview = (): Promise<Overview> => send('overview.get', {});
  const shown = async (): Promise<Document> => drawn(await overview());
  const stored = (key: string, area: Area = 'local') =>
    (storage.held(area)[key] as { value: unknown } | undefined)?.value;
  const errand = (key: SettingKey = SETTING) => stored(`errand/${key}`) as Errand | undefined;
  const press = async (action: Action, key: SettingKey = SETTING): Promise<void> => {
    if (action === 'mine') await send('flip-back.mine', { key });
    else await send('errand.start', { key, kind: kinds[action] });
  };

  return {
    ...world,
    send,
    overview,
    shown,
    /** What the popup says of the setting. */
    status: async (key?: SettingKey): Promise<Status> => statusIn(await shown(), key),
    /** The verdict on the setting, where nothing else is to be seen. */
    async verdict(key: SettingKey = SETTING): Promise<string> {
      const { statuses } = await overview();
      return statuses.find((one) => one.key === key)?.judgement.verdict ?? '';
    },
    stored,
    errand,
    finding: (key: SettingKey = SETTING) => stored(`finding/${key}`) as Finding | undefined,
    /** Puts values into the store as they are. */
    seedRaw: (values: Record<string, unknown>, area: Area = 'local') =>
      storage.areas[area].set(values),
    /** The same, each in its envelope. */
    seed: (values: Record<string, unknown>, version = 1) =>
      storage.areas.local.set(
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { version, value }])),
      ),
    choosePlace: (code: string) => send('place.choose', { code }),
    /** Where the switch of a setting stands on the server. */
    turn(position: Position, key: SettingKey = SETTING): void {
      service.switches.set(key, position);
    },
    press,
    /** Presses a button, and lets everything come of it. @returns the outcome of the errand */
    async pressed(action: Action, key: SettingKey = SETTING): Promise<string | undefined> {
      await press(action, key);
      await clock.pass(ERRAND_MS);
      return errand(key)?.outcome?.code;
    },
    /** Any message, as a script of ours in a page sends it that stands in a container, or in none. */
    deliverFrom(url: string, message: unknown, container = NO_CONTAINER): Promise<unknown> {
      const inContainer = container !== NO_CONTAINER && { cookieStoreId: container };
      const tab = { id: 7, incognito: false, ...inContainer };
      return world.deliver(message, { id: HOME.id, url, frameId: 0, tab });
    },
    /** What the script of the setting's page has read there. */
    async readIn(container: string, reading: object, more: object = {}): Promise<unknown> {
      const path = new URL(SETTING_PAGE).pathname;
      return this.deliverFrom(SETTING_PAGE, readingSaid(reading, { path, ...more }), container);
    },
    /** A page is opened by the person, and read. */
    async openPage(address: string = SETTING_PAGE): Promise<number> {
      const tabId = tabs.openByHand(address);
      await clock.pass(PAGE_MS);
      return tabId;
    },
    /** The person moves the switch in a page. */
    async moveByHand(tabId: number, to: Position): Promise<void> {
      void tabs.pageIn(tabId)?.move(SETTING, to);
      await clock.pass(PAGE_MS);
    },
    badgeText: async (): Promise<string | undefined> => {
      await overview();
      return world.badge()?.text;
    },
  };
}
