import { type PaperInput, type ReceiveDeclarationRequest, type ReceiveDossierRequest } from '../../../contract/dossier-schemas.ts';
import { type CaseWishes } from '../../../../linked-cases/contract/linked-case-schemas.ts';
import { askedOfDraft } from '../../../../fees/contract/fees-draft.ts';
import { caseWishes } from './linked-draft.ts';
import { groupPapers, isLeftOut } from './paper-groups.ts';
import { formInput } from './scanned-form.ts';
import { type PaperEntry, type PaperForm, type ReceptionDraft } from './reception-draft.ts';
import { orNull, personInput } from '../../../../../web/staff/person/person-entries.ts';

const SOURCES: Readonly<Partial<Record<PaperForm, PaperInput['source']>>> = { shown: 'shown', data: 'database' };

/** Pages as counted, or as many as the pictures have; null when nobody knows. */
function pageCountOf({ pages, files }: PaperEntry): number | null {
  const counted = Number(pages);
  if (Number.isInteger(counted) && counted >= 1 && counted <= 999) return counted;
  const seen = files.reduce((sum, file) => sum + (file.pages ?? 0), 0);
  return seen >= 1 && seen <= 999 ? seen : null;
}

/** A paper that was only looked at is an original that was not kept. */
function kindOf(form: PaperForm): PaperInput['kind'] {
  return form === 'shown' ? 'original' : form;
}

function paperInput(paper: PaperEntry): PaperInput {
  return {
    id: paper.id,
    requirementId: paper.requirementId,
    name: paper.name.slice(0, 300),
    kind: kindOf(paper.form),
    source: paper.reusedFrom !== null ? 'store' : (SOURCES[paper.form] ?? 'submitted'),
    copies: paper.copies,
    reusedFrom: paper.reusedFrom?.id ?? null,
    pageCount: pageCountOf(paper),
    lookedUp: paper.form === 'data' && paper.reusedFrom === null ? { database: paper.database.trim().slice(0, 200), at: paper.lookedUpAt === '' ? null : paper.lookedUpAt } : null,
    originalKept: paper.kept && paper.form === 'original' && paper.reusedFrom === null,
    shelf: orNull(paper.shelf),
    files: paper.files.map(({ id, sha256, fileName }) => ({ id, sha256, fileName })),
  };
}

/** The papers that are sent: ticked, and not left out by the answer to their question. */
export function takenPapers(draft: ReceptionDraft): readonly PaperEntry[] {
  if (draft.procedure === null) return [];
  const groups = groupPapers(draft.procedure.papers);
  return draft.papers.filter((paper) => paper.ticked && (paper.requirementId === null || !isLeftOut(groups, draft.answers, paper.requirementId)));
}

/** What is charged and claimed, as the request carries it. */
function feesInput({ fees }: ReceptionDraft): NonNullable<ReceiveDossierRequest['fees']> {
  const { items, claims, eventDay } = askedOfDraft(fees);
  return { items: [...items], claims: [...claims], eventDay };
}

function receptionFields(draft: ReceptionDraft): Omit<ReceiveDeclarationRequest, 'expectedVersion'> {
  const goesOut = draft.delivery.method === 'post' || draft.delivery.method === 'home';
  const helped = draft.assistedBy.trim() !== '';
  return {
    commandId: draft.commandId,
    procedureCode: draft.procedure?.code ?? '',
    person: personInput(draft.person),
    authorisedBy: orNull(draft.authorisedBy),
    assistedBy: orNull(draft.assistedBy),
    assistedConsent: helped && draft.assistedConsent !== '' ? draft.assistedConsent : null,
    assistedAccount: helped ? draft.assistedAccount : null,
    content: draft.content.normalize('NFC').trim(),
    copies: draft.copies,
    papers: takenPapers(draft).map(paperInput),
    delivery: { method: draft.delivery.method, address: goesOut ? orNull(draft.delivery.address) : null },
    fees: feesInput(draft),
  };
}

function correctionOf({ corrects }: ReceptionDraft): Pick<ReceiveDossierRequest, 'corrects'> {
  return corrects === null ? {} : { corrects: { dossierId: corrects.dossierId, reason: corrects.reason.normalize('NFC').trim() } };
}

export type ReceptionCall =
  | { readonly path: string; readonly body: ReceiveDossierRequest }
  | { readonly path: string; readonly body: ReceiveDeclarationRequest };

/** The request that receives the draft's own dossier: a new dossier, or the reception of a declaration. */
export function receptionCall(draft: ReceptionDraft): ReceptionCall {
  if (draft.declaration === null) {
    return { path: '/api/dossiers', body: { ...receptionFields(draft), dossierId: draft.dossierId, channel: draft.channel, ...correctionOf(draft), ...formInput(draft) } };
  }
  return { path: `/api/dossiers/${draft.dossierId}/receive`, body: { ...receptionFields(draft), expectedVersion: draft.declaration.version } };
}

/** The request that saves the draft: its dossier alone, or with the whole linked group that it begins. */
export function savingCall(draft: ReceptionDraft): ReceptionCall | { readonly path: string; readonly body: { readonly dossier: ReceptionCall['body']; readonly linked: CaseWishes } } {
  const call = receptionCall(draft);
  const { linked } = draft;
  return linked?.taken === true ? { path: '/api/linked-cases', body: { dossier: call.body, linked: caseWishes(linked) } } : call;
}
