import type { ReportRequest } from '../core/report-request.ts';
import { browser } from './api.ts';

/** Runs one of our scripts in the top frame of a tab, in the extension's own world. */
export async function runInTab(tabId: number, script: string): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [script] });
    return true;
  } catch {
    return false;
  }
}

/** @returns what the page's process answers: to be parsed; `undefined` where nobody answers */
export async function askForReport(tabId: number, request: ReportRequest): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, request, { frameId: 0 });
  } catch {
    return undefined;
  }
}
