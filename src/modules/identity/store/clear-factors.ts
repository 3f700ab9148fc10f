import { type Tx } from '../../../platform/db/database.ts';
import { type FactorOwner } from './second-factors.ts';

/** Takes away everything that a person proves beside the password, begun sign-ins included, and ends all sessions of the person. */
export async function clearFactors(tx: Tx, { communeCode, staffId }: FactorOwner): Promise<void> {
  for (const table of ['totp_factor', 'passkey', 'recovery_code', 'sign_in_attempt', 'staff_session'] as const) {
    await tx.deleteFrom(table).where('commune_code', '=', communeCode).where('staff_id', '=', staffId).execute();
  }
}
