import { anyStaff, type Actor } from '../../../kernel/actor.ts';
import { type Database } from '../../../platform/db/database.ts';
import { bytes, defineRoute, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { PaperParams, PrintQuery } from '../contract/paper-schemas.ts';
import { findPaper } from '../store/official-papers.ts';
import { printPaper } from './print-paper.ts';

/** Everything the module is given by the composition root. */
export interface OfficialPapersDeps {
  readonly db: Database;
  /** Address that goes into QR codes, without a slash at the end. */
  readonly publicUrl: string;
}

const tag = 'papers';

/** The staff side of issued papers: printing again what was issued. */
export function paperRoutes(deps: OfficialPapersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/papers/:id/print.pdf', policy: anyStaff, summary: 'An issued paper again, under its own number and date', tag, kind: 'api',
      schema: { params: PaperParams, query: PrintQuery },
      handle: async ({ params, query, context }) => {
        const row = await findPaper(deps.db, communeOf(context.actor), params.id);
        if (row === undefined) return problemAnswer({ code: 'paper.not-found' });
        const file = await printPaper(row, deps.publicUrl, query.paper);
        return bytes(file, 'application/pdf', { 'content-disposition': `inline; filename="${row.kind}-${row.number}-${row.year}.pdf"` });
      },
    }),
  ];
}

function communeOf(actor: Actor): string {
  if (actor.kind !== 'staff') throw new Error('a staff route was reached without staff');
  return actor.communeCode;
}
