import type { Orders } from '../messages/orders.ts';
import type { Reading } from '../reading/reading.ts';
import type { SettingKey } from '../recipe/setting-key.ts';
import type { PageReport } from './page-report.ts';

/** From the background to a page: what a report is to be made of. */
export interface ReportRequest {
  readonly type: 'report.take';
  readonly key: SettingKey;
  readonly version: string;
  readonly browser: PageReport['browser'];
  readonly reading: Reading | null;
  readonly orders: Orders;
}

export function isReportRequest(message: unknown): message is ReportRequest {
  return (message as Partial<ReportRequest> | null)?.type === 'report.take';
}
