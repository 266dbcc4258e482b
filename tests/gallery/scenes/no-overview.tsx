import { NoOverview } from '../../../src/ui/parts/no-overview.tsx';
import type { Look, Scene, Scenes } from '../scenes.tsx';

function noOverview(look: Look): Scene {
  return { look, draw: () => <NoOverview onRetry={() => {}} /> };
}

export const noOverviewScenes: Scenes = {
  'popup/no-overview': noOverview('popup'),
  'welcome/no-overview': noOverview('welcome'),
  'dashboard/no-overview': noOverview('dashboard'),
};
