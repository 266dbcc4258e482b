import type { Browser } from 'puppeteer-core';

/** WebDriver BiDi as puppeteer speaks it; it offers no public way to the browser's own scope. */
interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

export function backgroundState(browser: Browser, id: string): Promise<string> {
  return inBrowserScope(browser, `${extension(id)}.backgroundState ?? 'stopped'`);
}

/**
 * What the browser does to an idle event page, only at once and whatever the page is at.
 * @returns the state right after: an event that comes meanwhile keeps the page alive
 */
export function terminateBackground(browser: Browser, id: string): Promise<string> {
  return inBrowserScope(
    browser,
    `${extension(id)}.terminateBackground({
       ignoreDevToolsAttached: true,
       disableResetIdleForTest: true,
     }).then(() => ${extension(id)}.backgroundState ?? 'stopped')`,
  );
}

/** The doorhanger with which Firefox asks for an optional permission. */
export function answerPermission(browser: Browser, allow: boolean): Promise<string> {
  const button = allow ? 'button' : 'secondaryButton';
  return inBrowserScope(
    browser,
    `(() => {
       const question = document.getElementById('addon-webext-permissions-notification');
       if (!question || !PopupNotifications.isPanelOpen) return 'none';
       question.${button}.click();
       return 'pressed';
     })()`,
  );
}

/** What the switch in `about:addons` does for the pages that an extension has asked for when it was installed. */
export function setSiteAccess(browser: Browser, id: string, allowed: boolean): Promise<string> {
  return inBrowserScope(
    browser,
    `(async () => {
       const { ExtensionPermissions } = ChromeUtils.importESModule(
         'resource://gre/modules/ExtensionPermissions.sys.mjs'
       );
       const extension = ${extension(id)};
       const origins = extension.manifest.host_permissions;
       await ExtensionPermissions.${allowed ? 'add' : 'remove'}(
         extension.id, { permissions: [], origins }, extension
       );
       return 'set';
     })()`,
  );
}

/** The window in which Firefox shows a notification where the system shows none. */
export function clickAlert(browser: Browser): Promise<string> {
  return inBrowserScope(
    browser,
    `(() => {
       const [alert] = Services.wm.getEnumerator('alert:alert');
       if (!alert || alert.document.readyState !== 'complete') return 'none';
       alert.document.getElementById('alertNotification').click();
       return 'clicked';
     })()`,
  );
}

/** A panel that a slow machine has left half closed stands in the way of every later one. */
export function hidePanels(browser: Browser): Promise<string> {
  return inBrowserScope(
    browser,
    `(() => {
       const panels = [...document.querySelectorAll('panel')].filter(({ state }) => state !== 'closed');
       for (const panel of panels) panel.hidePopup();
       return String(panels.length);
     })()`,
  );
}

function extension(id: string): string {
  return `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension`;
}

export async function inBrowserScope(browser: Browser, expression: string): Promise<string> {
  const { connection } = browser as unknown as { connection: Connection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = (tree.result as { contexts: { context: string }[] }).contexts[0];
  if (window === undefined) throw new Error('Firefox has no window');
  const answer = await connection.send('script.evaluate', {
    expression,
    target: { context: window.context },
    awaitPromise: true,
  });
  const { result, exceptionDetails } = answer.result as Evaluated;
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
  return result?.value ?? '';
}
