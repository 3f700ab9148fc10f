import { type Tx } from '../../../platform/db/database.ts';
import { type SecondFactorRule } from '../domain/second-factor-state.ts';
import { SECOND_FACTOR } from '../settings.ts';

/** Sets from always on whether a commune requires second factors: for data that is made, not entered. */
export async function saveSecondFactorRule(tx: Tx, communeCode: string, rule: SecondFactorRule, changed: { readonly at: Date; readonly by: string | null }): Promise<void> {
  const value = { value: JSON.stringify(rule), changed_at: changed.at, changed_by: changed.by };
  await tx
    .insertInto('setting')
    .values({ commune_code: communeCode, key: SECOND_FACTOR.key, ...value })
    .onConflict((conflict) => conflict.columns(['commune_code', 'key', 'valid_from']).doUpdateSet(value))
    .execute();
}
