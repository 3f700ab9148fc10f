import { type Insertable } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FeeOnlineExemptionTable, type FeeRateTable } from '../../../platform/db/tables.generated.ts';
import { CHARGE_KINDS, type ChargeKind, type OnlineExemption, type Rate } from '../domain/tariff.ts';

/** An entry with who made it. */
export interface Entered {
  readonly at: Date;
  readonly by: string;
}

/** Every amount that a commune has entered, in the order of entering, or those of some codes. */
export async function listRates(db: Database | Tx, communeCode: string, codes?: readonly string[]): Promise<readonly (Rate & Entered)[]> {
  if (codes?.length === 0) return [];
  const rows = await db
    .selectFrom('fee_rate')
    .select(['code', 'amount', 'kind', 'unit', 'label', 'basis', 'valid_from as validFrom', 'entered_at as at', 'entered_by_name as by'])
    .where('commune_code', '=', communeCode)
    .$if(codes !== undefined, (query) => query.where('code', 'in', [...(codes ?? [])]))
    .orderBy('seq')
    .execute();
  return rows;
}

/** Everything that the province has taken off online filings, in the order of entering. */
export async function listOnlineExemptions(db: Database | Tx, communeCode: string): Promise<readonly (OnlineExemption & Entered)[]> {
  const rows = await db
    .selectFrom('fee_online_exemption')
    .select(['percent', 'kinds', 'basis', 'valid_from as validFrom', 'entered_at as at', 'entered_by_name as by'])
    .where('commune_code', '=', communeCode)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, kinds: CHARGE_KINDS.filter((kind: ChargeKind) => row.kinds.includes(kind)) }));
}

/** Adds an amount. */
export async function insertRate(tx: Tx, rate: Insertable<FeeRateTable>): Promise<void> {
  await tx.insertInto('fee_rate').values(rate).execute();
}

/** Adds what is taken off online filings from a day on. */
export async function insertOnlineExemption(tx: Tx, exemption: Insertable<FeeOnlineExemptionTable>): Promise<void> {
  await tx.insertInto('fee_online_exemption').values(exemption).execute();
}

/** How many charges a commune has entered amounts for that hold on a day or later. */
export async function countRates(db: Database, communeCode: string, day: LocalDate): Promise<number> {
  const rates = await listRates(db, communeCode);
  const held = new Map<string, boolean>();
  for (const { code, amount, validFrom } of rates) if (validFrom <= day) held.set(code, amount !== null);
  return [...held.values()].filter(Boolean).length;
}
