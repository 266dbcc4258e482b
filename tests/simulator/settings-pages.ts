import type { ServerResponse } from 'node:http';
import { isOffered } from './account.ts';
import { html, redirect } from './answer.ts';
import type { AbsentPage, PageMode } from './modes.ts';
import { plainPage } from './pages/plain.ts';
import { deadSettingsPage, EMPTY_PAGE, settingsPage, TROUBLE } from './pages/settings.ts';
import { signInForm } from './pages/sign-in.ts';
import { categories, settingAt } from './settings.ts';
import { ORIGIN, type Site } from './site.ts';

type Answer = (response: ServerResponse, lang: string, path: string) => ServerResponse;

export function settingsAddress(path: string): string | undefined {
  return /^\/mypreferences\/[dms](?:\/(.*?))?\/?$/
    .exec(path)
    ?.slice(1)
    .map((rest) => rest ?? '')[0];
}

export function answerSettings(site: Site, path: string, response: ServerResponse): ServerResponse {
  const { account, modes } = site;
  const lang = modes.locale;
  const rest = settingsAddress(path) ?? '';
  if (!account.signedIn) return toSignIn(response, lang, path);
  const other = instead(modes.page);
  if (other !== undefined) return other(response, lang, path);
  if (rest === '') return redirect(response, '/mypreferences/d/categories/account');
  if (categories.some((category) => rest === `categories/${category}`)) {
    return html(response, settingsPage(lang));
  }
  const setting = settingAt(rest);
  if (setting === undefined) {
    return html(response, plainPage(lang, 'Not found', 'There is no such page.'), 404);
  }
  if (isOffered(account, setting)) return html(response, settingsPage(lang));
  return absent[modes.absentPage](response, lang, path);
}

/** What is served in place of a settings page; `undefined` when the settings app itself is. */
export function instead(mode: PageMode): Answer | undefined {
  return others[mode];
}

const toSignIn: Answer = (response, _lang, path) =>
  redirect(response, `/login?session_redirect=${encodeURIComponent(ORIGIN + path)}`);

const others: Readonly<Partial<Record<PageMode, Answer>>> = {
  'sign-in-wall': toSignIn,
  'wall-in-place': (response, lang, path) =>
    html(response, deadSettingsPage(lang, signInForm(ORIGIN + path))),
  checkpoint: (response) => redirect(response, '/checkpoint/challenge'),
  redirect: (response) => redirect(response, '/feed/'),
  empty: (response) => html(response, EMPTY_PAGE),
  broken: (response, lang) => html(response, deadSettingsPage(lang, TROUBLE)),
  error: (response, lang) => html(response, plainPage(lang, 'Error', 'Something went wrong.'), 500),
  dead: (response) => response.destroy(),
  silent: (response) => response,
};

const absent: Readonly<Record<AbsentPage, Answer>> = {
  'redirect-to-list': (response) => redirect(response, '/mypreferences/d/categories/privacy'),
  blank: (response, lang) => html(response, deadSettingsPage(lang, '')),
  error: (response, lang) => html(response, deadSettingsPage(lang, TROUBLE), 404),
};
