import { escaped, frame, notice } from './frame.ts';

export function signInPage(lang: string, returnTo: string): string {
  return frame({ title: 'Sign in', lang, body: `${notice()}<main>${signInForm(returnTo)}</main>` });
}

export function signInForm(returnTo: string): string {
  return `<h1>Sign in</h1>
<form method="post" action="/login?session_redirect=${escaped(encodeURIComponent(returnTo))}">
  <p><label>E-mail <input name="session_key" type="text" autocomplete="off"></label></p>
  <p><label>Password <input name="session_password" type="password" autocomplete="off"></label></p>
  <p><button type="submit">Sign in</button></p>
</form>`;
}

export function challengePage(lang: string): string {
  return frame({
    title: 'Challenge',
    lang,
    body: `${notice()}<main><h1>A quick check</h1>
<form><p><label>Code <input name="pin" type="text" autocomplete="off"></label></p></form></main>`,
  });
}
