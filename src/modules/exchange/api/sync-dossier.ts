import { type Tx } from '../../../platform/db/database.ts';
import { type ExchangedRow, findExchanged, NATIONAL_CODE, type StateChange, writeSync } from '../../dossiers/index.ts';
import { syncStateOf } from '../domain/decide-mismatch.ts';
import { nationalChannel } from '../domain/national-codes.ts';
import { countMessages, insertMessage } from '../store/messages.ts';
import { countOpenMismatches } from '../store/mismatches.ts';

async function exchanged(tx: Tx, communeCode: string, dossierId: string): Promise<ExchangedRow & { readonly external_code: string; readonly source_system: string }> {
  const dossier = await findExchanged(tx, communeCode, dossierId);
  if (dossier?.external_code == null || dossier.source_system === null) throw new Error(`dossier ${dossierId} is not known to another system`);
  return { ...dossier, external_code: dossier.external_code, source_system: dossier.source_system };
}

/** Says again how a dossier stands with the other system, after a message or a mismatch of it changed. */
export async function refreshSync(tx: Tx, communeCode: string, dossierId: string): Promise<void> {
  const dossier = await exchanged(tx, communeCode, dossierId);
  const [messages] = await countMessages(tx, communeCode, [dossierId]);
  const open = await countOpenMismatches(tx, communeCode, dossierId);
  await writeSync(tx, communeCode, dossierId, { state: syncStateOf({ waiting: messages?.waiting ?? 0, failed: messages?.failed ?? 0, open }), externalCode: dossier.external_code, sourceSystem: dossier.source_system });
}

/**
 * Puts a state of a dossier into the queue, inside the transaction in which it came about: an acknowledged change is told sooner or
 * later, a change that was rolled back never.
 */
export async function queueState(newId: () => string, tx: Tx, { communeCode, dossierId, state, at }: StateChange): Promise<void> {
  const dossier = await exchanged(tx, communeCode, dossierId);
  await insertMessage(tx, {
    commune_code: communeCode, id: newId(), dossier_id: dossierId, external_code: dossier.external_code, source_code: dossier.source_system,
    status: NATIONAL_CODE[state], channel: nationalChannel(dossier.channel), occurred_at: at, due_at: dossier.due_at, state: 'waiting', next_try_at: at,
  });
  await refreshSync(tx, communeCode, dossierId);
}
