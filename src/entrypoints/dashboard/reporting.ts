import { send } from '../../browser/send.ts';
import type { SettingKey } from '../../core/recipe/setting-key.ts';
import type { SettingStatus } from '../../core/verdict/status.ts';
import type { ReportState } from '../../ui/dashboard/reports/page-report.tsx';

interface Doing {
  readonly draw: () => Promise<void>;
  /** Opens the page of a setting, and says whether the background did. */
  readonly guide: (key: SettingKey) => Promise<boolean>;
}

/** The way of one page report, from being asked for to being shown. */
export function reporting({ draw, guide }: Doing) {
  let state: ReportState | undefined;

  /** @param wasOpened the tab shows what the service answers to the setting's address, whatever it is */
  async function make(key: SettingKey, wasOpened = false): Promise<void> {
    state = { step: 'asking', key };
    await draw();
    const reply = await send('report.make', { key });
    // Meanwhile the person may have asked for that of another setting.
    if (state?.key !== key) return;
    if (!reply.ok) state = { step: 'refused', key };
    else if (reply.value && (wasOpened || reply.value.place === 'setting')) {
      state = { step: 'made', key, report: reply.value };
    } else state = { step: 'no-page', key };
    await draw();
  }

  return {
    state: () => state,
    make,
    /** As a guide: where nothing is found, a check goes on to the list and would leave the page. */
    async open({ key, finding }: SettingStatus): Promise<void> {
      state = { step: 'opening', key, askedAt: Date.now(), readAt: finding?.readAt };
      if (!(await guide(key))) state = { step: 'refused', key };
      await draw();
    },
    /** The page that was opened has been read, so that it can be reported; or it never will be. */
    async follow(statuses: readonly SettingStatus[]): Promise<void> {
      if (state?.step !== 'opening') return;
      const { key, askedAt, readAt } = state;
      const { finding, errand } = statuses.find((status) => status.key === key) ?? {};

      if (finding && finding.readAt !== readAt) return make(key, true);
      const code = errand && errand.startedAt >= askedAt ? errand.outcome?.code : undefined;
      if (code === 'tab-closed' || code === 'left-page') {
        state = { step: 'no-page', key };
        await draw();
      }
    },
    forget(): void {
      state = undefined;
    },
  };
}
