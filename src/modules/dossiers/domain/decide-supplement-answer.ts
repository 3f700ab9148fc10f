import { type Instant } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkPermission, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';
import { stateAtStep } from './dossier-states.ts';
import { type Asker } from './may-act.ts';

/** How an answer came. What came over the counter is never counted as online. */
export type AnswerChannel = 'online' | 'counter' | 'post';

/** The request that the dossier waits on. */
export interface OpenSupplement {
  readonly id: string;
  readonly answerBy: Instant;
  readonly items: readonly { readonly id: string; readonly paperName: string }[];
}

/** What came for one fault: how many files, whether the answer of the form that it names is another one now, and words where there is neither. */
export interface ItemAnswer {
  readonly itemId: string;
  readonly fileCount: number;
  readonly corrected?: boolean;
  readonly words: string | null;
}

/** An answer; the citizen names the request, whatever else happened to the dossier, the office also what it was looking at. */
export interface SupplementAnswerCommand {
  readonly requestId: string;
  readonly expectedVersion: number | null;
  readonly channel: AnswerChannel;
  readonly items: readonly ItemAnswer[];
  /** Words about the whole. */
  readonly words: string | null;
}

const isAnswered = ({ fileCount, corrected, words }: ItemAnswer): boolean => fileCount > 0 || corrected === true || (words?.trim() ?? '') !== '';

/**
 * Takes the citizen's answer: the clock runs again from this instant, and whoever holds the dossier is shown the answer. Every fault
 * needs a file, a corrected answer or words. Refuses an answer to a request that is not open any more, one without anything in it, one that leaves faults
 * out, and one that comes through the link after the last day: the office may still take it over the counter until the work is stopped.
 */
export function decideSupplementAnswer(dossier: SeenDossier, open: OpenSupplement | undefined, command: SupplementAnswerCommand, now: Instant, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'answer-supplement', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  if (open?.id !== command.requestId) return refuse('supplement.not-open');
  if (command.channel === 'online' && now > open.answerBy) return refuse('supplement.too-late');
  const given = command.items.filter(isAnswered);
  if (given.some(({ itemId }) => !open.items.some(({ id }) => id === itemId))) return refuse('supplement.not-open');
  if (given.length === 0) return refuse('supplement.answer-empty', {}, 'items');
  const left = open.items.filter(({ id }) => !given.some(({ itemId }) => itemId === id));
  if (left.length > 0) return refuse('supplement.answer-partly', { count: left.length, papers: left.map(({ paperName }) => paperName).join('; ') }, 'items');
  const note = command.words?.trim() ?? '';
  return ok({
    event: 'supplement-answered', state: stateAtStep(dossier.currentStep), clock: 'resumes',
    facts: { channel: command.channel, ...(now > open.answerBy ? { late: 'yes' } : {}), ...(note === '' ? {} : { note }) },
  });
}

/** The holder has looked at the answer and takes it over: the work goes on. The clock has run since the answer. */
export function decideSupplementAcceptance(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly note: string | null }, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'accept-supplement', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const note = command.note?.trim() ?? '';
  return ok({ event: 'supplement-accepted', state: dossier.state, clock: 'as-it-was', facts: note === '' ? {} : { note } });
}
