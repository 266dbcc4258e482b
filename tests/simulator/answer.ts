import type { ServerResponse } from 'node:http';

/** As strict as a real site's, so that whatever an extension inserts has to live with it. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; form-action 'self'; " +
  "frame-ancestors 'self'; base-uri 'none'";

export function html(response: ServerResponse, body: string, status = 200): ServerResponse {
  return response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': String(response.getHeader('cache-control') ?? 'no-store'),
      'x-content-type-options': 'nosniff',
    })
    .end(body);
}

export function script(response: ServerResponse, body: string): ServerResponse {
  return response
    .writeHead(200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(body);
}

export function json(response: ServerResponse, value: unknown, status = 200): ServerResponse {
  return response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify(value));
}

export function redirect(response: ServerResponse, address: string, status = 302): ServerResponse {
  return response.writeHead(status, { location: address, 'cache-control': 'no-store' }).end();
}
