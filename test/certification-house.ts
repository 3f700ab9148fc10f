import { randomUUID } from 'node:crypto';
import { type Actor, type Role, type StaffActor } from '../src/kernel/actor.ts';
import { createCommune, createStaff, type TestCommune } from './commune.ts';
import { createWholeProgram, type WholeProgram } from './whole-program.ts';

/** The field of every certification procedure. */
const FIELD = 'Chứng thực';

/** The whole program with one commune, and an officer of the certification lane to whom signing was delegated. */
export interface CertificationHouse extends WholeProgram {
  readonly commune: TestCommune;
  readonly delegated: StaffActor;
  call(actor: Actor, method: 'GET' | 'POST', url: string, body?: unknown): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly bytes: Buffer }>;
  close: () => Promise<void>;
}

/** Builds the house; the caller closes it. */
export async function createCertificationHouse(): Promise<CertificationHouse> {
  const program = await createWholeProgram();
  program.clock.set('2026-11-26T09:00:00+07:00');
  const commune = await createCommune(program.database.db, { now: program.clock.now() });
  const position = (role: Role, title: string) => ({ unitId: commune.units.centre.id, role, title, fields: [FIELD] });
  const { actor: delegated } = await createStaff(program.database.db, commune.commune, {
    userName: 'chungthuc', fullName: 'Phạm Thị Ký',
    positions: [position('reception', 'Công chức tiếp nhận'), position('specialist', 'Công chức chứng thực'), position('unit-head', 'Công chức được ủy quyền ký chứng thực'), position('clerk', 'Công chức giữ dấu chứng thực')],
  });
  return {
    ...program,
    commune,
    delegated,
    async call(actor, method, url, body) {
      const answer = await program.server.inject({ method, url, headers: program.as(actor), ...(body === undefined ? {} : { payload: body as object }) });
      const isJson = String(answer.headers['content-type']).includes('json');
      return { status: answer.statusCode, body: isJson ? (JSON.parse(answer.body) as Record<string, unknown>) : {}, bytes: answer.rawPayload };
    },
  };
}

/** A right visit to the lane; `change` makes it different. */
export function visit(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    commandId: randomUUID(),
    dossierId: randomUUID(),
    procedureCode: '2.000815',
    person: { citizenNumber: '003190999901', fullName: 'Nguyễn Thị Mẫu', birthDate: '1990-03-05', sex: 'female', address: 'Thôn Hoa Phú', villageId: null, phone: null, email: null },
    identityPaper: 'Thẻ căn cước số 003190999901',
    place: null,
    documents: [{ id: randomUUID(), name: 'Bằng tốt nghiệp THPT', pages: 3, copies: 2 }],
    checked: true,
    found: [],
    payment: { way: 'transfer', amount: 10_000, feeReceipt: null },
    ...change,
  };
}
