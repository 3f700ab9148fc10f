import { ok, type Result } from '../../../kernel/result.ts';
import { bundleState, type BundleState, openBundle, prepareBundle, type ReadyBundle } from '../../uploads/index.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { type WholeSupplement } from '../store/supplements.ts';
import { bindPages } from './bind-pages.ts';
import { type DossiersDeps } from './deps.ts';

interface BundlePlace {
  readonly token: string;
  readonly dossier: DossierRow;
  readonly whole: WholeSupplement;
}

/** The papers of a request, sent one by one: a bundle that has the id of the request and a slot for every fault of a paper. Answers where they are added. */
export async function openSupplementBundle(deps: DossiersDeps, { token, dossier, whole }: BundlePlace, now: Date): Promise<string | undefined> {
  const papers = whole.items.filter(({ answer_field }) => answer_field === null);
  const { answer_by: answerBy } = whole.request;
  if (papers.length === 0 || answerBy === null || answerBy <= now) return undefined;
  const slots = papers.map((item) => ({ id: item.id, name: { vi: item.paper_name, en: null }, help: { vi: item.how_to_fix, en: null }, onlyWhen: null, anyOf: null, required: true }));
  const opened = await deps.db.transaction().execute((tx) =>
    openBundle(tx, deps.links, { communeCode: dossier.commune_code, id: whole.request.id, title: { vi: dossier.procedure_name, en: null }, returnPath: `/h/${token}/bo-sung`, slots, expiresAt: answerBy }, now),
  );
  return opened.ok ? opened.value.path : undefined;
}

/** How those papers stand; undefined while nobody sent any this way. */
export function supplementBundle(deps: DossiersDeps, { dossier, whole }: Pick<BundlePlace, 'dossier' | 'whole'>, now: Date): Promise<BundleState | undefined> {
  return bundleState(deps, dossier.commune_code, whole.request.id, now);
}

/** Makes what came one by one ready for the answer; undefined where nothing did. Refuses while a file is only partly here. */
export async function readySupplementBundle(deps: DossiersDeps, place: Pick<BundlePlace, 'dossier' | 'whole'>, now: Date): Promise<Result<ReadyBundle | undefined>> {
  const state = await supplementBundle(deps, place, now);
  if (state?.phase !== 'open' || state.slots.every(({ files, arriving }) => files.length === 0 && arriving.length === 0)) return ok(undefined);
  return prepareBundle({ ...deps, bindPages: (code, { fileName, pages }, at) => bindPages(deps, code, { fileName, pages: [...pages] }, at) }, place.dossier.commune_code, place.whole.request.id, now, { allowMissing: true });
}
