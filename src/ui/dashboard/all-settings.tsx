import type { ListedService } from '../../core/verdict/listed-service.ts';
import type { Overview } from '../../core/verdict/overview.ts';
import { type BatchActions, BatchPanel } from '../batch/batch-panel.tsx';
import { AccessNotices, OfferedServices } from '../parts/access-notice.tsx';
import { ranked } from '../settings/by-severity.ts';
import { nextStep } from '../settings/next-step.ts';
import { OpenPages } from '../settings/open-pages.tsx';
import { type SettingActions, SettingsList } from '../settings/settings-list.tsx';
import { Summary } from '../settings/summary.tsx';
import { useLocale } from '../words/locale.ts';
import { serviceNames } from '../words/service-names.ts';

export interface AllSettingsProps extends SettingActions {
  readonly overview: Overview;
  readonly batch: BatchActions;
  readonly onGrant: (service: ListedService) => void;
}

/** Every setting with all that is known of it, and what can be done about all of them. */
export function AllSettings({ overview, batch, onGrant, ...on }: AllSettingsProps) {
  const locale = useLocale();
  const { services, pages } = overview;
  const settings = ranked(overview.statuses);
  const next = nextStep(overview, settings);
  return (
    <>
      <h2 id="view-title" tabIndex={-1}>
        {locale.text('settings_title', serviceNames(services, locale))}
      </h2>
      <AccessNotices services={services} onGrant={onGrant} />
      <Summary {...overview} ranked={settings}>
        <BatchPanel {...batch} {...overview} next={next.do} />
      </Summary>
      <SettingsList
        {...on}
        ranked={settings}
        leading={next.do === 'setting' ? next.key : undefined}
      />
      <OpenPages services={services} pages={pages} />
      <OfferedServices services={services} onGrant={onGrant} />
    </>
  );
}
