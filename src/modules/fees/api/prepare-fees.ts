import { dayOf, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type AssessedFees, type FeesOfDossier, type FeesQuery } from '../contract/assessed-fees.ts';
import { assessFees } from '../domain/assess-fees.ts';
import { chargesOf } from '../domain/charges-of.ts';
import { type FeeFacts } from '../domain/fee-facts.ts';
import { onlineExemptionOn } from '../domain/tariff.ts';
import { listOnlineExemptions, listRates } from '../store/fee-rates.ts';
import { insertFees } from '../store/fees.ts';
import { type FeesDeps } from './deps.ts';
import { loadFeeRules } from './load-fee-rules.ts';

/** The charges and exemptions that a dossier may have, with everything else that its fees follow from. Refuses a procedure that the catalogue does not know. */
export async function feeFacts(deps: FeesDeps, { communeCode, procedureCode, channel, day, filedOn }: Omit<FeesQuery, 'asked'>): Promise<Result<FeeFacts>> {
  const published = deps.publishedFee(communeCode, procedureCode, day);
  if (published === undefined) return refuse('fees.procedure-unknown', {}, 'procedureCode');
  const [rates, exemptions, calendar] = await Promise.all([listRates(deps.db, communeCode), listOnlineExemptions(deps.db, communeCode), deps.calendarOf(communeCode)]);
  const rules = loadFeeRules();
  return ok({
    procedureCode, channel, day, filedOn,
    charges: chargesOf(rules.tariffs, rates, { published, channel, day }),
    exemptions: rules.exemptions,
    onlineExemption: onlineExemptionOn(exemptions, day),
    isWorkingDay: (date: LocalDate) => calendar.day(dayOf(date)).sessions.length > 0,
  });
}

/** Reckons the fees of a dossier before its transaction begins. Refuses what the rule refuses. */
export async function prepareFees(deps: FeesDeps, query: FeesQuery): Promise<Result<AssessedFees>> {
  const facts = await feeFacts(deps, query);
  if (!facts.ok) return facts;
  const assessment = assessFees(facts.value, query.asked);
  return assessment.ok ? ok({ query, assessment: assessment.value }) : assessment;
}

/** Writes the first fees of dossiers that are received in this transaction, and says what is to be paid. */
export async function writeFirstFees(deps: Pick<FeesDeps, 'feesAssessed'>, tx: Tx, all: readonly FeesOfDossier[]): Promise<void> {
  const written = await insertFees(tx, all.map(({ dossierId, fees: { query, assessment }, by, at, synthetic }) => ({
    communeCode: query.communeCode, dossierId, version: 1, ruleDay: query.day, filedOn: query.filedOn, channel: query.channel, asked: query.asked, assessment, at, by, synthetic, reason: null, totalBefore: null,
  })));
  if (!written) throw new Error('a dossier that was just received has fees already');
  for (const { dossierId, fees: { query, assessment }, by, at } of all) {
    await deps.feesAssessed(tx, { communeCode: query.communeCode, dossierId, total: assessment.total, at, actor: by });
  }
}
