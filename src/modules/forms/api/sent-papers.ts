import { ok, type Result } from '../../../kernel/result.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { bindPages, type DossierProcedure, type DossiersDeps, isSent, missingPapers } from '../../dossiers/index.ts';
import { bundleFingerprint, type BundleState, bundleState, openBundle, prepareBundle } from '../../uploads/index.ts';
import { type PapersCalledFor } from '../domain/papers-called-for.ts';
import { type DraftOfPapers, type DraftPapers } from './deps.ts';

/** The papers of declarations with a form, sent one by one: a bundle that has the id of the dossier to come and lives as long as the draft. */
export function sentPapers(deps: DossiersDeps): DraftPapers {
  const stateOf = ({ communeCode, dossierId }: DraftOfPapers, now: Date): Promise<BundleState | undefined> => bundleState(deps, communeCode, dossierId, now);
  const openUntil = ({ communeCode, dossierId, procedure, called, returnPath }: DraftOfPapers, expiresAt: Date, now: Date) => {
    const slots = papersToSend({ papers: narrowed(procedure, called) }).map((paper) => ({
      id: paper.id, name: paper.name, help: paper.help, onlyWhen: paper.onlyWhen?.label ?? null, anyOf: paper.anyOf, required: paper.onlyWhen === null && !called.other.has(paper.id), other: called.other.has(paper.id),
    }));
    return deps.db.transaction().execute((tx) => openBundle(tx, deps.links, { communeCode, id: dossierId, title: procedure.name, returnPath, slots, expiresAt }, now));
  };
  return {
    fingerprint: ({ communeCode, dossierId }) => bundleFingerprint(deps.db, communeCode, dossierId),
    view: async (draft, locale, now) => {
      const { called } = draft;
      const state = await stateOf(draft, now);
      // Answers changed since the papers were looked at: what is asked of them follows.
      if (state?.phase === 'open' && state.slots.some(({ id, other }) => other !== called.other.has(id))) await openUntil(draft, draft.expiresAt, now);
      const slots = state?.slots ?? [];
      const papers = narrowed(draft.procedure, called).filter(({ id }) => !called.other.has(id));
      const here = slots.filter(({ files }) => files.length > 0);
      return {
        add: papersToSend(draft.procedure).length === 0 ? undefined : draft.addPath,
        sent: here.map(({ name, files }) => ({ name: named(name, locale), files: files.length })),
        missing: [...missingPapers({ papers }, here.map(({ id }) => id), locale).map(({ text }) => text), ...papers.filter((paper) => !isSent(paper)).map(({ name }) => named(name, locale))],
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

/** The papers as the answers call for them: what is certainly needed is no longer one of several, nor only for some people. */
function narrowed({ papers }: Pick<DossierProcedure, 'papers'>, { needed, other }: PapersCalledFor): DossierProcedure['papers'] {
  return papers.map((paper) => (needed.has(paper.id) ? { ...paper, onlyWhen: null, anyOf: null } : other.has(paper.id) ? { ...paper, anyOf: null } : paper));
}

/** The form itself is answered on the pages: only the other papers are sent. */
function papersToSend({ papers }: Pick<DossierProcedure, 'papers'>): DossierProcedure['papers'] {
  return papers.filter((paper) => isSent(paper) && paper.handling !== 'form');
}

function named(words: { readonly vi: string; readonly en: string | null }, locale: Locale): string {
  return locale === 'en' ? (words.en ?? words.vi) : words.vi;
}
