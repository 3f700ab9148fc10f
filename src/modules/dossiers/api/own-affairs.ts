import { dateWords, dueWords, momentWords } from '../../../kernel/date-words.ts';
import { type CitizenActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { ownership } from '../domain/owned-dossier.ts';
import { hasElectronicResult } from '../domain/result-access.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { listOwnDossiers, listResults, listToldEvents, type ToldEvent } from '../store/own-dossiers.ts';
import { OWN_MESSAGE_WORDS, type ToldEventName } from '../ui/public/own-messages.ts';
import { stateWords } from '../ui/public/state-words.ts';
import { type DossiersDeps } from './deps.ts';
import { keptFiles } from './dossier-view.ts';
import { papersForCitizen } from './papers-for-citizen.ts';
import { timeView, type TimeView } from './time-view.ts';

/** One dossier of a citizen. */
export interface CitizenDossier {
  readonly code: string;
  readonly procedureName: string;
  readonly stateWords: string;
  readonly dueWords: string | null;
  readonly timeState: TimeView['timeState'];
  readonly timeWords: string;
  /** The page of the dossier; null when it carries the number under another name. */
  readonly address: string | null;
  readonly waitsForCitizen: boolean;
  readonly over: boolean;
  /** What was declared in it can be used again in another declaration. */
  readonly reusable: boolean;
}

/** One paper or result that a citizen can open. */
export interface CitizenPaper {
  readonly kind: 'receipt' | 'fee-receipt' | 'letter' | 'result';
  readonly title: string;
  readonly dossierCode: string;
  readonly day: string | null;
  readonly address: string;
}

/** One thing that the office told a citizen. */
export interface CitizenMessage {
  readonly moment: string;
  readonly text: string;
  /** What an officer wrote, in Vietnamese. */
  readonly words: string | null;
  readonly dossierCode: string;
  readonly address: string;
}

/** Everything that this office has of a citizen. */
export interface CitizenAffairs {
  readonly dossiers: readonly CitizenDossier[];
  readonly papers: readonly CitizenPaper[];
  readonly messages: readonly CitizenMessage[];
}

type Reader = Pick<RequestContext, 'locale' | 'now'>;
type Signer = Pick<DossiersDeps, 'db' | 'links' | 'calendarOf' | 'feeReceipts' | 'hasAnswers'>;

const OVER: ReadonlySet<string> = new Set(['returned', 'stopped', 'rejected']);
const WAITS: ReadonlySet<string> = new Set(['supplement-requested', 'payment-requested']);
/** Why an officer did something is told with these; notes of the office among itself stay inside. */
const WITH_WORDS: ReadonlySet<string> = new Set(['rejected', 'stopped', 'payment-requested', 'extended', 'deadline-moved', 'withdrawal-declined'] satisfies readonly ToldEventName[]);

/**
 * The dossiers that carry a citizen's number, their papers and what was told about them, in the reader's language. A dossier under another
 * name is named and not opened: neither its papers nor its messages are among them.
 */
export async function findCitizenAffairs(deps: Signer, citizen: CitizenActor, reader: Reader): Promise<CitizenAffairs> {
  const all = await listOwnDossiers(deps.db, citizen.communeCode, citizen.citizenNumber);
  const own = all.filter((dossier) => ownership(citizen, { number: dossier.applicant_number, name: dossier.applicant_name }) === 'own');
  const ids = own.map(({ id }) => id);
  const byId = new Map(own.map((dossier) => [dossier.id, dossier]));
  const [dossiers, issued, results, events] = await Promise.all([
    Promise.all(all.map((dossier) => dossierOf(deps, dossier, byId.has(dossier.id), reader))),
    Promise.all(own.map((dossier) => issuedOf(deps, dossier, reader))),
    listResults(deps.db, citizen.communeCode, ids),
    listToldEvents(deps.db, citizen.communeCode, ids, Object.keys(OWN_MESSAGE_WORDS.vi)),
  ]);
  const electronic = results.flatMap((result): readonly CitizenPaper[] => {
    const dossier = byId.get(result.dossier_id);
    if (dossier === undefined || !hasElectronicResult(dossier.state, keptFiles(result.files).length)) return [];
    return [{ kind: 'result', title: dossier.procedure_name, dossierCode: codeOf(dossier), day: null, address: `${pathOf(deps, dossier)}/ket-qua` }];
  });
  const messages = events.flatMap((event): readonly CitizenMessage[] => {
    const dossier = byId.get(event.dossier_id);
    return dossier === undefined ? [] : [messageOf(deps, dossier, event, reader)];
  });
  return { dossiers, papers: [...electronic, ...issued.flat()], messages };
}

function codeOf(dossier: DossierRow): string {
  return dossier.code ?? dossier.reference;
}

function pathOf(deps: Signer, dossier: DossierRow): string {
  return `/h/${deps.links.token('dossier', dossier.id)}`;
}

async function dossierOf(deps: Signer, dossier: DossierRow, isOwn: boolean, { locale, now }: Reader): Promise<CitizenDossier> {
  const time = timeView(dossier, await deps.calendarOf(dossier.commune_code, dossier.ended_at), now, locale);
  const over = OVER.has(dossier.state);
  const running = !over && dossier.state !== 'decided' && !WAITS.has(dossier.state);
  const due = dossier.extended_due_at ?? dossier.due_at;
  return {
    code: codeOf(dossier),
    procedureName: dossier.procedure_name,
    stateWords: stateWords({ state: dossier.state, negative: dossier.result_kind === 'negative', deliveryMethod: dossier.delivery_method }, locale),
    dueWords: running && due !== null ? dueWords(due.getTime(), dateAt(now.getTime()), locale) : null,
    timeState: time.timeState,
    timeWords: time.timeWords,
    address: isOwn ? pathOf(deps, dossier) : null,
    waitsForCitizen: WAITS.has(dossier.state),
    over,
    reusable: isOwn && (await deps.hasAnswers?.(dossier.commune_code, dossier.id)) === true,
  };
}

async function issuedOf(deps: Signer, dossier: DossierRow, { locale }: Reader): Promise<readonly CitizenPaper[]> {
  const issued = await papersForCitizen(deps, dossier);
  return issued.map(({ id, kind, title, number, issuedAt }) => ({
    kind: kind === 'receipt' || kind === 'fee-receipt' ? kind : 'letter',
    title: kind === 'fee-receipt' ? `${title}, ${number}` : title,
    dossierCode: codeOf(dossier),
    day: dateWords(dateAt(Date.parse(issuedAt)), locale),
    address: `${pathOf(deps, dossier)}/giay/${id}`,
  }));
}

function messageOf(deps: Signer, dossier: DossierRow, { event, at, facts }: ToldEvent, { locale }: Reader): CitizenMessage {
  const note = (facts as { readonly note?: unknown } | null)?.note;
  return {
    moment: momentWords(at.getTime(), locale),
    text: translator(OWN_MESSAGE_WORDS, locale)(event as ToldEventName, { procedure: dossier.procedure_name }),
    words: WITH_WORDS.has(event) && typeof note === 'string' && note !== '' ? note : null,
    dossierCode: codeOf(dossier),
    address: pathOf(deps, dossier),
  };
}
