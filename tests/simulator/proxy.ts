import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Proxy {
  readonly port: number;
  close(): Promise<void>;
}

/** Lets a browser without host-resolver rules reach the simulator, and nothing else. */
export async function startProxy(hosts: readonly string[], port: number): Promise<Proxy> {
  const authorities = hosts.map((host) => `${host}:443`);
  const open = new Set<Duplex>();
  const server = createServer((_request, response) => {
    response.writeHead(502).end();
  });
  server.on('connect', (request, client: Duplex) => {
    client.on('error', () => client.destroy());
    if (!authorities.includes(request.url ?? '')) {
      client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      return;
    }
    const site = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      site.pipe(client).pipe(site);
    });
    // A tunnel is no longer the HTTP server's to close.
    for (const end of [client, site]) {
      open.add(end);
      end.on('close', () => open.delete(end));
    }
    site.on('error', () => client.destroy());
    site.on('close', () => client.destroy());
    client.on('close', () => site.destroy());
  });
  return {
    port: await listening(server),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
        for (const end of open) end.destroy();
      }),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') failed(new Error('no port'));
      else done(address.port);
    });
  });
}
