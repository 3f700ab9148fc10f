import { staffOf } from '../../../kernel/actor.ts';
import { bytes, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsOne } from '../../../platform/http/shows.ts';
import { findExchanged } from '../../dossiers/index.ts';
import { CopySheetResponse, ExportQuery, ImportParams } from '../contract/exchange-schemas.ts';
import { dossierValue } from '../domain/dossier-values.ts';
import { loadTargets } from '../reading/load-targets.ts';
import { type ExchangeDeps } from './deps.ts';
import { exportDossiers } from './export-dossiers.ts';
import { exchangers } from './staff-route.ts';
import { tellCopied } from './tell-copied.ts';
import { writtenDossier } from './written-dossier.ts';

const tag = 'exchange';

/** What goes to other systems by a person's hand: one dossier to be copied, or a list as a file. */
export function exportRoutes(deps: ExchangeDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/exchange/dossiers/:id/copy-sheets', policy: exchangers, summary: 'A dossier in the order of other systems’ screens', tag, kind: 'api',
      schema: { params: ImportParams, response: CopySheetResponse },
      shows: showsOne('dossier.viewed', 'dossier', { part: 'copy-sheets' }),
      handle: async ({ params, context }) => {
        const row = await findExchanged(deps.db, staffOf(context.actor).communeCode, params.id);
        if (row === undefined) return problemAnswer({ code: 'dossier.not-found' });
        const dossier = writtenDossier(row);
        const told = await tellCopied(deps, { id: row.id, code: dossier.code }, staffOf(context.actor), context);
        if (!told.ok) return problemAnswer(told.problem);
        return json({
          code: dossier.code,
          applicantName: dossier.fullName,
          targets: loadTargets().map(({ code, name, note, fields }) => ({ code, name, note, fields: fields.map(({ label, value }) => ({ label, value: dossierValue(dossier, value) })) })),
        });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/exchange/export', policy: exchangers, summary: 'The dossiers of a period as CSV, JSON or Excel', tag, kind: 'api',
      schema: { query: ExportQuery },
      handle: async ({ query, context }) => {
        const file = await exportDossiers(deps, query, staffOf(context.actor), context);
        if (!file.ok) return problemAnswer(file.problem);
        return bytes(file.value.bytes, file.value.mediaType, { 'content-disposition': `attachment; filename="${file.value.fileName}"` });
      },
    }),
  ];
}
