import { anyStaff, type StaffActor, staffOf } from '../../../kernel/actor.ts';
import { bytes, defineRoute, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { writeSheet } from '../../../platform/xlsx/write-sheet.ts';
import { ReportQuery, ReportResponse } from '../contract/report-schemas.ts';
import { buildReport } from '../papers/build-report.ts';
import { buildReportSheet } from '../papers/build-report-sheet.ts';
import { type DossiersDeps } from './deps.ts';
import { reportView } from './report-view.ts';
import { answerOf } from './staff-route.ts';

const tag = 'dossiers';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function reportPdf(deps: DossiersDeps, actor: StaffActor, report: ReportResponse, now: Date): Promise<Buffer> {
  const commune = await deps.communeOf(actor.communeCode);
  return renderPdf(buildReport(report, { communeWords: `${commune.kind} ${commune.name}`, place: commune.name, centreName: commune.centreName, drawnUpAt: now.getTime() }));
}

/** The report on handling: on the screen, on paper and as a sheet; all three from the same counts. */
export function reportRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/reports/dossiers', policy: anyStaff, summary: 'What came, was finished, is under way and went back in a period', tag, kind: 'api',
      schema: { query: ReportQuery, response: ReportResponse },
      handle: async ({ query, context }) => answerOf(await reportView(deps, staffOf(context.actor), query, context.now)),
    }),
    defineRoute({
      method: 'GET', url: '/api/reports/dossiers.pdf', policy: anyStaff, summary: 'The same report as PDF', tag, kind: 'api',
      schema: { query: ReportQuery },
      handle: async ({ query, context }) => {
        const actor = staffOf(context.actor);
        const report = await reportView(deps, actor, query, context.now);
        if (!report.ok) return problemAnswer(report.problem);
        return bytes(await reportPdf(deps, actor, report.value, context.now), 'application/pdf', { 'content-disposition': `inline; filename="bao-cao-${query.from}-${query.to}.pdf"` });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/reports/dossiers.xlsx', policy: anyStaff, summary: 'The same report as a sheet', tag, kind: 'api',
      schema: { query: ReportQuery },
      handle: async ({ query, context }) => {
        const report = await reportView(deps, staffOf(context.actor), query, context.now);
        if (!report.ok) return problemAnswer(report.problem);
        return bytes(writeSheet(buildReportSheet(report.value)), XLSX, { 'content-disposition': `attachment; filename="bao-cao-${query.from}-${query.to}.xlsx"` });
      },
    }),
  ];
}
