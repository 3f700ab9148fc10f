import assert from 'node:assert/strict';
import { type StaffActor } from '../src/kernel/actor.ts';
import { type SendOutcome } from '../src/modules/linked-cases/domain/transfer.ts';
import { type AgencyAnswer, type AgencyLine, type AgencyMessage } from '../src/modules/linked-cases/api/agency-line.ts';
import { type LinkedCasesDeps } from '../src/modules/linked-cases/api/deps.ts';
import { linkedCaseRoutes, loadLinkedGroups } from '../src/modules/linked-cases/index.ts';
import { type CaseResponse } from '../src/modules/linked-cases/contract/linked-case-schemas.ts';
import { listCaseDossiers, prepareCaseReception, publicDossierRoutes } from '../src/modules/dossiers/index.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from './dossier-house.ts';

/** The house of dossiers with interlinked procedures, and other agencies that do what the test says. */
export interface LinkedHouse extends DossierHouse {
  readonly linked: LinkedCasesDeps;
  /** What the agencies were sent, in order. */
  readonly messages: AgencyMessage[];
  /** What they answer to a message; good unless the test changes it. */
  outcome: (message: AgencyMessage) => SendOutcome | Promise<SendOutcome>;
  /** What they have to say when they are asked. */
  answers: readonly AgencyAnswer[];
  /** Receives a birth or a death; answers its id and that of the dossier. */
  receive(change?: { readonly group?: 'birth' | 'death'; readonly linked?: object; readonly dossier?: object }): Promise<{ readonly id: string; readonly dossierId: string; readonly code: string; readonly link: string }>;
  read(id: string): Promise<CaseResponse>;
  child(id: string, key: string): Promise<CaseResponse['children'][number]>;
  act(id: string, child: string, action: string, more?: object): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  /** Carries the dossier of this commune to its result. */
  decide(dossierId: string, outcome?: 'positive' | 'negative'): Promise<void>;
  exchange(): Promise<Readonly<Record<string, unknown>>>;
}

export const FACTS = {
  birth: {
    subjectName: 'Trần Minh Thử', subjectBirthDate: '2026-11-10', subjectSex: 'male', birthPlace: 'Trạm y tế xã Hoa Lộc', motherName: 'Nguyễn Thị Mẫu', motherNumber: '003190999901',
    address: 'Thôn Hoa Phú, xã Hoa Lộc', householderName: 'Trần Văn Chủ',
  },
  death: { subjectName: 'Trần Văn Cố', deathDate: '2026-11-20', deathPlace: 'Tại nhà', address: 'Thôn Hoa Phú, xã Hoa Lộc' },
} as const;

/** A right request for the reception of a case. */
export function caseRequest(house: DossierHouse, change: { readonly group?: 'birth' | 'death'; readonly linked?: object; readonly dossier?: object } = {}): { readonly dossier: object; readonly linked: object } {
  const group = change.group ?? 'birth';
  return {
    dossier: { ...receptionRequest(house), ...change.dossier },
    linked: { caseId: house.deps.newId(), groupCode: group, wished: [], verification: false, facts: FACTS[group], ...change.linked },
  };
}

/** Builds the house; the caller closes it. */
export async function createLinkedHouse(): Promise<LinkedHouse> {
  const script: Pick<LinkedHouse, 'outcome' | 'answers'> & { readonly messages: AgencyMessage[] } = { messages: [], outcome: () => ({ kind: 'accepted' }), answers: [] };
  const line: AgencyLine = {
    send: async (message) => {
      script.messages.push(message);
      return script.outcome(message);
    },
    collect: () => Promise.resolve(script.answers),
  };
  let linked: LinkedCasesDeps | undefined;
  const house = await createDossierHouse((deps) => {
    linked = {
      db: deps.db, newId: deps.newId, groups: loadLinkedGroups(), calendarOf: deps.calendarOf, staffName: deps.staffName, colleaguesOf: deps.colleaguesOf, lineOf: () => Promise.resolve(line),
      prepareDossier: (request, part, actor, now) => prepareCaseReception(deps, request, part, actor, now),
      listCaseDossiers: (communeCode, caseId) => listCaseDossiers(deps.db, communeCode, caseId),
    };
    return [...linkedCaseRoutes(linked), ...publicDossierRoutes(deps)];
  });
  assert.ok(linked);
  const { staff } = house.commune;
  const reception: StaffActor = staff.reception.actor;
  const read = async (id: string): Promise<CaseResponse> => {
    const answer = await house.call(reception, 'GET', `/api/linked-cases/${id}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as unknown as CaseResponse;
  };
  const made: LinkedHouse = Object.assign(script, house, {
    linked,
    read,
    receive: async (change = {}) => {
      const answer = await house.call(reception, 'POST', '/api/linked-cases', caseRequest(house, change));
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body as { readonly id: string; readonly dossierId: string; readonly code: string; readonly link: string };
    },
    child: async (id, key) => {
      const child = (await read(id)).children.find((one) => one.key === key);
      assert.ok(child);
      return child;
    },
    act: async (id, child, action, more = {}) => {
      const { version } = await read(id);
      const request = { commandId: house.deps.newId(), expectedVersion: version, child, action, number: '', receivedBy: '', words: '', outcome: null, pauseReason: null, ...more };
      return house.call(reception, 'POST', `/api/linked-cases/${id}/actions`, request);
    },
    decide: async (dossierId, outcome = 'positive') => {
      const path = [['reception', 'transfer'], ['specialist', 'appraise'], ['president', 'approve']] as const;
      for (const [index, [role, action]] of path.entries()) {
        const negative = outcome === 'negative' && action === 'appraise';
        const body = { commandId: house.deps.newId(), expectedVersion: index + 1, action, note: negative ? 'Không đủ điều kiện' : null, outcome: action === 'appraise' ? outcome : null, legalBasis: negative ? 'Luật Hộ tịch, Điều 16' : null };
        const answer = await house.call(staff[role].actor, 'POST', `/api/dossiers/${dossierId}/actions`, body);
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
      }
      const sealed = await house.call(staff.clerk.actor, 'POST', `/api/dossiers/${dossierId}/seal`, { commandId: house.deps.newId(), expectedVersion: 4, resultNumber: '25/2026', note: null, files: [], validTo: null });
      assert.equal(sealed.status, 200, JSON.stringify(sealed.body));
    },
    exchange: async () => {
      const answer = await house.call(reception, 'POST', '/api/linked-cases/exchange', {});
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    },
  } satisfies Omit<LinkedHouse, keyof DossierHouse | 'messages' | 'outcome' | 'answers'>);
  return made;
}
