import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PageMode } from './modes.ts';
import { NOTICE } from './pages/frame.ts';
import { type Simulator, startSimulator } from './server.ts';
import { SESSION } from './settings-api.ts';

const AI_PAGE = '/mypreferences/d/settings/data-for-ai-improvement';
const AI_STATE = '/mysettings-api/settingsApiSettings/allowDataForGenerativeAI';
const TOKEN = { 'csrf-token': SESSION };
const LIST = '/mysettings-api/settingsApiSneakPeeks?category=privacy&q=category';

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

describe('saving', () => {
  test('is kept, and read again', async () => {
    expect(await stateShown()).toBe(true);
    expect((await save(false)).status).toBe(200);
    expect(await stateShown()).toBe(false);
    expect(simulator.account.switches.allowDataForGenerativeAI).toBe(false);
  });

  test('is only said to be kept by a server that lies', async () => {
    simulator.set({ save: 'lies' });
    expect((await save(false)).status).toBe(200);
    expect(await stateShown()).toBe(true);
  });

  test('is refused by a server that makes the switch spring back', async () => {
    simulator.set({ save: 'springs-back' });
    expect((await save(false)).status).toBe(500);
    expect(await stateShown()).toBe(true);
  });

  test('gets no answer from a network that is lost, nor does anything else', async () => {
    simulator.set({ network: 'lost' });
    await expect(save(false)).rejects.toThrow();
    await expect(stateShown()).rejects.toThrow();
    expect(simulator.log).toEqual([]);
    simulator.set({ network: 'up' });
    expect(await stateShown()).toBe(true);
  });

  test('takes its time on a slow server', async () => {
    simulator.set({ save: 'slow', saveMs: 2_000 });
    const saved = save(false);
    await new Promise((done) => setTimeout(done, 80));
    expect(await stateShown()).toBe(true);
    await saved;
    expect(await stateShown()).toBe(false);
  });

  test('that is slow does not reach into the next test', async () => {
    simulator.set({ save: 'slow', saveMs: 100 });
    const saved = save(false).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 30));
    simulator.reset();
    await saved;
    expect(simulator.account.switches.allowDataForGenerativeAI).toBe(true);
  });

  test("is not possible without the page's token", async () => {
    const answer = await ask('PUT', AI_STATE, { body: JSON.stringify({ value: false }) });
    expect(answer.status).toBe(403);
    expect(await stateShown()).toBe(true);
  });
});

describe('signing in', () => {
  test('is asked for, and leads back', async () => {
    simulator.account.signedIn = false;
    const sentAway = await ask('GET', AI_PAGE);
    expect(sentAway.status).toBe(302);
    const login = new URL(sentAway.location ?? '', 'https://www.linkedin.com');
    expect(login.pathname).toBe('/login');
    expect(login.searchParams.get('session_redirect')).toBe(`https://www.linkedin.com${AI_PAGE}`);

    const form = await ask('GET', login.pathname + login.search);
    expect(form.body).toContain('type="password"');
    const action = /action="([^"]*)"/.exec(form.body)?.[1] ?? '';
    const back = await ask('POST', action, { body: 'session_key=a&session_password=b' });
    expect(back.location).toBe(`https://www.linkedin.com${AI_PAGE}`);
    expect((await ask('GET', AI_PAGE)).status).toBe(200);
  });

  test('never leads to another site', async () => {
    const elsewhere = encodeURIComponent('https://example.org/');
    const back = await ask('POST', `/login?session_redirect=${elsewhere}`);
    expect(back.location).toBe('https://www.linkedin.com/feed/');
  });
});

describe('the list of settings', () => {
  test('names the state, and leaves out what is not offered', async () => {
    expect(await rows()).toContainEqual({
      href: AI_PAGE,
      name: 'Data for Generative AI Improvement',
      state: 'On',
    });
    simulator.account.offered.allowDataForGenerativeAI = false;
    const left = await rows();
    expect(left).toHaveLength(4);
    expect(left).not.toContainEqual(expect.objectContaining({ href: AI_PAGE }));
    expect((await ask('GET', AI_PAGE)).location).toBe('/mypreferences/d/categories/privacy');
  });

  test('shows as many neighbours as it is told to', async () => {
    simulator.set({ neighbours: 2 });
    expect(await rows()).toHaveLength(3);
  });
});

