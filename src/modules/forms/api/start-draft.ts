import { isUuid } from '../../../kernel/uuid.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type CitizenActor } from '../../../kernel/actor.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type Answers } from '../domain/answers.ts';
import { carryFacts, type FactSource, joinGiven } from '../domain/carry-facts.ts';
import { type CompiledForm } from '../domain/compile-form.ts';
import { DRAFT_WAITS_MS } from '../domain/draft-phase.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { buildResumeCode } from '../domain/resume-code.ts';
import { insertDraft } from '../store/form-drafts.ts';
import { type FormPagesDeps } from './deps.ts';
import { draftToken } from './open-draft.tsx';

/** The id that a start page was drawn with, and the seal that proves that this server made it: pressing twice begins one draft. */
export interface StartIds {
  readonly ban: string;
  readonly dau: string;
}

/** Fresh ids for a start page. */
export function makeStartIds(deps: Pick<FormPagesDeps, 'newId' | 'links'>): StartIds {
  const ban = deps.newId();
  return { ban, dau: deps.links.token('form-draft-start', ban) };
}

/** The id of a start page that came back; a fresh one when this server did not make it. */
export function readStartId(deps: Pick<FormPagesDeps, 'newId' | 'links'>, { ban, dau }: StartIds): string {
  return isUuid(ban) && dau === deps.links.token('form-draft-start', ban) ? ban : deps.newId();
}

/** The code by which a draft is opened on another device; the same draft always has the same one. */
export function resumeCode(deps: Pick<FormPagesDeps, 'links'>, draftId: string): string {
  return buildResumeCode(Buffer.from(deps.links.token('form-draft-code', draftId), 'base64url'));
}

/** What the database keeps of a code: a copy of it alone opens nothing. */
export function codeDigest(deps: Pick<FormPagesDeps, 'links'>, code: string): string {
  return deps.links.hash(deps.links.token('form-draft-code-digest', code));
}

/** What a draft begins with. */
export interface DraftBeginning {
  readonly communeCode: string;
  readonly procedureCode: string;
  readonly form: CompiledForm;
  readonly id: string;
  /** What was declared before and need not be asked again. */
  readonly sources?: readonly FactSource[];
}

/** Begins a draft and answers the secret of its link. Who signed in does not type again what the identity says. */
export async function startDraft(deps: FormPagesDeps, { communeCode, procedureCode, form, id, sources = [] }: DraftBeginning, { actor, now }: Pick<RequestContext, 'actor' | 'now'>): Promise<string> {
  const token = draftToken(deps, id);
  const { definition } = form;
  const carried = carryFacts(form, sources, actor.kind === 'citizen' ? ownAnswers(definition, actor) : {}, { today: dateAt(now.getTime()), placesLookedUp: true });
  await insertDraft(deps.db, {
    commune_code: communeCode,
    id,
    procedure_code: procedureCode,
    form_code: definition.code,
    form_version: definition.version,
    answers: carried.answers,
    given: joinGiven(null, sources, carried),
    writers: {},
    at_group: null,
    token_hash: deps.links.hash(token),
    code_digest: codeDigest(deps, resumeCode(deps, id)),
    dossier_id: deps.newId(),
    command_id: deps.newId(),
    started_at: now,
    saved_at: now,
    expires_at: new Date(now.getTime() + DRAFT_WAITS_MS),
  });
  return token;
}

function ownAnswers({ groups }: FormDefinition, citizen: CitizenActor): Answers {
  const facts: Readonly<Record<string, string>> = { 'applicant.fullName': citizen.fullName, 'applicant.citizenNumber': citizen.citizenNumber };
  return Object.fromEntries(groups.flatMap(({ fields }) => fields).flatMap(({ id, fact }) => (fact !== undefined && facts[fact] !== undefined ? [[id, facts[fact]]] : [])));
}
