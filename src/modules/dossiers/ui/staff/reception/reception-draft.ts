import { NO_PERSON } from '../../../../../web/staff/person/person-entries.ts';
import { type PersonState } from '../../../../../web/staff/person/reduce-person.ts';
import { type ScannedSheet } from '../../../../forms/contract/scan-schemas.ts';
import { type FeesDraft, NO_FEES_DRAFT } from '../../../../fees/contract/fees-draft.ts';
import { type DeclarationResponse, type ReceiveDossierRequest } from '../../../contract/dossier-schemas.ts';
import { type AssistedAccount } from '../../../domain/check-assistance.ts';
import { type PageEdit } from '../../../domain/page-edit.ts';
import { type LinkedDraft } from './linked-draft.ts';
import { type Answers } from './paper-groups.ts';
import { type ProcedureSheet, type RequiredPaper } from './procedure-sheet.ts';

/** How a paper was taken. `shown` was looked at and given back; `data` was looked up in a database instead. */
export const PAPER_FORMS = ['original', 'copy', 'certified-copy', 'electronic', 'form', 'shown', 'data'] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

/** A file that the server has confirmed. */
export interface KeptUpload {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  /** Null for files that were taken before pages were counted. */
  readonly pages: number | null;
  readonly signed: boolean;
  readonly warning: 'blank' | 'blurred' | null;
  /** From what it was made in the page editor, so that the editor opens where it was left. */
  readonly made: readonly PageEdit[] | null;
  /** Where it can be looked at, when it belongs to a dossier already. */
  readonly address: string | null;
}

export interface PaperEntry {
  /** The id of the paper in the dossier. */
  readonly id: string;
  /** The requirement it answers; null for one that a citizen added at home. */
  readonly requirementId: string | null;
  readonly name: string;
  readonly ticked: boolean;
  readonly form: PaperForm;
  readonly copies: number;
  /** Pages as the officer counted them; empty: as many as the pictures have. */
  readonly pages: string;
  /** The original stays here; `shelf` says where. */
  readonly kept: boolean;
  readonly shelf: string;
  /** Where it was looked up, and when (ISO 8601); empty: not looked up. */
  readonly database: string;
  readonly lookedUpAt: string;
  /** What the office looks up by the procedure itself: nobody is asked for it. */
  readonly byOffice: boolean;
  readonly files: readonly KeptUpload[];
  /** The earlier paper that is used again. */
  readonly reusedFrom: { readonly id: string; readonly givenAt: string } | null;
}

/** The printed form that is being scanned, or was. */
export interface FormDraft {
  /** The codes that were read, as they were scanned. */
  readonly codes: readonly string[];
  /** What the officer put right, by field. */
  readonly mended: Readonly<Record<string, string>>;
  /** What it says; null until its last code was read. */
  readonly sheet: ScannedSheet | null;
  /** Papers that were sent with its draft and stay behind, by their ids, with the reason as far as it is typed. */
  readonly leftOut: Readonly<Record<string, string>>;
  /** Files on their way are not waited for. */
  readonly withoutArriving: boolean;
}

export interface ReceptionDraft extends PersonState {
  readonly dossierId: string;
  readonly commandId: string;
  /** Who typed it: a draft is never shown to somebody else at the same computer. */
  readonly staffId: string;
  /** Set when a declaration from home is received. */
  readonly declaration: { readonly version: number; readonly citizenNumber: string; readonly filedOn: string; readonly copiesWanted: number | null } | null;
  readonly channel: ReceiveDossierRequest['channel'];
  readonly procedure: ProcedureSheet | null;
  readonly answers: Answers;
  readonly papers: readonly PaperEntry[];
  readonly delivery: { readonly method: ReceiveDossierRequest['delivery']['method']; readonly address: string };
  /** What is charged and claimed. */
  readonly fees: FeesDraft;
  readonly content: string;
  readonly copies: number;
  readonly authorisedBy: string;
  readonly assistedBy: string;
  readonly assistedConsent: '' | NonNullable<DeclarationResponse['assistedConsent']>;
  readonly assistedAccount: AssistedAccount | 'officer';
  /** The group of interlinked procedures that the procedure begins. */
  readonly linked: LinkedDraft | null;
  /** The finished dossier that this one corrects. */
  readonly corrects: { readonly dossierId: string; readonly code: string; readonly reason: string } | null;
  /** The printed form that is received with it. */
  readonly form: FormDraft | null;
}

/** An empty reception at the counter. */
export function emptyDraft(ids: { readonly dossierId: string; readonly commandId: string }, staffId: string): ReceptionDraft {
  return {
    ...ids,
    staffId,
    declaration: null,
    channel: 'counter',
    person: NO_PERSON,
    cardWarnings: [],
    cardRead: false,
    known: null,
    procedure: null,
    answers: {},
    papers: [],
    delivery: { method: 'counter', address: '' },
    fees: NO_FEES_DRAFT,
    content: '',
    copies: 1,
    authorisedBy: '',
    assistedBy: '',
    assistedConsent: '',
    assistedAccount: 'none',
    linked: null,
    corrects: null,
    form: null,
  };
}

const FORM_OF_HANDLING: Readonly<Record<RequiredPaper['handling'], PaperForm>> = {
  'submit-original': 'original',
  'submit-copy': 'copy',
  'submit-certified-copy': 'certified-copy',
  'show': 'shown',
  'form': 'form',
};

/** How a paper is taken when nothing more is said of it. */
export const PLAIN_TAKING = { pages: '', kept: false, shelf: '', database: '', lookedUpAt: '', byOffice: false } as const satisfies Partial<PaperEntry>;

/** How many ids `papersOf` gives out: one for each paper, and for each that the office looks up. */
export function paperIdCount(procedure: Pick<ProcedureSheet, 'papers' | 'lookedUp'>): number {
  return procedure.papers.length + procedure.lookedUp.length;
}

/** The papers of a procedure and what the office looks up for it, none ticked; `ids` gives each its id in the dossier. */
export function papersOf(procedure: ProcedureSheet, ids: readonly string[]): readonly PaperEntry[] {
  const required = procedure.papers.map((paper, index): PaperEntry => ({
    ...PLAIN_TAKING, id: ids[index] ?? '', requirementId: paper.id, name: paper.name, ticked: false, form: FORM_OF_HANDLING[paper.handling], copies: paper.copies, files: [], reusedFrom: null,
  }));
  const lookedUp = procedure.lookedUp.map((item, index): PaperEntry => ({
    ...PLAIN_TAKING, id: ids[procedure.papers.length + index] ?? '', requirementId: null, name: item.name, ticked: false, form: 'data', copies: 0, database: item.source, byOffice: true, files: [], reusedFrom: null,
  }));
  return [...required, ...lookedUp];
}

/** Whether anything was typed, scanned or attached that would be missed. */
export function isUntouched(draft: ReceptionDraft): boolean {
  return draft.procedure === null && draft.form === null && draft.content === '' && Object.values(draft.person).every((value) => value === '');
}
