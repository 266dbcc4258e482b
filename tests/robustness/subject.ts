import { services } from '../../src/catalogue/index.ts';
import { type ControlOrder, type Orders, ordersAt } from '../../src/core/messages/orders.ts';
import type { Position } from '../../src/core/reading/reading.ts';
import { originOf } from '../../src/core/recipe/origin.ts';
import type { Hook } from '../../src/core/recipe/recipe.ts';
import { type Entry, entriesOf, type SettingKey } from '../../src/core/recipe/setting-key.ts';
import { type GeneratedPage, unsourcedLanguages } from './page.ts';

/** What the recipe knows of the setting that a page shows, and what the page takes from it. */
export interface Subject {
  readonly key: SettingKey;
  readonly path: string;
  readonly hook: Hook;
  readonly request: string | undefined;
  /** As the page writes it: the recipe's in a sourced language, made up in another one. */
  readonly name: string;
  readonly isNameKnown: boolean;
  readonly words: Readonly<Record<Position, string>>;
  /** Settings whose controls stand on the same page. */
  readonly companions: readonly Entry[];
  /** Another setting, and by what name it is known. */
  readonly other: { readonly hook: Hook; readonly name: string };
}

const all = entriesOf(services);
export const settingKeys: readonly SettingKey[] = all.map(({ key }) => key);

export function languagesOf(key: SettingKey): string[] {
  const { probe } = entryOf(key).setting;
  return [...new Set([...Object.keys(probe.names), 'de', 'it', ...unsourcedLanguages])];
}

export function subjectOf({ setting: key, language }: GeneratedPage): Subject {
  const { setting, service } = entryOf(key);
  const names: Readonly<Record<string, readonly string[]>> = setting.probe.names;
  const name = names[language]?.at(-1);
  const path = new URL(setting.open).pathname;
  const words = service.stateWords[language];
  return {
    key,
    path,
    hook: setting.probe.hook,
    request: setting.probe.request,
    name: name ?? `A name in ${language}`,
    isNameKnown: name !== undefined,
    words: { on: words?.on[0] ?? `${language} on`, off: words?.off[0] ?? `${language} off` },
    companions: all.filter((one) => one.key !== key && one.setting.paths.includes(path)),
    other: otherOf(key, path),
  };
}

export function ordersFor({ setting, flipped }: GeneratedPage, path: string): Orders {
  const orders = ordersAt(services, originOf(entryOf(setting).setting.open), path);
  if (!flipped) return orders;
  const turned = (order: ControlOrder): ControlOrder => ({ ...order, protectedWhen: 'on' });
  return { ...orders, controls: orders.controls.map(turned) };
}

/** What is asked of the list on which a setting's row stands. */
export function listOrdersFor(key: SettingKey): Orders {
  const { setting } = entryOf(key);
  return ordersAt(services, originOf(setting.open), setting.listing?.paths[0] ?? '');
}

export const listedKeys: readonly SettingKey[] = all
  .filter(({ setting }) => setting.listing !== undefined)
  .map(({ key }) => key);

function otherOf(key: SettingKey, path: string): Subject['other'] {
  for (const { key: itsKey, setting } of all) {
    const [name] = Object.values(setting.probe.names).flat();
    if (itsKey !== key && name && !setting.paths.includes(path)) {
      return { hook: setting.probe.hook, name };
    }
  }
  throw new Error('no other setting has a name');
}

function entryOf(key: SettingKey): Entry {
  const entry = all.find((one) => one.key === key);
  if (!entry) throw new Error(`no setting ${key}`);
  return entry;
}
