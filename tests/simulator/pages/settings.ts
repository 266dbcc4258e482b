import { frame, notice } from './frame.ts';

const style = `
.shell { padding: 4px 16px; border-bottom: 1px solid #999; }
.switch-row { position: relative; display: flex; gap: 16px; align-items: center; padding: 12px 0; }
.switch-row input { position: absolute; right: 0; width: 1px; height: 1px; opacity: 0; }
.setting-toggle__toggle { width: 44px; height: 24px; border-radius: 12px; background: #777; }
.setting-toggle__toggle[data-shown='true'] { background: #0a6b3d; }
.setting-toggle__toggle[data-shown='mixed'] { background: #b8860b; }
ul { padding: 0; list-style: none; }
li a { display: flex; justify-content: space-between; padding: 12px 0; }
[role='dialog'] { position: fixed; inset: 0; z-index: 50; display: grid; place-content: center;
  background: #000a; }
[role='dialog'] > div { padding: 24px; background: #fff; }
`;

/** The frame of the settings app; `client/settings.js` fills its `main`. */
export function settingsPage(lang: string): string {
  return framed(lang, '<main></main>', ['settings.js']);
}

/** The same frame where the app gave up, or has nothing to show. */
export function deadSettingsPage(lang: string, main: string): string {
  return framed(lang, `<main>${main}</main>`, []);
}

export const EMPTY_PAGE = '<!doctype html><html><head><title></title></head><body></body></html>';

export const TROUBLE = `<h1>Settings</h1>
<p role="alert">Something went wrong. Please try again later.</p>`;

function framed(lang: string, main: string, scripts: readonly string[]): string {
  return frame({
    title: 'Settings',
    lang,
    style,
    scripts,
    body: `${notice()}
<header class="shell"><nav aria-label="Settings">
  <a href="/feed/">Back to the feed</a>
  <a href="/mypreferences/d/categories/account">Account</a>
  <a href="/mypreferences/d/categories/privacy">Data privacy</a>
  <a href="/mypreferences/d/categories/ads">Advertising data</a>
</nav></header>
${main}`,
  });
}
