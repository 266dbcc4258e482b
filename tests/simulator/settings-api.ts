import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOffered } from './account.ts';
import { json } from './answer.ts';
import {
  AI_PATH,
  type Category,
  categories,
  isSwitchId,
  type PlayedSetting,
  type SwitchId,
  settingAt,
  settings,
} from './settings.ts';
import { instead } from './settings-pages.ts';
import type { Site } from './site.ts';
import { wordingIn } from './wording.ts';

export const SESSION = 'ajax:0000000000000000001';
export const MARKUP = `<img src=x onerror="document.title='pwned'">`;

export const API = '/mysettings-api/';

export async function settingsApi(
  site: Site,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ServerResponse> {
  const { account, modes } = site;
  if (!account.signedIn) return json(response, { status: 401 }, 401);
  // A page from another tab or a script without the page's cookie has no business here.
  if (request.headers['csrf-token'] !== SESSION) return json(response, { status: 403 }, 403);
  const [resource = '', key = ''] = url.pathname
    .slice(API.length)
    .split('/')
    .map(decodeURIComponent);

  if (resource === 'settingsApiSettings' && isSwitchId(key)) {
    if (request.method === 'PUT') return save(site, key, request, response);
    if (modes.dataMs > 0) await pause(modes.dataMs / modes.pace);
    if (site.ending.aborted || modes.network === 'lost') return response.destroy();
    return json(response, { key, value: account.switches[key] });
  }
  // Anything but a settings page of its own kind needs a full page load.
  const blocked = instead(modes.page) !== undefined;
  if (resource === 'settingsApiSettingCards' && !blocked) {
    const setting = settingAt(key);
    if (setting !== undefined && isOffered(account, setting)) {
      return json(response, cardOf(site, setting));
    }
  }
  if (resource === 'settingsApiSneakPeeks' && !blocked) {
    const category = categories.find((one) => one === url.searchParams.get('category'));
    if (category !== undefined) return json(response, listOf(site, category));
  }
  return json(response, { status: 404 }, 404);
}

function cardOf(site: Site, setting: PlayedSetting): object {
  const { account, modes } = site;
  const wording = wordingIn(modes.locale);
  const isAi = setting.path === AI_PATH;
  const odd = modes.page === 'markup-text' ? MARKUP : '';
  return {
    title: (isAi ? wording.title : setting.title) + odd,
    text: setting.text + odd,
    odd,
    switches: setting.switches
      .filter(({ id }) => account.offered[id])
      .map(({ id, label, hook }) => ({ key: id, label: isAi ? wording.toggle : label, hook })),
    behaviour: behaviour(site),
  };
}

function listOf(site: Site, category: Category): object {
  const { account, modes } = site;
  const wording = wordingIn(modes.locale);
  let neighbours = modes.neighbours;
  const rows = settings
    .filter((setting) => setting.category === category && isOffered(account, setting))
    .filter((setting) => setting.path === AI_PATH || neighbours-- > 0)
    .map((setting) => {
      const [only, second] = setting.switches;
      const name = setting.path === AI_PATH ? wording.title : setting.title;
      return {
        href: `/mypreferences/d/${setting.path}`,
        name: modes.page === 'markup-text' ? name + MARKUP : name,
        ...(only !== undefined &&
          second === undefined && { state: account.switches[only.id] ? wording.on : wording.off }),
      };
    });
  return { title: titles[category], rows, behaviour: behaviour(site) };
}

const titles: Readonly<Record<Category, string>> = {
  account: 'Account preferences',
  privacy: 'Data privacy',
  ads: 'Advertising data',
};

function behaviour({ modes }: Site): object {
  const { page, save: saving, delayMs, hydrateMs, dataMs, pace, words, locale } = modes;
  const { on, off } = wordingIn(locale);
  const shownWords = words || page === 'word-contradicts' ? { on, off } : undefined;
  return { page, saving, delayMs, hydrateMs, dataMs, pace, words: shownWords };
}

async function save(
  site: Site,
  key: SwitchId,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ServerResponse> {
  const { account, modes, ending } = site;
  const value = await valueIn(request);
  if (typeof value !== 'boolean') return json(response, { status: 400 }, 400);
  if (modes.save === 'springs-back') return json(response, { status: 500 }, 500);
  // Not bound to the connection: like a real server it carries on when the page has gone.
  if (modes.save === 'slow') await pause(modes.saveMs / modes.pace);
  if (ending.aborted) return response.destroy();
  if (modes.save !== 'lies') account.switches[key] = value;
  return json(response, { key, value });
}

async function valueIn(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'value' in body ? body.value : undefined;
  } catch {
    return undefined;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
