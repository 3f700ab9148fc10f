import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { areFilesKept } from '../../../platform/files/keep-upload.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type TransitionResponse } from '../contract/action-schemas.ts';
import { type SupplementAcceptance, type SupplementAnswerRequest } from '../contract/supplement-schemas.ts';
import { type AnswerChannel, decideSupplementAcceptance, decideSupplementAnswer } from '../domain/decide-supplement-answer.ts';
import { type Asker } from '../domain/may-act.ts';
import { type ReadyBundle, takeBundle } from '../../uploads/index.ts';
import { listPaperFiles } from '../store/dossier-page.ts';
import { keepPapers, replaceKeptFiles } from '../store/kept-papers.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { addAnswerFiles, addPaper, forgetDraft, listDraftFiles, supersedeOldFiles } from '../store/supplement-files.ts';
import { findSupplement, type SupplementItemRow, updateSupplement, updateSupplementItem, type WholeSupplement } from '../store/supplements.ts';
import { type ChangeInput, changeDossier, type Decided, type LoadedDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type CorrectionPlace } from './declared-answers.ts';
import { followAnswers } from './declared-person.ts';
import { type DossiersDeps } from './deps.ts';
import { supplementOf } from './request-supplement.ts';

interface AnsweredItem {
  readonly itemId: string;
  readonly words: string | null;
  readonly files: readonly { readonly id: string; readonly sha256: string; readonly fileName: string }[];
}

interface Answer {
  readonly requestId: string;
  readonly expectedVersion: number | null;
  readonly channel: AnswerChannel;
  readonly items: readonly AnsweredItem[];
  readonly words: string | null;
  /** What was typed for answers of the form; undefined where the request names none. */
  readonly correction?: { readonly version: number } | { readonly entered: ReadonlyMap<string, string> } | undefined;
  /** Papers that came one by one through `uploads`, made ready before the transaction. */
  readonly bundle?: ReadyBundle | undefined;
}

/** Where the answers that a request names are corrected. */
export function correctionPlace(dossier: Pick<DossierRow, 'commune_code' | 'id'>, { request, items }: WholeSupplement): CorrectionPlace {
  return { communeCode: dossier.commune_code, dossierId: dossier.id, requestId: request.id, fields: items.flatMap(({ answer_field }) => answer_field ?? []) };
}

async function decideAnswer(deps: DossiersDeps, { tx, dossier }: LoadedDossier, whole: WholeSupplement | undefined, answer: Answer, asker: Asker, now: Date): Promise<Result<Decided>> {
  const open = whole === undefined ? undefined : {
    id: whole.request.id,
    answerBy: whole.request.answer_by?.getTime() ?? 0,
    items: whole.items.map((item) => ({ id: item.id, paperName: item.paper_name })),
  };
  const judged = whole === undefined || open?.id !== answer.requestId || answer.correction === undefined || deps.declared === undefined ? undefined : await deps.declared.judge(tx, correctionPlace(dossier, whole), answer.correction, now);
  if (judged?.ok === false) return judged;
  const correction = judged?.value;
  const isCorrected = (itemId: string) => {
    const field = whole?.items.find(({ id }) => id === itemId)?.answer_field;
    return field != null && correction?.changed.has(field) === true;
  };
  const sent = (itemId: string) => (answer.bundle?.papers ?? []).filter(({ slotId }) => slotId === itemId).flatMap(({ files }) => files);
  const command = { ...answer, items: answer.items.map(({ itemId, words, files }) => ({ itemId, words, corrected: isCorrected(itemId), fileCount: files.length + sent(itemId).length })) };
  const decided = decideSupplementAnswer(seenDossier(dossier), open, command, now.getTime(), asker);
  if (!decided.ok) return decided;
  if (whole === undefined) return refuse('supplement.not-open');
  const changes = correction?.changes ?? 0;
  const following = correction === undefined || changes === 0 ? ok({ row: {}, followed: [] }) : followAnswers(dossier, correction.person, now);
  if (!following.ok) return following;
  const { row, followed } = following.value;
  return ok({
    change: { ...decided.value, facts: { ...decided.value.facts, ...(changes === 0 ? {} : { corrected: String(changes) }), ...(followed.length === 0 ? {} : { followed: followed.join(' ') }) } },
    row: { ...row, answered_at: now },
    journal: { request: whole.request.id, channel: answer.channel, ...(changes === 0 ? {} : { answers: changes }), ...(followed.length === 0 ? {} : { followed: [...followed] }) },
    write: async (inner) => {
      const given = answer.items.map((item) => ({ ...item, files: [...item.files, ...sent(item.itemId).map(({ sha256, fileName }) => ({ id: deps.newId(), sha256, fileName }))] }));
      await writeAnswer(deps, inner, dossier, whole, { ...answer, items: given }, now);
      if (changes > 0) await correction?.write(inner, asker.kind === 'staff' ? { staffId: asker.staffId, name: asker.fullName } : null, now);
      await deps.declared?.forget(inner, dossier.commune_code, dossier.id);
    },
    settle: async (inner): Promise<Result<void>> => {
      const taken = answer.bundle === undefined ? ok([]) : await takeBundle(inner, answer.bundle, `dossier:${dossier.id}`, now);
      return taken.ok ? ok(undefined) : taken;
    },
  });
}

