import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { bytes, defineRoute, type Route, showing } from '../../../platform/http/route.ts';
import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { drawPaper, findPaper } from '../../official-papers/index.ts';
import { answerDigits } from './answer-digits.tsx';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { type DossiersDeps } from './deps.ts';
import { findByLink } from './find-by-link.ts';
import { isOpened } from './opened-dossier.ts';
import { type PaperForCitizen, papersForCitizen } from './papers-for-citizen.ts';
import { trackingLinkOf } from './receipt-paper.ts';
import { type DossierRow } from '../store/move-dossier.ts';

/** The paper as it was given out; undefined when it is gone since the list was read. */
async function drawn(deps: DossiersDeps, dossier: Pick<DossierRow, 'commune_code' | 'id'>, { id, kind }: PaperForCitizen): Promise<PdfFlow | undefined> {
  if (kind === 'fee-receipt') return deps.feeReceipts.draw(dossier.commune_code, dossier.id, id);
  const row = await findPaper(deps.db, dossier.commune_code, id);
  return row === undefined ? undefined : drawPaper(row, { publicUrl: deps.publicUrl, trackingLink: trackingLinkOf(deps) })[0];
}

/** The official papers of a dossier as their citizen opens them: by the link of the slip and four digits, without signing in. */
export function citizenPaperRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/h/:token/giay/:paperId', policy: anyoneOrKiosk, summary: 'Giấy đã cấp cho người nộp / A paper that was issued to whoever filed', tag: 'dossiers', kind: 'page', perMinute: 30,
      schema: { params: Type.Object({ token: Type.String(), paperId: Type.String() }) },
      shows: { action: 'citizen.paper-viewed' },
      handle: async (input) => {
        const { token, paperId } = input.params;
        const dossier = await findByLink(deps, token);
        const paper = dossier === undefined || !isUuid(paperId) ? undefined : (await papersForCitizen(deps, dossier)).find(({ id }) => id === paperId);
        if (dossier === undefined || paper === undefined) return answerNothingHere(deps, input, 'link');
        if (!isOpened(deps, dossier, input.context)) return answerDigits(deps, input, token, `giay/${paperId}`, []);
        const flow = await drawn(deps, dossier, paper);
        if (flow === undefined) return answerNothingHere(deps, input, 'link');
        const answer = bytes(await renderPdf(flow), 'application/pdf', {
          'content-disposition': `inline; filename="${paper.kind}-${paper.number.replaceAll(/[^0-9A-Za-z]+/gu, '-')}.pdf"`,
          'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow',
        });
        return showing(answer, { object: `dossier:${dossier.id}`, part: `paper:${paperId}`, communeCode: dossier.commune_code });
      },
    }),
  ];
}
