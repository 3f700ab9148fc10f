import { ok, type Result } from '../../../kernel/result.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { bindPages, type DossierProcedure, type DossiersDeps, isSent, missingPapers } from '../../dossiers/index.ts';
import { bundleFingerprint, type BundleState, bundleState, openBundle, prepareBundle } from '../../uploads/index.ts';
import { type DraftOfPapers, type DraftPapers } from './deps.ts';

/** The papers of declarations with a form, sent one by one: a bundle that has the id of the dossier to come and lives as long as the draft. */
export function sentPapers(deps: DossiersDeps): DraftPapers {
  const stateOf = ({ communeCode, dossierId }: DraftOfPapers, now: Date): Promise<BundleState | undefined> => bundleState(deps, communeCode, dossierId, now);
  const openUntil = ({ communeCode, dossierId, procedure, returnPath }: DraftOfPapers, expiresAt: Date, now: Date) => {
    const slots = papersToSend(procedure).map((paper) => ({ id: paper.id, name: paper.name, help: paper.help, onlyWhen: paper.onlyWhen?.label ?? null, anyOf: paper.anyOf, required: paper.onlyWhen === null }));
    return deps.db.transaction().execute((tx) => openBundle(tx, deps.links, { communeCode, id: dossierId, title: procedure.name, returnPath, slots, expiresAt }, now));
  };
  return {
    fingerprint: ({ communeCode, dossierId }) => bundleFingerprint(deps.db, communeCode, dossierId),
    view: async (draft, locale, now) => {
      const slots = (await stateOf(draft, now))?.slots ?? [];
      const here = slots.filter(({ files }) => files.length > 0);
      return {
        add: papersToSend(draft.procedure).length === 0 ? undefined : draft.addPath,
        sent: here.map(({ name, files }) => ({ name: named(name, locale), files: files.length })),
        missing: [...missingPapers(draft.procedure, here.map(({ id }) => id), locale).map(({ text }) => text), ...draft.procedure.papers.filter((paper) => !isSent(paper)).map(({ name }) => named(name, locale))],
      };
    },
    ready: async (draft, now) => {
      // What is not sent is brought to the office.
      if ((await stateOf(draft, now)) === undefined) return ok({ papers: [] });
      const bundle = await prepareBundle({ ...deps, bindPages: (code, { fileName, pages }, at) => bindPages(deps, code, { fileName, pages: [...pages] }, at) }, draft.communeCode, draft.dossierId, now, { allowMissing: true });
      return bundle.ok ? ok({ papers: [], bundle: bundle.value }) : bundle;
    },
    drop: async (draft, now) => {
      // Its time ends now: it can no longer be opened, and the next night takes it away.
      if ((await stateOf(draft, now)) !== undefined) await openUntil(draft, new Date(now.getTime() + 1), now);
    },
    open: (draft, now): Promise<Result<{ readonly path: string }>> => (papersToSend(draft.procedure).length === 0 ? Promise.resolve(ok({ path: draft.returnPath })) : openUntil(draft, draft.expiresAt, now)),
  };
}

/** The form itself is answered on the pages: only the other papers are sent. */
function papersToSend({ papers }: DossierProcedure): DossierProcedure['papers'] {
  return papers.filter((paper) => isSent(paper) && paper.handling !== 'form');
}

function named(words: { readonly vi: string; readonly en: string | null }, locale: Locale): string {
  return locale === 'en' ? (words.en ?? words.vi) : words.vi;
}
