import { dateAt } from '../../../../../kernel/local-time.ts';
import { NO_FEES_DRAFT } from '../../../../fees/contract/fees-draft.ts';
import { type CorrectionResponse, type DeclarationResponse } from '../../../contract/dossier-schemas.ts';
import { fileAddress } from '../file-address.ts';
import { type PaperEntry, type PaperForm, papersOf, PLAIN_TAKING, type ReceptionDraft } from './reception-draft.ts';
import { type ProcedureSheet } from './procedure-sheet.ts';
import { shownDate } from '../../../../../web/staff/typed-date.ts';

type DeclaredPaper = DeclarationResponse['papers'][number];

function formOf(paper: DeclaredPaper): PaperForm {
  if (paper.source === 'shown') return 'shown';
  return paper.kind === 'data' ? 'electronic' : paper.kind;
}

function declaredPapers(sheet: TakenSheet, procedure: ProcedureSheet | null, newIds: readonly string[]): readonly PaperEntry[] {
  const required = procedure === null ? [] : papersOf(procedure, newIds);
  const entry = (paper: DeclaredPaper): PaperEntry => ({
    ...PLAIN_TAKING,
    id: paper.id,
    requirementId: paper.requirementId,
    name: paper.name,
    ticked: true,
    form: formOf(paper),
    copies: paper.copies,
    files: paper.files.map((file) => ({ ...file, made: null, address: fileAddress(sheet.id, file.id) })),
    reusedFrom: paper.reusedFrom === null ? null : { id: paper.reusedFrom, givenAt: sheet.givenAt ?? '' },
  });
  const answered = (requirementId: string | null) => required.some((paper) => !paper.byOffice && paper.requirementId === requirementId);
  return [
    ...required.map((paper) => {
      const declared = paper.byOffice ? undefined : sheet.papers.find((candidate) => candidate.requirementId === paper.requirementId);
      return declared === undefined ? paper : { ...entry(declared), name: paper.name };
    }),
    ...sheet.papers.filter((paper) => !answered(paper.requirementId)).map((paper) => ({ ...entry(paper), requirementId: null })),
  ];
}

/** A dossier that fills a reception; `givenAt` is when its papers came into the office, for those that are used again. */
type TakenSheet = DeclarationResponse & { readonly givenAt?: string };

/** The reception of a declaration, filled with everything that was declared. Conditional papers that came answer their question with yes. */
export function draftOfDeclaration(sheet: TakenSheet, procedure: ProcedureSheet | null, ids: { readonly commandId: string; readonly papers: readonly string[] }, staffId: string): ReceptionDraft {
  const { person } = sheet;
  const papers = declaredPapers(sheet, procedure, ids.papers);
  const came = procedure?.papers.filter((paper) => paper.onlyWhen !== null && papers.some((entry) => entry.requirementId === paper.id && entry.ticked)) ?? [];
  return {
    dossierId: sheet.id,
    commandId: ids.commandId,
    staffId,
    declaration: { version: sheet.version, citizenNumber: person.citizenNumber ?? '', filedOn: dateAt(Date.parse(sheet.submittedAt)), copiesWanted: sheet.copiesWanted ?? null },
    channel: sheet.channel,
    person: {
      citizenNumber: person.citizenNumber ?? '',
      fullName: person.fullName,
      birthDate: person.birthDate === null ? '' : shownDate(person.birthDate),
      sex: person.sex ?? '',
      address: person.address,
      villageId: person.villageId ?? '',
      phone: person.phone ?? '',
      email: person.email ?? '',
    },
    cardWarnings: [],
    cardRead: false,
    known: null,
    procedure,
    answers: Object.fromEntries(came.map((paper) => [paper.onlyWhen?.question ?? '', 'yes' as const])),
    papers,
    delivery: { method: sheet.delivery.method, address: sheet.delivery.address ?? '' },
    // Left empty at home, the content is the name of the procedure: then the field stays empty here too.
    content: sheet.content === procedure?.name ? '' : sheet.content,
    fees: NO_FEES_DRAFT,
    copies: sheet.copies,
    authorisedBy: sheet.authorisedBy ?? '',
    assistedBy: sheet.assistedBy ?? '',
    assistedConsent: sheet.assistedConsent ?? '',
    assistedAccount: sheet.assistedAccount ?? 'none',
    linked: null,
    corrects: null,
    form: null,
  };
}

/** The reception of a correction: a new dossier at the counter with the person and papers of the one that it puts right. */
export function draftOfCorrection(sheet: CorrectionResponse, procedure: ProcedureSheet | null, ids: { readonly dossierId: string; readonly commandId: string; readonly papers: readonly string[] }, staffId: string): ReceptionDraft {
  return {
    ...draftOfDeclaration(sheet, procedure, ids, staffId),
    dossierId: ids.dossierId,
    declaration: null,
    channel: 'counter',
    assistedBy: '',
    assistedConsent: '',
    assistedAccount: 'none',
    corrects: { dossierId: sheet.id, code: sheet.code, reason: '' },
  };
}
