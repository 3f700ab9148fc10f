import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { findCommandResult } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { drawPaper, findPaper } from '../../official-papers/index.ts';
import { type BulkPrintRequest } from '../contract/bulk-schemas.ts';
import { findDossierPage } from '../store/dossier-page.ts';
import { listSlipDossiers } from '../store/paper-rows.ts';
import { type BulkOutcome, changeMany } from './change-many.ts';
import { type DossiersDeps } from './deps.ts';
import { orderPaper, shelfLabelsPdf } from './paper-on-demand.ts';
import { drawReceipt, trackingLinkOf } from './receipt-paper.ts';

const KIND = 'bulk-print';

/**
 * Finds or makes one paper of each chosen dossier. A control sheet that says what the newest one says is that one; a dossier that was not
 * received has neither receipt nor control sheet.
 */
export function prepareManyPapers(deps: DossiersDeps, request: BulkPrintRequest, actor: StaffActor, context: RequestContext): Promise<Result<BulkOutcome>> {
  return changeMany(deps, { kind: KIND, request, actor, context }, async ({ id }, commandId) => {
    if (request.paper === 'control-sheet') {
      const made = await orderPaper(deps, id, { commandId, kind: 'control-sheet', reason: null }, actor, context);
      if (made.ok) return ok({ paperId: made.value.id });
      return made.problem.code === 'dossier.action-not-possible' ? refuse('dossier.not-received-yet') : made;
    }
    const [dossier] = await listSlipDossiers(deps.db, actor.communeCode, [id]);
    if (dossier === undefined) return refuse('dossier.not-found');
    return request.paper === 'receipt' && dossier.code === null ? refuse('dossier.not-received-yet') : ok({ paperId: null });
  });
}

/** The papers of a batch in one file, in the order of the list, and whose they are. Refuses a batch that is not one of prints, or not of this commune. */
export async function printBatch(deps: DossiersDeps, batchId: string, actor: StaffActor, context: RequestContext): Promise<Result<{ readonly pdf: Buffer; readonly dossierIds: readonly string[] }>> {
  const batch = await findCommandResult<BulkOutcome>(deps.db, { communeCode: actor.communeCode, kind: KIND, commandId: batchId });
  const done = batch?.rows.filter(({ problem }) => problem === null) ?? [];
  if (batch === undefined || done.length === 0) return refuse('dossier.bulk-unknown');
  const dossierIds = done.map(({ id }) => id);
  if (batch.paper === 'shelf-label') {
    const labels = await shelfLabelsPdf(deps, { dossierIds, layout: 'sheet' }, actor, context);
    return labels.ok ? ok({ pdf: labels.value, dossierIds }) : labels;
  }
  const flows: PdfFlow[] = [];
  for (const { id, paperId } of done) {
    flows.push(...(paperId === null ? await receiptOf(deps, actor, id) : await issuedOf(deps, actor, paperId)));
  }
  return ok({ pdf: await renderPdf({ kind: 'book', info: { title: `Giấy tờ (${String(flows.length)})`, author: 'Xã Số', createdAt: context.now.getTime() }, flows }), dossierIds });
}

async function receiptOf(deps: DossiersDeps, { communeCode }: StaffActor, id: string): Promise<readonly PdfFlow[]> {
  const page = await findDossierPage(deps.db, communeCode, id);
  const receipt = page === undefined ? undefined : await drawReceipt(deps, page, 'A5');
  return receipt === undefined ? [] : [receipt];
}

async function issuedOf(deps: DossiersDeps, { communeCode }: StaffActor, paperId: string): Promise<readonly PdfFlow[]> {
  const row = await findPaper(deps.db, communeCode, paperId);
  return row === undefined ? [] : drawPaper(row, { publicUrl: deps.publicUrl, trackingLink: trackingLinkOf(deps) });
}
