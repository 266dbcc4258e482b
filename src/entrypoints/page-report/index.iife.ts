import { onReportAsked } from '../../browser/page-reports.ts';
import { takeReport } from '../../page/report/take-report.ts';

onReportAsked((request) => takeReport(document, request));
