import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { bytes, defineRoute, type Route, showing } from '../../../platform/http/route.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { drawPaper, findPaper } from '../../official-papers/index.ts';
import { answerDigits } from './answer-digits.tsx';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { type DossiersDeps } from './deps.ts';
import { findByLink } from './find-by-link.ts';
import { isOpened } from './opened-dossier.ts';
import { papersForCitizen } from './papers-for-citizen.ts';
import { trackingLinkOf } from './receipt-paper.ts';


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
        const mine = dossier !== undefined && isUuid(paperId) && (await papersForCitizen(deps.db, dossier)).some(({ id }) => id === paperId);
        const row = mine ? await findPaper(deps.db, dossier.commune_code, paperId) : undefined;
        if (dossier === undefined || row === undefined) return answerNothingHere(deps, input, 'link');
        if (!isOpened(deps, dossier, input.context)) return answerDigits(deps, input, token, `giay/${paperId}`, []);
        const [flow] = drawPaper(row, { publicUrl: deps.publicUrl, trackingLink: trackingLinkOf(deps) });
        if (flow === undefined) return answerNothingHere(deps, input, 'link');
        const answer = bytes(await renderPdf(flow), 'application/pdf', {
          'content-disposition': `inline; filename="${row.kind}-${String(row.number)}-${String(row.year)}.pdf"`,
          'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow',
        });
        return showing(answer, { object: `dossier:${dossier.id}`, part: `paper:${paperId}`, communeCode: dossier.commune_code });
      },
    }),
  ];
}
