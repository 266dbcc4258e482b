import { browser } from './api.ts';
import { onPermissionsChanged } from './permissions.ts';

export interface Notification {
  /** What is shown under the same id already is replaced. */
  readonly id: string;
  readonly title: string;
  readonly message: string;
}

export async function showNotification({ id, title, message }: Notification): Promise<void> {
  const iconUrl = browser.runtime.getURL('icons/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
}

/** Call in the first tick of the background. */
export function onNotificationClicked(clicked: () => void): void {
  const listener = (id: string) => {
    void browser.notifications.clear(id);
    clicked();
  };
  // Without the permission there is no such API; it comes with it.
  const listen = () => {
    const api = browser.notifications as typeof browser.notifications | undefined;
    if (api && !api.onClicked.hasListener(listener)) api.onClicked.addListener(listener);
  };
  listen();
  onPermissionsChanged(listen);
}
