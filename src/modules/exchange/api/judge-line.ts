import { type Result } from '../../../kernel/result.ts';
import { type PlannedImport } from '../../dossiers/index.ts';
import { changedFields, compareStated, type Difference, type OwnSide } from '../domain/compare-stated.ts';
import { decideMismatches } from '../domain/decide-mismatch.ts';
import { isEndedStatus } from '../domain/national-codes.ts';
import { EXCHANGE_FIELDS, type ExchangeField, type Finding, type StatedDossier } from '../domain/stated-dossier.ts';
import { type LinePlan } from '../store/imports.ts';
import { type KnownDossier } from './known-dossiers.ts';
import { statedOf } from './stored-import.ts';

/** What would become of a line, and what an officer should know of it. */
export interface Judgement {
  readonly plan: LinePlan;
  readonly findings: readonly Finding[];
}

const FIELD_OF_KIND = { status: 'status', due: 'dueAt', name: 'fullName', number: 'citizenNumber', procedure: 'procedure' } as const satisfies Readonly<Record<Difference['kind'], ExchangeField>>;
const FIELD_OF_VALUE: Readonly<Partial<Record<keyof StatedDossier, ExchangeField>>> = { procedureCode: 'procedure', dueOnDay: 'dueAt' };

const notice = (code: string, field: ExchangeField | null, facts: Finding['facts'] = {}): Finding => ({ level: 'notice', code, field, facts });

function differs(differences: readonly Difference[]): readonly Finding[] {
  return differences.map(({ kind, ours, theirs }) => notice('line.differs', FIELD_OF_KIND[kind], { kind, ours, theirs }));
}

/** A line about a dossier that is here already. */
export function judgeKnown(stated: StatedDossier, known: KnownDossier): Judgement {
  const found = compareStated(stated, known.own);
  const { opens, closes } = decideMismatches(known.mismatches, found);
  if (known.link === undefined) return { plan: 'changed', findings: differs(found) };
  const changed = changedFields(statedOf(known.link.stated), stated);
  if (changed.length === 0 && opens.length === 0 && closes.length === 0) return { plan: 'same', findings: [notice('line.known', null)] };
  const touched = new Set<string>(changed.map((value) => FIELD_OF_VALUE[value] ?? value));
  const fields = EXCHANGE_FIELDS.filter((field) => touched.has(field));
  return { plan: 'changed', findings: [...(fields.length === 0 ? [] : [notice('line.changed', null, { fields: fields.join(',') })]), ...differs(found)] };
}

/** The side that we would have right after an import. */
export function sideOfNew(stated: StatedDossier, { procedure, plan }: PlannedImport): OwnSide {
  return {
    status: plan.received === null ? 1 : plan.received.step.key === 'receive' ? 2 : 4,
    dueAt: plan.received?.dueAt ?? null,
    fullName: plan.applicant.fullName,
    citizenNumber: stated.citizenNumber,
    procedureCode: procedure.code,
    stillTelling: false,
  };
}

/** A line about a dossier that is not here yet; `planned` is asked only when there is something to import. */
export async function judgeNew(stated: StatedDossier, planned: () => Promise<Result<PlannedImport>>): Promise<Judgement> {
  if (isEndedStatus(stated.status)) return { plan: 'skipped', findings: [notice('line.ended-there', 'status')] };
  const plan = await planned();
  if (!plan.ok) return { plan: 'wrong', findings: [refusalFinding(plan.problem)] };
  return { plan: 'new', findings: differs(compareStated(stated, sideOfNew(stated, plan.value))) };
}

const FIELD_OF_PROBLEM: Readonly<Record<string, ExchangeField>> = {
  'person.fullName': 'fullName', 'person.citizenNumber': 'citizenNumber', 'person.phone': 'phone', 'person.email': 'email', 'person.birthDate': 'birthDate', 'person.address': 'address',
  externalCode: 'externalCode', procedureCode: 'procedure', submittedAt: 'submittedAt', receivedAt: 'receivedAt',
};

/** A refusal of the dossiers' front door as a finding; its words are those of the refusal. */
export function refusalFinding({ code, field, facts = {} }: { readonly code: string; readonly field?: string; readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>> }): Finding {
  return { level: 'error', code, field: FIELD_OF_PROBLEM[field ?? ''] ?? null, facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, typeof value === 'number' ? value : String(value)])) };
}
