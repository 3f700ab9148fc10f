import { type DossierImport } from '../../dossiers/index.ts';
import { channelOfNational } from '../domain/national-codes.ts';
import { type StatedDossier } from '../domain/stated-dossier.ts';
import { madeId } from './made-id.ts';

/** Where a line comes from. */
export interface LineOrigin {
  readonly communeCode: string;
  readonly sourceCode: string;
  readonly sourceName: string;
  readonly fileName: string;
  readonly line: number;
}

/** A stated dossier as the front door of the dossiers takes it. States in which somebody waits there enter as work under way here. */
export function dossierImport(stated: StatedDossier, origin: LineOrigin): DossierImport {
  const receivedAt = stated.receivedAt === null ? null : Date.parse(stated.receivedAt);
  if (stated.submittedAt === null) throw new Error(`line ${String(origin.line)} was read without a moment of filing`);
  return {
    id: madeId('dossier', origin.communeCode, stated.externalCode),
    externalCode: stated.externalCode,
    entersAs: stated.status === 1 ? 'submitted' : stated.status === 2 ? 'received' : 'in-progress',
    procedureCode: stated.procedureCode,
    channel: channelOfNational(stated.channel),
    sourceSystem: origin.sourceCode,
    applicant: { citizenNumber: stated.citizenNumber, fullName: stated.fullName, birthDate: stated.birthDate, sex: stated.sex, address: stated.address, villageId: null, phone: stated.phone, email: stated.email },
    content: stated.content,
    submittedAt: Date.parse(stated.submittedAt),
    receivedAt,
    origin: { source: origin.sourceName, externalCode: stated.externalCode, file: origin.fileName, line: String(origin.line), status: String(stated.status) },
  };
}
