import type { Overview } from '../core/overview.ts';
import { AccessNotice } from './access-notice.tsx';
import { ranked } from './by-gravity.ts';
import { useLocale } from './locale.ts';
import { nextStep } from './next-step.ts';
import { OpenPages } from './open-pages.tsx';
import { type RoundActions, RoundPanel } from './round-panel.tsx';
import { type SettingActions, SettingsList } from './settings-list.tsx';
import { Summary } from './summary.tsx';

export interface AllSettingsProps extends SettingActions {
  readonly overview: Overview;
  readonly round: RoundActions;
  readonly onGrant: () => void;
}

/** Every setting with all that is known of it, and what can be done about all of them. */
export function AllSettings({ overview, round, onGrant, ...on }: AllSettingsProps) {
  const { text } = useLocale();
  const settings = ranked(overview.statuses);
  const next = nextStep(overview, settings);
  return (
    <>
      <h2 id="view-title" tabIndex={-1}>
        {text('settings_title', overview.serviceName)}
      </h2>
      {overview.lacksAccess && <AccessNotice {...overview} onGrant={onGrant} />}
      <Summary {...overview} ranked={settings}>
        <RoundPanel {...round} {...overview} next={next.do} />
      </Summary>
      <SettingsList
        {...on}
        ranked={settings}
        leading={next.do === 'setting' ? next.key : undefined}
      />
      {overview.pages.length > 0 && (
        <OpenPages serviceName={overview.serviceName} pages={overview.pages} />
      )}
    </>
  );
}
