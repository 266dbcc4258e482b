import type { Overview } from '../../core/verdict/overview.ts';
import { type BatchActions, BatchPanel } from '../batch/batch-panel.tsx';
import { AccessNotice } from '../parts/access-notice.tsx';
import { ranked } from '../settings/by-severity.ts';
import { nextStep } from '../settings/next-step.ts';
import { OpenPages } from '../settings/open-pages.tsx';
import { type SettingActions, SettingsList } from '../settings/settings-list.tsx';
import { Summary } from '../settings/summary.tsx';
import { useLocale } from '../words/locale.ts';

export interface AllSettingsProps extends SettingActions {
  readonly overview: Overview;
  readonly batch: BatchActions;
  readonly onGrant: () => void;
}

/** Every setting with all that is known of it, and what can be done about all of them. */
export function AllSettings({ overview, batch, onGrant, ...on }: AllSettingsProps) {
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
        <BatchPanel {...batch} {...overview} next={next.do} />
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
