import { firstScope } from '../../../src/core/account/scope.ts';
import type { Finding } from '../../../src/core/reading/finding.ts';
import type { SettingKey } from '../../../src/core/recipe/setting-key.ts';
import { warningOf } from '../../../src/core/verdict/warning.ts';
import { Banner } from '../../../src/ui/banner/banner.tsx';
import { AI, flippedBack, on, sample } from '../sample.ts';
import type { Scene, Scenes } from '../scenes.tsx';
import { nothing } from '../still.tsx';

interface Said {
  readonly key?: SettingKey;
  readonly finding: Finding | null;
  readonly place?: string;
  readonly more?: number;
  readonly refused?: boolean;
  readonly isWhyOpen?: boolean;
}

function banner({
  key = AI,
  finding,
  place,
  more = 0,
  refused = false,
  isWhyOpen = false,
}: Said): Scene {
  const { statuses } = sample({ findings: { [key]: finding }, ...(place && { place }) });
  const status = statuses.find((one) => one.key === key);
  const warning = status && warningOf(status, firstScope);
  if (!warning) throw new Error(`There is nothing to warn about in ${key}`);
  return {
    look: 'banner',
    draw: (locale) => (
      <Banner
        locale={locale}
        isWhyOpen={isWhyOpen}
        onWhy={nothing}
        warning={warning}
        more={more}
        refused={refused}
        isSaid
        onErrand={nothing}
        onDismiss={nothing}
      />
    ),
  };
}

export const bannerScenes: Scenes = {
  'banner/sharing': banner({ finding: on }),
  'banner/presumed': banner({ finding: null }),
  'banner/never-exempt': banner({ finding: on, place: 'US' }),
  'banner/flipped-back': banner({ finding: flippedBack }),
  'banner/several': banner({ key: 'linkedin/partners', finding: on, more: 3 }),
  'banner/why': banner({ finding: on, isWhyOpen: true }),
  'banner/refused': banner({ finding: on, refused: true }),
};
