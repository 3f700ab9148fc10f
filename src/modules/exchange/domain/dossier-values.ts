import { dateAt, formatInstant } from '../../../kernel/local-time.ts';
import { nationalChannel } from './national-codes.ts';

/** What can be written of a dossier for another system. */
export const DOSSIER_VALUES = [
  'code', 'procedureCode', 'procedureName', 'status', 'channel', 'fullName', 'citizenNumber', 'birthDate', 'sex', 'phone', 'email', 'address', 'content', 'submittedAt', 'receivedAt', 'dueAt', 'decidedAt', 'resultNumber',
] as const;
export type DossierValue = (typeof DOSSIER_VALUES)[number];

/** A dossier as it is written out. */
export interface WrittenDossier {
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  /** National code. */
  readonly status: number;
  readonly channel: Parameters<typeof nationalChannel>[0];
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string;
  readonly content: string;
  readonly submittedAt: Date;
  readonly receivedAt: Date | null;
  readonly dueAt: Date | null;
  readonly decidedAt: Date | null;
  readonly resultNumber: string | null;
}

const day = (date: string): string => date.split('-').reverse().join('/');

/** 20/11/2026 09:05, the local moment as the screens of other systems take it. */
function moment(at: Date | null): string {
  if (at === null) return '';
  return `${day(dateAt(at.getTime()))} ${formatInstant(at.getTime()).slice(11, 16)}`;
}

/** One value as text; empty when there is none. Vietnamese, because the other systems are. */
export function dossierValue(dossier: WrittenDossier, value: DossierValue): string {
  switch (value) {
    case 'submittedAt':
    case 'receivedAt':
    case 'dueAt':
    case 'decidedAt':
      return moment(dossier[value]);
    case 'birthDate':
      return dossier.birthDate === null ? '' : day(dossier.birthDate);
    case 'sex':
      return dossier.sex === null ? '' : dossier.sex === 'male' ? 'Nam' : 'Nữ';
    case 'status':
      return String(dossier.status);
    case 'channel':
      return String(nationalChannel(dossier.channel));
    default:
      return dossier[value] ?? '';
  }
}
