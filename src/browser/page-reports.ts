import type { PageReport } from '../core/report/page-report.ts';
import { isReportRequest, type ReportRequest } from '../core/report/report-request.ts';
import { pageApi } from './page-api.ts';

const world = globalThis as { defaultCheckReports?: true };

/** In a page: answers the background, and nobody else can ask. A page may be given this more than once. */
export function onReportAsked(take: (request: ReportRequest) => PageReport | undefined): void {
  if (world.defaultCheckReports) return;
  world.defaultCheckReports = true;
  pageApi.runtime.onMessage.addListener(((
    message: unknown,
    _: unknown,
    answer: (report: PageReport | null) => void,
  ) => {
    if (isReportRequest(message)) answer(take(message) ?? null);
  }) as Parameters<typeof pageApi.runtime.onMessage.addListener>[0]);
}
