import { codes } from '../../../src/catalogue/jurisdictions.ts';
import type { Overview } from '../../../src/core/verdict/overview.ts';
import { Welcome } from '../../../src/ui/welcome/welcome.tsx';
import { batch, sample } from '../sample.ts';
import type { Scene, Scenes } from '../scenes.tsx';
import { nothing, stillBatch } from '../still.tsx';

function welcome(overview: Overview, guess?: string): Scene {
  return {
    look: 'welcome',
    draw: () => (
      <Welcome
        overview={overview}
        codes={codes}
        guess={guess}
        refusal={undefined}
        batch={stillBatch}
        onPlace={nothing}
        onBanner={nothing}
        onDashboard={nothing}
        onSkip={nothing}
      />
    ),
  };
}

export const welcomeScenes: Scenes = {
  'welcome/first': welcome(sample({ place: undefined }), 'DE'),
  'welcome/checking': welcome(sample({ banner: false, batch: batch() })),
};