async function writeAnswer(deps: DossiersDeps, tx: Tx, dossier: DossierRow, { request, items }: WholeSupplement, answer: Answer, now: Date): Promise<void> {
  await updateSupplement(tx, request, {
    status: 'answered', closed_at: now, channel: answer.channel, answered_by: answer.channel === 'online' ? 'citizen' : 'office', answer_words: answer.words?.trim() === '' ? null : answer.words,
  });
  // Two faults may be about one missing paper: it comes in once.
  const added = new Map<string, string>();
  for (const item of items) {
    const given = answer.items.find(({ itemId }) => itemId === item.id);
    if (given === undefined) continue;
    let paperId = item.paper_id;
    if (paperId === null && given.files.length > 0) {
      const key = item.requirement_id ?? item.paper_name;
      paperId = added.get(key) ?? null;
      if (paperId === null) {
        paperId = deps.newId();
        added.set(key, paperId);
        await addPaper(tx, item, { id: paperId, kind: answer.channel === 'online' ? 'electronic' : 'copy' });
      }
    }
    if (paperId !== null) await addAnswerFiles(tx, item, paperId, given.files, now);
    await updateSupplementItem(tx, item, { paper_id: paperId, answer_words: given.words?.trim() === '' ? null : (given.words?.trim() ?? null) });
  }
  await forgetDraft(tx, dossier);
}

/** What the citizen sends through the link: words for each fault, and the files that the server has confirmed before. */
export interface OnlineAnswer {
  readonly commandId: string;
  readonly requestId: string;
  readonly words: string;
  readonly items: readonly { readonly itemId: string; readonly words: string }[];
  /** The version of what was typed for answers of the form, as the person saw it. */
  readonly corrected?: number | undefined;
}

/** The answer that comes through the secret link. A repeated one answers what the first one did. */
export function answerOnline(deps: DossiersDeps, place: Pick<ChangeInput, 'communeCode' | 'id'>, request: OnlineAnswer, bundle: ReadyBundle | undefined, context: RequestContext): Promise<Result<TransitionResponse>> {
  const input: ChangeInput = { ...place, kind: 'answer-supplement-online', request, actor: { kind: 'anonymous' }, context };
  return changeDossier(deps, input, async (loaded) => {
    const whole = await findSupplement(loaded.tx, loaded.dossier, ['open']);
    const drafts = whole === undefined ? [] : await listDraftFiles(loaded.tx, whole.request);
    const items = request.items.map(({ itemId, words }) => ({
      itemId, words,
      files: drafts.filter((file) => file.itemId === itemId).map(({ sha256, fileName }) => ({ id: deps.newId(), sha256, fileName })),
    }));
    return decideAnswer(deps, loaded, whole, { requestId: request.requestId, expectedVersion: null, channel: 'online', items, words: request.words, bundle, correction: request.corrected === undefined ? undefined : { version: request.corrected } }, { kind: 'link-holder' }, context.now);
  });
}

/** The answer that was brought to the counter or came by post, entered by reception. */
export function answerAtCounter(deps: DossiersDeps, id: string, request: SupplementAnswerRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('answer-supplement', id, request, actor, context), async (loaded) => {
    const hashes = request.items.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
    const whole = await findSupplement(loaded.tx, loaded.dossier, ['open']);
    const typed = request.items.flatMap(({ itemId, answer }) => {
      const field = whole?.items.find(({ id }) => id === itemId)?.answer_field;
      return field == null || answer == null || answer.trim() === '' ? [] : [[field, answer] as const];
    });
    const decided = await decideAnswer(deps, loaded, whole, { ...request, correction: typed.length === 0 ? undefined : { entered: new Map(typed) } }, actor, context.now);
    if (!decided.ok) return decided;
    return (await areFilesKept(loaded.tx, actor.communeCode, hashes)) ? decided : refuse('dossier.file-unknown', {}, 'items');
  });
}

/** The holder takes the answer over: better files take the place of the old ones, which stay for the record. */
export function acceptSupplement(deps: DossiersDeps, id: string, request: SupplementAcceptance, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('accept-supplement', id, request, actor, context), async ({ tx, dossier }) => {
    const decided = decideSupplementAcceptance(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const { request: answered, items } = await supplementOf(tx, dossier, 'answered');
    return ok({
      change: decided.value,
      row: { answered_at: null },
      journal: { request: answered.id },
      write: async (inner) => {
        await updateSupplement(inner, answered, { accepted_at: context.now, accepted_by: actor.staffId, accepted_by_name: actor.fullName });
        for (const item of items) {
          const keepsOld = request.keepOld.includes(item.id);
          if (!keepsOld) await supersedeOldFiles(inner, item, context.now);
          await updateSupplementItem(inner, item, { answer_kept_old: keepsOld });
        }
        await keepForReuse(inner, dossier, items, context.now);
      },
    });
  });
}

/** The store of papers follows the dossier: what was blurred is not offered for reuse again. A declaration's papers come in when it is received. */
async function keepForReuse(tx: Tx, dossier: DossierRow, items: readonly SupplementItemRow[], now: Date): Promise<void> {
  if (dossier.person_id === null) return;
  for (const item of items) {
    if (item.paper_id === null) continue;
    const files = await listPaperFiles(tx, dossier.commune_code, dossier.id, item.paper_id);
    if (files.length === 0) continue;
    const stored = JSON.stringify(files.map((file) => ({ sha256: file.sha256, fileName: file.file_name })));
    if (await replaceKeptFiles(tx, dossier.commune_code, item.paper_id, stored)) continue;
    await keepPapers(tx, [{
      commune_code: dossier.commune_code, id: item.paper_id, person_id: dossier.person_id, origin: 'submitted', requirement_id: item.requirement_id, procedure_code: dossier.procedure_code,
      name: item.paper_name, dossier_id: dossier.id, files: stored, kept_at: now,
    }]);
  }
}
