import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Served {
  readonly html: string;
  readonly status: number;
}

export interface PageServer {
  /** Serves a document and answers its address. */
  put(document: Served): string;
  close(): Promise<void>;
}

/** Requests to this path are answered after as many milliseconds as `ms` says. */
export const SAVE_PATH = '/save';

export async function startPageServer(): Promise<PageServer> {
  const documents = new Map<string, Served>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === SAVE_PATH) {
      setTimeout(() => response.writeHead(204).end(), Number(searchParams.get('ms')));
    } else {
      answer(response, documents.get(pathname));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    put: (document) => {
      const path = `/${documents.size + 1}`;
      documents.set(path, document);
      return `http://127.0.0.1:${port}${path}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answer(response: ServerResponse, document: Served | undefined): void {
  const { html = '', status = 404 } = document ?? {};
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}
