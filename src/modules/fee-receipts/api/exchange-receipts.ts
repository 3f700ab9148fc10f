import { type Tx } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { receiptName } from './correct-receipt.ts';
import { receiversAmong } from './change-day.ts';
import { type FeeReceiptsDeps } from './deps.ts';
import { type ProviderReceipt, type ReceiptProvider } from './receipt-provider.ts';
import { nextStep, type ProviderOutcome, type ProviderState, stateAfter, waitAfter } from '../domain/provider-state.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { insertEvent, listDueAtProvider, loadReceiptForUpdate, type ReceiptRow, updateReceipt } from '../store/receipts.ts';

const BATCH = 50;
const NAME = 'Nhà cung cấp biên lai điện tử';

function toldOf(row: ReceiptRow): ProviderReceipt {
  return {
    id: row.id, communeCode: row.commune_code, templateSymbol: row.template_symbol, symbol: row.symbol, number: row.number, issuedOn: row.issued_on, issuedAt: row.issued_at,
    view: row.view as ReceiptView, corrects: row.corrects, tries: row.provider_tries,
  };
}

/** Asks or tells the provider one thing; undefined: nothing is to be said any more. */
async function speak(provider: ReceiptProvider, row: ReceiptRow, state: ProviderState, now: Date): Promise<ProviderOutcome | undefined> {
  const step = nextStep({ state, tries: row.provider_tries, ended: row.ended_at !== null });
  switch (step) {
    case 'issue':
      return provider.issue(toldOf(row), now);
    case 'ask':
      return provider.ask(toldOf(row), now);
    case 'cancel':
      return provider.cancel(toldOf(row), row.end_reason ?? '', now);
    case 'drop':
      return { kind: 'cancelled' };
    case undefined:
      return undefined;
  }
}

function wordsOf(outcome: ProviderOutcome): string {
  switch (outcome.kind) {
    case 'processing':
      return 'Đã gửi, đang xử lý';
    case 'issued':
      return `Đã ký số và phát hành, mã tra cứu ${outcome.code}`;
    case 'cancelled':
      return 'Đã hủy';
    case 'refused':
      return `Từ chối: ${outcome.words}`;
    case 'fault':
      return `Chưa gửi được (${outcome.fault})`;
  }
}

/** Writes what came back, unless the receipt has gone on meanwhile: an answer that comes twice or late changes nothing. */
async function keep(deps: FeeReceiptsDeps, tx: Tx, seen: ReceiptRow, outcome: ProviderOutcome, people: readonly StaffActor[], now: Date): Promise<void> {
  const row = await loadReceiptForUpdate(tx, seen.commune_code, seen.id);
  if (row === undefined || row.provider_state === null || row.provider_state !== seen.provider_state || row.provider_tries !== seen.provider_tries) return;
  const { commune_code: communeCode, id } = row;
  const after = stateAfter(row.provider_state, outcome);
  const moved = after !== row.provider_state;
  // Every step has its own patience: what was published begins anew when it is cancelled.
  const tries = moved && after === 'issued' ? 0 : row.provider_tries + 1;
  const open = nextStep({ state: after, tries, ended: row.ended_at !== null }) !== undefined;
  await updateReceipt(tx, communeCode, id, {
    provider_state: after, provider_tries: tries, provider_next_at: open ? new Date(now.getTime() + (moved && after === 'issued' ? 0 : waitAfter(tries))) : null,
    ...(outcome.kind === 'issued' && after === 'issued' && moved ? { provider_code: outcome.code, provider_signer: outcome.signer, provider_signed_at: outcome.signedAt === null ? now : new Date(outcome.signedAt) } : {}),
    provider_words: outcome.kind === 'refused' ? outcome.words : outcome.kind === 'fault' ? wordsOf(outcome) : null,
  });
  if (!moved) return;
  await insertEvent(tx, communeCode, id, { kind: 'provider', at: now, by_id: null, by_name: NAME, words: wordsOf(outcome) });
  if (after !== 'refused' || outcome.kind !== 'refused') return;
  const to = receiversAmong(people).map(({ staffId }) => staffId);
  const notice: StaffNotice = { kind: 'receipt-refused', key: `receipt-refused ${id}`, to, dossierId: null, facts: { code: receiptName(row), words: outcome.words } };
  if (to.length > 0) await addMessages(tx, communeCode, [{ id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }], now);
}

/** Tells providers of electronic receipts what is due and asks what became of what was sent. Nobody waits for them in a transaction. Answers how many were spoken of. */
export async function exchangeReceipts(deps: FeeReceiptsDeps, now: Date, signal: AbortSignal): Promise<number> {
  let spoken = 0;
  for (const row of await listDueAtProvider(deps.db, now, BATCH)) {
    if (signal.aborted) break;
    const provider = await deps.providerOf(deps.db, row.commune_code);
    if (provider === undefined || row.provider_state === null) continue;
    const outcome = await speak(provider, row, row.provider_state, now);
    const people = outcome?.kind === 'refused' ? await deps.colleaguesOf(row.commune_code) : [];
    await deps.db.transaction().execute((tx) => (outcome === undefined ? updateReceipt(tx, row.commune_code, row.id, { provider_next_at: null }) : keep(deps, tx, row, outcome, people, now)));
    spoken += 1;
  }
  return spoken;
}
