import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { html, json, redirect, script } from './answer.ts';

/*
 * Plays the service of `tests/toy`: one box that protects when it is ticked, on a form with a Save button, beside
 * things that nobody may press for somebody else; on one site, with the sign-in on another.
 */

export const TOY_HOSTS = ['www.toy.example', 'settings.toy.example'] as const;

export interface ToyAccount {
  signedIn: boolean;
  /** The truth. */
  doNotShare: boolean;
  /** Sent with the same form. */
  newsletter: boolean;
  /** The form offers to be saved before anybody has touched it. */
  isDirty: boolean;
  /** How long a page waits for what it shows: until then its boxes are drawn unticked. */
  delayMs: number;
  /** Every form that was saved, as it was sent. */
  readonly saves: { doNotShare: boolean; newsletter: boolean }[];
  /** How often something was asked for that cannot be taken back. */
  deletions: number;
}

export function newToyAccount(): ToyAccount {
  return {
    signedIn: true,
    doNotShare: false,
    newsletter: true,
    isDirty: false,
    delayMs: 0,
    saves: [],
    deletions: 0,
  };
}

export async function answerToy(
  account: ToyAccount,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ServerResponse> {
  const { method = 'GET', url = '/' } = request;
  const { pathname } = new URL(url, `https://${request.headers.host}`);
  switch (`${request.headers.host}${pathname}`) {
    case 'settings.toy.example/privacy':
      if (!account.signedIn) return redirect(response, 'https://www.toy.example/sign-in');
      return html(response, account.isDirty ? PRIVACY.replace(' disabled', '') : PRIVACY);
    case 'settings.toy.example/toy.js':
      return script(response, await readFile(new URL('./client/toy.js', import.meta.url), 'utf8'));
    case 'settings.toy.example/api/privacy': {
      if (method === 'PUT') {
        const sent = JSON.parse(await bodyOf(request));
        account.saves.push(sent);
        Object.assign(account, sent);
      }
      await new Promise((resolve) => setTimeout(resolve, account.delayMs));
      return json(response, { doNotShare: account.doNotShare, newsletter: account.newsletter });
    }
    case 'settings.toy.example/api/deletion':
      account.deletions += 1;
      return json(response, {});
    case 'www.toy.example/sign-in':
      return html(response, pageOf('Sign in', '<form><input type="password" /></form>'));
    case 'www.toy.example/':
      return html(response, pageOf('Toy', '<p>Nothing to set here.</p>'));
    default:
      return html(response, pageOf('Not found', ''), 404);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

function pageOf(title: string, content: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><main><h1>${title}</h1>${content}</main></body></html>`;
}

const PRIVACY = pageOf(
  'Privacy',
  `<form id="privacy">
    <p><input type="checkbox" id="newsletter" /> <label for="newsletter">Send me the newsletter</label></p>
    <p><input type="checkbox" id="doNotShare" /> <label for="doNotShare">Do not share my data with partners</label></p>
    <button type="button" id="deleteAll">Delete my data</button>
    <button id="savePrivacy" disabled>Save changes</button>
  </form>
  <script type="module" src="/toy.js"></script>`,
);
