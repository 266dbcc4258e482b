import { browser } from './api.ts';

/** The browser started, or the extension was installed or updated. Not every wake-up of the background. */
export function onStart(start: () => void): void {
  browser.runtime.onInstalled.addListener(start);
  browser.runtime.onStartup.addListener(start);
}

/** It was not there before. */
export function onFirstInstalled(installed: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') installed();
  });
}
