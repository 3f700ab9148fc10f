import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type BankAccount } from '../domain/bank-account.ts';

const KEY = 'bank-account';

/** Where a commune takes money by transfer; undefined while nobody has said so. */
export async function findBankAccount(db: Database | Tx, communeCode: string): Promise<BankAccount | undefined> {
  const row = await db.selectFrom('setting').select('value').where('commune_code', '=', communeCode).where('key', '=', KEY).executeTakeFirst();
  // Nobody but us writes the value.
  return row === undefined ? undefined : (row.value as BankAccount);
}

/** Sets or changes the account of a commune. */
export async function saveBankAccount(tx: Tx, communeCode: string, account: BankAccount, changed: { readonly at: Date; readonly by: string | null }): Promise<void> {
  const value = { value: JSON.stringify(account), changed_at: changed.at, changed_by: changed.by };
  await tx
    .insertInto('setting')
    .values({ commune_code: communeCode, key: KEY, ...value })
    .onConflict((conflict) => conflict.columns(['commune_code', 'key', 'valid_from']).doUpdateSet(value))
    .execute();
}
