import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { html, script } from '../simulator/answer.ts';
import { certificateFor } from '../simulator/certificate.ts';
import { escaped } from '../simulator/pages/frame.ts';
import { HOST, ORIGIN } from '../simulator/site.ts';

export const SETTING_PAGE = `${ORIGIN}/mypreferences/d/settings/data-for-ai-improvement`;
export const FEED = `${ORIGIN}/feed/`;

/** What the page does that is served next. */
export interface Play {
  /** How many elements the page has, the switch included. */
  readonly elements: number;
  readonly switch: 'on' | 'off' | 'none';
  /** When, in milliseconds after the start, the page inserts 5,000 elements. */
  readonly stormAfterMs?: number;
}

export interface Pages {
  readonly port: number;
  play(next: Play): void;
  close(): Promise<void>;
}

/** The simulator's control on pages of any size, at the service's real address. */
export async function servePages(): Promise<Pages> {
  let play: Play = { elements: 0, switch: 'none' };
  const server = createServer(await certificateFor([HOST]), (request, response) => {
    answer(play, request, response).catch((error: unknown) => {
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
  return {
    port,
    play: (next) => {
      play = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const folders: Readonly<Record<string, string>> = {
  bench: './client/',
  simulator: '../simulator/client/',
};

async function answer(
  play: Play,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ServerResponse> {
  const { pathname } = new URL(request.url ?? '/', ORIGIN);
  const [, place = '', name] = /^\/(bench|simulator)\/([a-z-]+\.js)$/.exec(pathname) ?? [];
  const folder = folders[place];
  if (folder !== undefined) {
    return script(response, await readFile(new URL(`${folder}${name}`, import.meta.url), 'utf8'));
  }
  if (pathname === '/favicon.ico') return response.writeHead(204).end();
  return html(response, page(play));
}

/** Like the service's own a frame that its script fills. */
function page(play: Play): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Bench: not LinkedIn</title>
<script type="module" src="/bench/page.js"></script>
</head>
<body data-play="${escaped(JSON.stringify(play))}">
<header><nav aria-label="Settings"></nav></header>
<main></main>
</body>
</html>
`;
}
