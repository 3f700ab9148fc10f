import { type Actor, type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { readSetting } from '../../settings/index.ts';
import { ANSWER_HOURS } from '../settings.ts';
import { type DataRequestActionRequest, type DataRequestChanged, type RequestOutcome } from '../contract/data-request-schemas.ts';
import { type DataRequestCommand, type DataRequestKind, decideDataRequest } from '../domain/data-request.ts';
import { answerDueAt } from '../domain/request-clock.ts';
import { type DataRequestRow, insertDataRequest, loadDataRequestForUpdate, updateDataRequest } from '../store/data-requests.ts';
import { withdrawAllConsents } from '../store/consents.ts';
import { type PrivacyDeps } from './deps.ts';
import { erasePerson } from './erase-person.ts';

/** What is asked, about whom, and where it came in. */
export interface AskedRequest {
  readonly commandId: string;
  readonly requestId: string;
  readonly kind: DataRequestKind;
  readonly words: string;
}

interface Asking {
  readonly communeCode: string;
  readonly personId: string;
  readonly dossierId: string | null;
  readonly channel: 'counter' | 'tracking';
  readonly actor: Actor;
}

/** Takes a request down, starts its clock, and tells whoever decides. Refuses one without words. A repeated command answers the first result. */
export async function receiveDataRequest(deps: PrivacyDeps, asked: AskedRequest, { communeCode, personId, dossierId, channel, actor }: Asking, context: Pick<RequestContext, 'now' | 'address'>): Promise<Result<DataRequestChanged>> {
  const words = asked.words.normalize('NFC').trim();
  if (words === '') return refuse('privacy.words-missing', {}, 'words');
  const { now } = context;
  const envelope = { communeCode, commandId: asked.commandId, kind: 'receive-data-request', actor, request: { ...asked, personId, dossierId }, now, address: context.address };
  const hours = await readSetting(deps.db, communeCode, ANSWER_HOURS, now);
  const deciders = (await deps.decidersOf(communeCode)).map(({ staffId }) => staffId);
  return runCommand(deps.db, envelope, async (tx) => {
    const day = dateAt(now.getTime());
    const dueAt = new Date(answerDueAt(now.getTime(), hours));
    const by = actor.kind === 'staff' ? actor : undefined;
    const code = await insertDataRequest(tx, {
      commune_code: communeCode, id: asked.requestId, person_id: personId, dossier_id: dossierId, kind: asked.kind, channel, words, state: 'received', received_at: now,
      received_by: by?.staffId ?? null, received_by_name: by?.fullName ?? null, due_at: dueAt,
    }, day.slice(0, 4));
    const notice: StaffNotice = { kind: 'data-request-new', key: `data-request-new ${asked.requestId}`, to: deciders, dossierId: null, facts: { code, requestId: asked.requestId, dueAt: dueAt.toISOString() } };
    return ok({
      result: { id: asked.requestId, state: 'received' as const, version: 1 },
      journal: { action: 'data-request.received', object: `data-request:${asked.requestId}`, facts: { code, kind: asked.kind, channel, person: personId } },
      outbox: [{ id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }],
    });
  });
}

function commandOf(request: DataRequestActionRequest): DataRequestCommand {
  const { action, expectedVersion, answer, legalBasis } = request;
  switch (action) {
    case 'take':
    case 'withdraw':
      return { action, expectedVersion };
    case 'finish':
      return { action, expectedVersion, answer };
    case 'refuse':
      return { action, expectedVersion, answer, legalBasis };
  }
}

const NOTHING: RequestOutcome = { corrected: [], erased: [], stays: [] };

/** Does what was asked, in the transaction that says it is done. */
async function fulfil(deps: PrivacyDeps, tx: Tx, row: DataRequestRow, request: DataRequestActionRequest, actor: StaffActor, context: RequestContext): Promise<Result<RequestOutcome>> {
  const by = { id: actor.staffId, name: actor.fullName };
  const about = { communeCode: row.commune_code, personId: row.person_id };
  switch (row.kind) {
    case 'access':
      return ok(NOTHING);
    case 'correction': {
      if (request.correction === null || Object.keys(request.correction).length === 0) return refuse('privacy.correction-missing', {}, 'correction');
      const corrected = await deps.correctPerson(tx, about, request.correction, { ...by, reason: row.code }, context.now, deps.newId());
      if (!corrected.ok) return corrected;
      return corrected.value.length === 0 ? refuse('privacy.correction-missing', {}, 'correction') : ok({ ...NOTHING, corrected: [...corrected.value] });
    }
    case 'erasure':
      return erasePerson(deps, tx, about, context);
    case 'restriction':
      await deps.restrictPerson(tx, about, context.now);
      return ok(NOTHING);
    case 'objection':
      return ok({ ...NOTHING, erased: [{ what: 'consents', count: await withdrawAllConsents(tx, about, by, deps.newId, context.now) }] });
  }
}

/**
 * What staff do to a request: take it on, do it with its answer, refuse it with the law, or write down that it was taken back. Doing it does what was asked
 * in the same transaction. Refuses what {@link decideDataRequest} refuses, a correction that changes nothing, and an erasure while a dossier runs or is held.
 */
export async function actOnDataRequest(deps: PrivacyDeps, id: string, request: DataRequestActionRequest, actor: StaffActor, context: RequestContext): Promise<Result<DataRequestChanged>> {
  const { communeCode } = actor;
  const { now } = context;
  const envelope = { communeCode, commandId: request.commandId, kind: 'act-on-data-request', actor, request: { id, ...request }, now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const row = await loadDataRequestForUpdate(tx, communeCode, id);
    if (row === undefined) return refuse('privacy.request-not-found');
    const decided = decideDataRequest(row, commandOf(request));
    if (!decided.ok) return decided;
    const state = decided.value;
    const outcome = state === 'done' ? await fulfil(deps, tx, row, request, actor, context) : ok(NOTHING);
    if (!outcome.ok) return outcome;
    const by = { decided_at: now, decided_by: actor.staffId, decided_by_name: actor.fullName };
    await updateDataRequest(tx, row, {
      state, version: row.version + 1,
      ...(state === 'in-progress' ? { taken_at: now, taken_by: actor.staffId, taken_by_name: actor.fullName } : by),
      ...(state === 'done' || state === 'refused' ? { answer: request.answer.trim() } : {}),
      ...(state === 'refused' ? { legal_basis: request.legalBasis.trim() } : {}),
      ...(state === 'done' ? { outcome: JSON.stringify(outcome.value) } : {}),
    });
    return ok({
      result: { id, state, version: row.version + 1 },
      journal: {
        action: `data-request.${state}`, object: `data-request:${id}`,
        facts: { code: row.code, kind: row.kind, person: row.person_id, ...(state === 'done' ? { corrected: outcome.value.corrected.join(' '), erased: outcome.value.erased.map(({ what, count }) => `${what} ${String(count)}`).join(' ') } : {}) },
      },
    });
  });
}

/** Whoever asked takes it back, from the tracking page. Refuses a request of another person and one that is over. */
export async function withdrawDataRequest(deps: PrivacyDeps, asked: { readonly commandId: string; readonly requestId: string }, about: { readonly communeCode: string; readonly personId: string }, context: Pick<RequestContext, 'now' | 'address' | 'actor'>): Promise<Result<DataRequestChanged>> {
  const { communeCode, personId } = about;
  const envelope = { communeCode, commandId: asked.commandId, kind: 'withdraw-data-request', actor: context.actor, request: asked, now: context.now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const row = await loadDataRequestForUpdate(tx, communeCode, asked.requestId);
    if (row?.person_id !== personId) return refuse('privacy.request-not-found');
    const decided = decideDataRequest(row, { action: 'withdraw', expectedVersion: null });
    if (!decided.ok) return decided;
    await updateDataRequest(tx, row, { state: decided.value, version: row.version + 1, decided_at: context.now });
    return ok({
      result: { id: row.id, state: decided.value, version: row.version + 1 },
      journal: { action: 'data-request.withdrawn', object: `data-request:${row.id}`, facts: { code: row.code, kind: row.kind, person: personId } },
    });
  });
}
