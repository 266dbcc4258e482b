import type { VNode } from 'preact';
import type { Locale } from '../../src/ui/words/locale.ts';
import { bannerScenes } from './scenes/banner.tsx';
import { cardScenes } from './scenes/card.tsx';
import { dashboardScenes } from './scenes/dashboard.tsx';
import { noOverviewScenes } from './scenes/no-overview.tsx';
import { popupScenes } from './scenes/popup.tsx';
import { welcomeScenes } from './scenes/welcome.tsx';

/** The style of the page in which it is drawn, as that page brings it. */
export type Look = 'popup' | 'welcome' | 'dashboard' | 'banner';

export interface Scene {
  readonly look: Look;
  readonly draw: (locale: Locale) => VNode;
}

export type Scenes = Readonly<Record<string, Scene>>;

/** Every state in which something is worth looking at, by its name. */
export const scenes: Scenes = {
  ...popupScenes,
  ...cardScenes,
  ...bannerScenes,
  ...welcomeScenes,
  ...dashboardScenes,
  ...noOverviewScenes,
};