describe('pages', () => {
  const answers: [PageMode, number, string?][] = [
    ['normal', 200],
    ['sign-in-wall', 302, '/login'],
    ['wall-in-place', 200],
    ['checkpoint', 302, '/checkpoint/challenge'],
    ['redirect', 302, '/feed/'],
    ['broken', 200],
    ['error', 500],
  ];
  test.each(answers)('of a setting answer as mode %s says', async (page, status, location) => {
    simulator.set({ page });
    const answer = await ask('GET', AI_PAGE);
    expect(answer.status).toBe(status);
    if (location !== undefined) expect(answer.location).toContain(location);
    else expect(answer.body).toContain(NOTICE);
  });

  test('may be dead', async () => {
    simulator.set({ page: 'dead' });
    await expect(ask('GET', AI_PAGE)).rejects.toThrow();
  });

  test('may never come', async () => {
    simulator.set({ page: 'silent' });
    const waited = new Promise((done) => setTimeout(done, 500, 'silent'));
    const asked = ask('GET', AI_PAGE).catch(() => 'broken off');
    expect(await Promise.race([asked, waited])).toBe('silent');
  });

  const served = [
    '/feed/',
    '/login',
    '/checkpoint/challenge',
    '/help/linkedin/answer/a6278444',
    '/mypreferences/d/categories/privacy',
    '/mypreferences/m/settings/data-for-ai-improvement',
    '/mypreferences/s/settings/linkedin-promotions',
    '/nowhere',
  ];
  test.each(served)('say what they are and borrow no mark: %s', async (path) => {
    const { body, policy } = await ask('GET', path);
    expect(body).toContain(`<p class="notice">${NOTICE}</p>`);
    expect(body).not.toMatch(/<(img|svg|picture|image)\b/i);
    const text = body.replaceAll(NOTICE, '').replace(/<[^>]*>/g, ' ');
    expect(text).not.toMatch(/linkedin/i);
    expect(policy).toContain("script-src 'self'");
  });
});

test('the log holds page loads and saves, nothing else', async () => {
  await ask('GET', AI_PAGE);
  await ask('GET', '/simulator/settings.js');
  await ask('GET', '/favicon.ico');
  await stateShown();
  await save(false);
  expect(simulator.log.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `GET ${AI_PAGE}`,
    `PUT ${AI_STATE}`,
  ]);
});

test('the proxy reaches the simulator and nothing else', async () => {
  expect(await tunnelTo('www.linkedin.com:443')).toBe(200);
  expect(await tunnelTo('example.org:443')).toBe(502);
});

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly policy: string;
  readonly body: string;
}

function ask(
  method: string,
  path: string,
  { headers = {}, body = '' }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((done, failed) => {
    const sent = request(
      { host: '127.0.0.1', port: simulator.port, method, path, headers, rejectUnauthorized: false },
      async (response) => {
        let text = '';
        for await (const part of response.setEncoding('utf8')) text += part;
        done({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          policy: String(response.headers['content-security-policy']),
          body: text,
        });
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}

async function stateShown(): Promise<unknown> {
  const { body } = await ask('GET', AI_STATE, { headers: TOKEN });
  return (JSON.parse(body) as { value: unknown }).value;
}

async function save(value: boolean): Promise<Answer> {
  return ask('PUT', AI_STATE, { headers: TOKEN, body: JSON.stringify({ value }) });
}

async function rows(): Promise<unknown[]> {
  const { body } = await ask('GET', LIST, { headers: TOKEN });
  return (JSON.parse(body) as { rows: unknown[] }).rows;
}

function tunnelTo(authority: string): Promise<number | undefined> {
  return new Promise((done, failed) => {
    const sent = plainRequest({
      host: '127.0.0.1',
      port: simulator.proxyPort,
      method: 'CONNECT',
      path: authority,
    });
    sent.on('connect', (response, socket) => {
      socket.destroy();
      done(response.statusCode);
    });
    sent.on('error', failed);
    sent.end();
  });
}
