import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type Account, newAccount, restore } from './account.ts';
import { html, redirect, script } from './answer.ts';
import { certificateFor } from './certificate.ts';
import { type Modes, usualModes } from './modes.ts';
import { feedPage } from './pages/feed.ts';
import { plainPage } from './pages/plain.ts';
import { challengePage, signInPage } from './pages/sign-in.ts';
import { startProxy } from './proxy.ts';
import { AI_PATH } from './settings.ts';
import { API, SESSION, settingsApi } from './settings-api.ts';
import { answerSettings, settingsAddress } from './settings-pages.ts';
import { HOSTS, ORIGIN, type Site } from './site.ts';
import { answerToy, newToyAccount, TOY_HOSTS, type ToyAccount } from './toy.ts';

export type { Account } from './account.ts';
export type { Modes } from './modes.ts';

/** A page load or a save. */
export interface Hit {
  readonly method: string;
  /** Without query. */
  readonly path: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Simulator {
  /** HTTPS on 127.0.0.1. */
  readonly port: number;
  /** HTTP CONNECT on 127.0.0.1, for the simulated hosts and nothing else. */
  readonly proxyPort: number;
  readonly account: Account;
  /** That of the toy service. */
  readonly toy: ToyAccount;
  readonly log: readonly Hit[];
  /** How often a page has asked for what it shows. */
  readonly shown: number;
  set(modes: Partial<Modes>): void;
  /** Account and modes as at the start, the log empty, saves under way dropped. */
  reset(): void;
  close(): Promise<void>;
}

export async function startSimulator(options: Partial<Modes> = {}): Promise<Simulator> {
  const account = newAccount();
  const modes: Modes = { ...usualModes, ...options };
  const toy = newToyAccount();
  const log: Hit[] = [];
  let shown = 0;
  let ending = new AbortController();
  const site: Site = { account, modes, ending: ending.signal };

  const server = createServer(await certificateFor(HOSTS), (request, response) => {
    const isToy = (TOY_HOSTS as readonly string[]).includes(request.headers.host ?? '');
    const answering = isToy
      ? answerToy(toy, request, response)
      : answer(site, log, request, response);
    if (!isToy && isData(request)) shown += 1;
    answering.catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  const port = await new Promise<number>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') failed(new Error('no port'));
      else done(address.port);
    });
  });
  const proxy = await startProxy(HOSTS, port);

  return {
    port,
    proxyPort: proxy.port,
    account,
    toy,
    log,
    get shown() {
      return shown;
    },
    set: (changes) => void Object.assign(modes, changes),
    reset: () => {
      ending.abort();
      ending = new AbortController();
      site.ending = ending.signal;
      restore(account);
      toy.saves.length = 0;
      Object.assign(toy, { ...newToyAccount(), saves: toy.saves });
      Object.assign(modes, usualModes, options);
      log.length = 0;
    },
    close: async () => {
      ending.abort();
      await proxy.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

function isData({ method, url }: IncomingMessage): boolean {
  return method === 'GET' && url !== undefined && url.startsWith(API);
}

async function answer(
  site: Site,
  log: Hit[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ServerResponse> {
  if (site.modes.network === 'lost') return response.destroy();
  const url = new URL(request.url ?? '/', ORIGIN);
  const path = url.pathname;
  const method = request.method ?? 'GET';
  const { locale } = site.modes;

  const asset = /^\/simulator\/([a-z-]+\.js)$/.exec(path)?.[1];
  if (asset !== undefined) return client(asset, response);
  if (path === AHEAD) return loadAhead(response);
  // The browser's own wish, not a page load.
  if (path === '/favicon.ico') return response.writeHead(204).end();
  const isApi = path.startsWith(API);
  if (!isApi || method === 'PUT') log.push({ method, path, at: Date.now() });
  if (isApi) return settingsApi(site, url, request, response);

  response.setHeader('set-cookie', `JSESSIONID="${SESSION}"; Path=/; Secure; SameSite=None`);
  if (site.modes.loadsAhead) response.setHeader('speculation-rules', `"${AHEAD}"`);
  if (site.modes.keeps) response.setHeader('cache-control', 'no-cache');
  if (settingsAddress(path) !== undefined) return answerSettings(site, path, response);
  switch (path.replace(/\/$/, '')) {
    case '/psettings':
      return redirect(response, '/mypreferences/d/categories/account');
    case '/feed':
      return html(response, feedPage(locale));
    case '/login': {
      const returnTo = ownAddress(url.searchParams.get('session_redirect'));
      if (method !== 'POST') return html(response, signInPage(locale, returnTo));
      request.resume();
      site.account.signedIn = true;
      return redirect(response, returnTo, 303);
    }
    case '/checkpoint/challenge':
      return html(response, challengePage(locale));
    case '/help/linkedin/answer/a6278444':
      return html(response, plainPage(locale, 'Help', 'A demo help page without any help.'));
    default:
      return html(response, plainPage(locale, 'Not found', 'There is no such page.'), 404);
  }
}

const AHEAD = '/simulator/ahead.json';

/** https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Speculation-Rules */
function loadAhead(response: ServerResponse): ServerResponse {
  const urls = [`${ORIGIN}/mypreferences/d/${AI_PATH}`];
  return response
    .setHeader('content-type', 'application/speculationrules+json')
    .end(JSON.stringify({ prerender: [{ urls, eagerness: 'immediate' }] }));
}

async function client(name: string, response: ServerResponse): Promise<ServerResponse> {
  return script(response, await readFile(new URL(`./client/${name}`, import.meta.url), 'utf8'));
}

function ownAddress(wanted: string | null): string {
  const feed = `${ORIGIN}/feed/`;
  try {
    const url = new URL(wanted ?? feed, ORIGIN);
    return url.origin === ORIGIN ? url.href : feed;
  } catch {
    return feed;
  }
}
