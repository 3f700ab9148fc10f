import { plainDateWords } from '../../../kernel/date-words.ts';
import { type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';
import { type Asker } from './may-act.ts';

/** What goes to an agency of the province. */
export interface AgencyQuestion {
  readonly expectedVersion: number;
  readonly agency: string;
  /** Number and symbol of the document it went with. */
  readonly documentNumber: string;
  readonly sentOn: LocalDate;
  /** The day the answer is expected. */
  readonly expectedOn: LocalDate;
  readonly question: string;
}

/** A request whose answer is waited for, as far as its answers ask. */
export interface OpenAgencyRequest {
  readonly agency: string;
  readonly sentOn: LocalDate;
  readonly received: boolean;
}

/** A day that was noted: one that exists, not before `from` and not after `to`. */
function notedDay(text: string, field: string, span: { readonly from: LocalDate | null; readonly to: LocalDate | null }): Result<LocalDate> {
  const date = parseLocalDate(text);
  if (!date.ok) return refuse('agency.no-such-date', { date: text }, field);
  if (span.from !== null && date.value < span.from) return refuse('agency.date-too-early', { day: plainDateWords(date.value, 'vi'), from: plainDateWords(span.from, 'vi') }, field);
  if (span.to !== null && date.value > span.to) return refuse('agency.date-ahead', { day: plainDateWords(date.value, 'vi') }, field);
  return ok(date.value);
}

/**
 * Notes that a dossier went to an agency of the province. The clock goes on: by law only waiting for the citizen stops it (legal-clock,
 * “Pauses”). Refuses blanks, a day of sending before the reception or in the future, and an answer expected before it was sent.
 */
export function decideAgencyQuestion(dossier: SeenDossier, wish: AgencyQuestion, days: { readonly receivedOn: LocalDate; readonly today: LocalDate }, asker: Asker): Result<{ readonly change: DossierChange; readonly question: Omit<AgencyQuestion, 'expectedVersion'> }> {
  const allowed = checkPermission(dossier, 'send-to-agency', asker, wish.expectedVersion);
  if (!allowed.ok) return allowed;
  const agency = neededWords(wish.agency, 'agency');
  if (!agency.ok) return agency;
  const documentNumber = neededWords(wish.documentNumber, 'documentNumber');
  if (!documentNumber.ok) return documentNumber;
  const question = neededWords(wish.question, 'question');
  if (!question.ok) return question;
  const sentOn = notedDay(wish.sentOn, 'sentOn', { from: days.receivedOn, to: days.today });
  if (!sentOn.ok) return sentOn;
  const expectedOn = notedDay(wish.expectedOn, 'expectedOn', { from: sentOn.value, to: null });
  if (!expectedOn.ok) return expectedOn;
  const facts = { agency: agency.value, number: documentNumber.value, sentOn: sentOn.value, expectedOn: expectedOn.value, note: question.value };
  return ok({
    change: { event: 'sent-to-agency', state: dossier.state, clock: 'as-it-was', facts },
    question: { agency: agency.value, documentNumber: documentNumber.value, sentOn: sentOn.value, expectedOn: expectedOn.value, question: question.value },
  });
}

/** Notes that the agency has it: the day, and its own number where it gave one. Refuses a day before the sending or in the future, and a second time. */
export function decideAgencyReceipt(
  dossier: SeenDossier,
  command: { readonly expectedVersion: number; readonly receivedOn: LocalDate; readonly number: string | null },
  open: OpenAgencyRequest,
  today: LocalDate,
  asker: Asker,
): Result<{ readonly change: DossierChange; readonly receivedOn: LocalDate; readonly number: string | null }> {
  const allowed = checkPermission(dossier, 'note-agency-receipt', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  if (open.received) return refuse('agency.received-already', { agency: open.agency });
  const receivedOn = notedDay(command.receivedOn, 'receivedOn', { from: open.sentOn, to: today });
  if (!receivedOn.ok) return receivedOn;
  const number = command.number?.trim() ?? '';
  const facts = { agency: open.agency, receivedOn: receivedOn.value, ...(number === '' ? {} : { number }) };
  return ok({ change: { event: 'agency-received', state: dossier.state, clock: 'as-it-was', facts }, receivedOn: receivedOn.value, number: number === '' ? null : number });
}

/** Notes what came back: day, document number, what it says. From then on the appraisal can go on. */
export function decideAgencyAnswer(
  dossier: SeenDossier,
  command: { readonly expectedVersion: number; readonly answeredOn: LocalDate; readonly documentNumber: string; readonly words: string },
  open: OpenAgencyRequest,
  today: LocalDate,
  asker: Asker,
): Result<{ readonly change: DossierChange; readonly answeredOn: LocalDate; readonly number: string; readonly words: string }> {
  const allowed = checkPermission(dossier, 'note-agency-answer', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const answeredOn = notedDay(command.answeredOn, 'answeredOn', { from: open.sentOn, to: today });
  if (!answeredOn.ok) return answeredOn;
  const number = neededWords(command.documentNumber, 'documentNumber');
  if (!number.ok) return number;
  const words = neededWords(command.words, 'words');
  if (!words.ok) return words;
  const facts = { agency: open.agency, number: number.value, answeredOn: answeredOn.value, note: words.value };
  return ok({ change: { event: 'agency-answered', state: dossier.state, clock: 'as-it-was', facts }, answeredOn: answeredOn.value, number: number.value, words: words.value });
}

/** The answer is not waited for any more, with the reason: it was sent by mistake, or the agency let its time pass. */
export function decideAgencyCallOff(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly reason: string }, open: OpenAgencyRequest, asker: Asker): Result<{ readonly change: DossierChange; readonly words: string }> {
  const allowed = checkPermission(dossier, 'call-off-agency', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ change: { event: 'agency-called-off', state: dossier.state, clock: 'as-it-was', facts: { agency: open.agency, note: reason.value } }, words: reason.value });
}
