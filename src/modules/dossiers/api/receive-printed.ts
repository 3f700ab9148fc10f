import { ok, type Result } from '../../../kernel/result.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { type PaperInput, type ReceiveDossierRequest } from '../contract/dossier-schemas.ts';
import { type DossierProcedure, type DossiersDeps, type ReceivedForm } from './deps.ts';

/** Reads the printed form of a reception again; undefined where none was scanned. Refuses what forms refuse of it. */
export async function readPrintedForm(deps: Pick<DossiersDeps, 'scannedForm'>, communeCode: string, { procedureCode, form }: Pick<ReceiveDossierRequest, 'procedureCode' | 'form'>, now: Date): Promise<Result<ReceivedForm | undefined>> {
  const read = form === undefined ? undefined : await deps.scannedForm?.({ communeCode, procedureCode, form }, now);
  return read ?? ok(undefined);
}

/**
 * The papers of a reception with those that were sent with the draft of its printed form: pictures of a paper that lies on the counter stand beside it, and
 * everything else is one more electronic paper, also what the procedure no longer asks for. The ids follow from the dossier, so that the same command writes
 * the same papers.
 */
export function withSentPapers(papers: readonly PaperInput[], sent: ReceivedForm['papers'], { papers: asked }: Pick<DossierProcedure, 'papers'>, dossierId: string): PaperInput[] {
  const filesOf = ({ requirementId, files }: ReceivedForm['papers'][number]) => files.map(({ sha256, fileName }) => ({ id: derivedUuid('sent-file', dossierId, requirementId, sha256), sha256, fileName }));
  // A paper of the store has exactly the files that lie there; a look-up has none.
  const standsBeside = (paper: PaperInput, { requirementId }: ReceivedForm['papers'][number]) => paper.requirementId === requirementId && paper.reusedFrom === null && paper.source !== 'database';
  const known = papers.map((paper) => {
    const same = sent.find((one) => standsBeside(paper, one));
    return same === undefined ? paper : { ...paper, files: [...paper.files, ...filesOf(same).filter(({ sha256 }) => paper.files.every((file) => file.sha256 !== sha256))] };
  });
  const more = sent.filter((one) => !papers.some((paper) => standsBeside(paper, one))).map((one): PaperInput => ({
    id: derivedUuid('sent-paper', dossierId, one.requirementId),
    requirementId: asked.some(({ id }) => id === one.requirementId) ? one.requirementId : null,
    name: one.name.slice(0, 300), kind: 'electronic', source: 'submitted', copies: 1, reusedFrom: null, files: filesOf(one),
  }));
  return [...known, ...more];
}

/** What the journal says of a printed form: that it was scanned, and how many papers came with its draft. */
export function scannedFacts(form: ReceivedForm | undefined): Readonly<Record<string, boolean | number>> {
  if (form === undefined) return {};
  const { papers, leftOut } = form;
  return { scanned: true, ...(papers.length === 0 ? {} : { sentPapers: papers.length }), ...(leftOut.length === 0 ? {} : { leftOut: leftOut.length }) };
}

/** What the history says of papers that stay behind: name and reason of each. */
export function leftOutFacts(form: Pick<ReceivedForm, 'leftOut'> | undefined): Readonly<Record<string, string>> {
  const leftOut = form?.leftOut ?? [];
  return leftOut.length === 0 ? {} : { leftOut: leftOut.map(({ name, reason }) => `${name}: ${reason}`).join('; ') };
}
