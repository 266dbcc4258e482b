import type { ErrandKind } from '../core/errand.ts';
import type { Overview } from '../core/overview.ts';
import type { SettingKey } from '../core/setting-key.ts';
import { useLocale } from './locale.ts';
import { PlaceChooser } from './place-chooser.tsx';
import { SetAsideNotice } from './set-aside-notice.tsx';
import { SettingCard } from './setting-card.tsx';

export interface PopupProps {
  readonly overview: Overview;
  /** ISO 3166-1 codes to choose from, and the one that is only guessed. */
  readonly codes: readonly string[];
  readonly guess: string | undefined;
  /** The background would not do what was asked. */
  readonly refused: boolean;
  readonly onPlace: (code: string) => void;
  readonly onErrand: (key: SettingKey, kind: ErrandKind) => void;
  readonly onBanner: (banner: boolean) => void;
  readonly onSetAsideSeen: () => void;
}

export function Popup(props: PopupProps) {
  const { text } = useLocale();
  const { overview } = props;
  return (
    <>
      <header>
        <img src="/icons/32.png" width="20" height="20" alt="" />
        <h1>{text('app_name')}</h1>
      </header>
      <main>
        {props.refused && (
          <p class="notice" role="alert" data-notice="refused">
            {text('error_refused')}
          </p>
        )}
        {overview.hasSetAside && <SetAsideNotice onSeen={props.onSetAsideSeen} />}
        <PlaceChooser
          serviceName={overview.serviceName}
          codes={props.codes}
          chosen={overview.place}
          guess={props.guess}
          onChoose={props.onPlace}
        />
        {overview.statuses.map((status) => (
          <SettingCard
            key={status.key}
            status={status}
            onErrand={(kind) => props.onErrand(status.key, kind)}
          />
        ))}
      </main>
      <footer>
        <label>
          <input
            type="checkbox"
            name="banner"
            checked={overview.banner}
            onChange={(event) => props.onBanner(event.currentTarget.checked)}
          />
          {text('preference_banner', overview.serviceName)}
        </label>
        <p class="small">{text('not_affiliated', overview.serviceName)}</p>
      </footer>
    </>
  );
}
