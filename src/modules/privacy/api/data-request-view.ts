import { maskCitizenNumber } from '../../../kernel/citizen-number.ts';
import { maskPhone } from '../../../kernel/mask-numbers.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type DataRequestListResponse, type DataRequestResponse, type RequestOutcome } from '../contract/data-request-schemas.ts';
import { NEXT } from '../domain/data-request.ts';
import { COPY_FOR_MS, isCopyOpen } from '../domain/request-clock.ts';
import { countDataRequests, type DataRequestRow, listDataRequests } from '../store/data-requests.ts';
import { type PrivacyDeps } from './deps.ts';

const MOST = 200;

function isLate(row: DataRequestRow, now: Date): boolean {
  return (row.state === 'received' || row.state === 'in-progress') && row.due_at < now;
}

async function lineOf(deps: PrivacyDeps, db: Database, row: DataRequestRow, now: Date): Promise<DataRequestListResponse['items'][number]> {
  const person = await deps.findPerson(db, row.commune_code, row.person_id);
  return {
    id: row.id, code: row.code, kind: row.kind, state: row.state, personName: person?.fullName ?? '', channel: row.channel, receivedAt: row.received_at.toISOString(), dueAt: row.due_at.toISOString(),
    late: isLate(row, now), takenBy: row.taken_by_name, decidedAt: row.decided_at?.toISOString() ?? null,
  };
}

/** Requests of a commune, open or over, with how many wait and how many are late. */
export async function dataRequestList(deps: PrivacyDeps, communeCode: string, list: 'open' | 'over', now: Date): Promise<DataRequestListResponse> {
  const [rows, counts] = await Promise.all([listDataRequests(deps.db, communeCode, list, MOST), countDataRequests(deps.db, communeCode, now)]);
  return { items: await Promise.all(rows.map((row) => lineOf(deps, deps.db, row, now))), ...counts };
}

/** What a decided request did; nobody but us writes it. */
export function outcomeOf(row: DataRequestRow): RequestOutcome | null {
  return row.outcome as RequestOutcome | null;
}

/** Until when a granted copy may be taken; null when there is none or its days are over. */
export function copyUntil(row: DataRequestRow, now: Date): Date | null {
  if (row.decided_at === null || !isCopyOpen({ kind: row.kind, state: row.state, decidedAt: row.decided_at.getTime() }, now.getTime())) return null;
  return new Date(row.decided_at.getTime() + COPY_FOR_MS);
}

/** One request as whoever decides sees it, with exactly what may be done now; numbers are masked. */
export async function dataRequestView(deps: PrivacyDeps, row: DataRequestRow, now: Date): Promise<DataRequestResponse> {
  const person = await deps.findPerson(deps.db, row.commune_code, row.person_id);
  if (person === undefined) throw new Error(`the person of request ${row.code} is gone`);
  return {
    ...(await lineOf(deps, deps.db, row, now)),
    version: row.version,
    words: row.words,
    person: {
      ...person, citizenNumber: person.citizenNumber === null ? null : maskCitizenNumber(person.citizenNumber), phone: person.phone === null ? null : maskPhone(person.phone),
    },
    receivedBy: row.received_by_name,
    decidedBy: row.decided_by_name,
    answer: row.answer,
    legalBasis: row.legal_basis,
    outcome: outcomeOf(row),
    copyUntil: copyUntil(row, now)?.toISOString() ?? null,
    actions: [...NEXT[row.state]],
  };
}
