import { dateAt, type Instant } from '../../../kernel/local-time.ts';
import { type DossierEvent } from './dossier-change.ts';
import { type StepRole } from './dossier-states.ts';

/** A line of history as the control sheet reads it. */
export interface ControlEvent {
  readonly at: Instant;
  readonly event: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A step of the plan with its own limit. */
export interface ControlStep {
  readonly role: StepRole;
  readonly startedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly finishedAt: Instant | null;
}

interface Party {
  readonly unit: string;
  readonly person: string | null;
}

/** One hand-over in the life of a dossier (form 06). */
export interface ControlLine {
  readonly giver: Party;
  readonly receiver: Party;
  readonly at: Instant;
  readonly result: 'early' | 'on-time' | 'late' | null;
  readonly note: string | null;
}

/** Everything that the sheet is filled from. */
export interface ControlFacts {
  readonly history: readonly ControlEvent[];
  readonly steps: readonly ControlStep[];
  readonly applicantName: string;
  /** The centre that receives and hands over. */
  readonly centreName: string;
  /** Name of the unit that a member of staff belongs to; undefined where nobody knows any more. */
  readonly unitOf: (staffId: string) => string | undefined;
}

/** Who holds a step, where the person is not known yet. */
const ROLE_UNIT: Readonly<Record<StepRole, string | null>> = { 'reception': null, 'specialist': 'Bộ phận chuyên môn', 'leader': 'Lãnh đạo', 'clerk': 'Văn thư' };
const CITIZEN = 'Người nộp hồ sơ';

/** With these events a dossier goes from one hand to another. */
const MOVES = new Set<string>([
  'received', 'transferred', 'appraised', 'approved', 'sealed', 'sent-back', 'reopened', 'handed-to', 'moved-to-unit', 'taken-over', 'turned-back', 'called-back', 'sent-to-agency', 'agency-answered', 'handed-over', 'supplement-requested', 'supplement-answered', 'delivered',
] satisfies DossierEvent[]);

/** Whoever acts next has received it, unless the event only leads on to the citizen or back. */
const RECEIVES = new Set<string>(['transferred', 'appraised', 'approved', 'sealed', 'sent-back', 'claimed', 'handed-over', 'stopped', 'supplement-requested', 'dispatched'] satisfies DossierEvent[]);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * The hand-overs of a dossier in order, read from its history: from whom to whom, when, how the step that ended stood to its own limit
 * (TT 03/2025/TT-VPCP, form 06), and what was noted. Whoever acts next is who received it; before that only the place is known.
 */
export function controlLines(facts: ControlFacts): readonly ControlLine[] {
  const { history } = facts;
  return history.flatMap((event, index) => (MOVES.has(event.event) ? [lineOf(facts, event, history.slice(index + 1))] : []));
}

function lineOf(facts: ControlFacts, event: ControlEvent, later: readonly ControlEvent[]): ControlLine {
  const actor: Party = { unit: (event.actorId === null ? undefined : facts.unitOf(event.actorId)) ?? facts.centreName, person: event.actorName };
  const citizen: Party = { unit: CITIZEN, person: facts.applicantName };
  const line = { at: event.at, result: resultOf(facts.steps, event), note: noteOf(event) };
  switch (event.event) {
    case 'received':
      return { ...line, giver: citizen, receiver: { ...actor, unit: facts.centreName } };
    case 'supplement-answered':
      return { ...line, giver: citizen, receiver: nextParty(facts, event, later) };
    case 'supplement-requested':
      return { ...line, giver: actor, receiver: citizen };
    case 'handed-over':
    case 'delivered':
      return { ...line, giver: actor, receiver: { unit: CITIZEN, person: textOf(event.facts['returnedTo']) ?? facts.applicantName } };
    case 'moved-to-unit':
      return { ...line, giver: actor, receiver: { unit: textOf(event.facts['to']) ?? '', person: takenOverBy(later) } };
    case 'sent-to-agency':
      return { ...line, giver: actor, receiver: { unit: textOf(event.facts['agency']) ?? '', person: null } };
    case 'agency-answered':
      return { ...line, giver: { unit: textOf(event.facts['agency']) ?? '', person: null }, receiver: actor };
    case 'taken-over':
      return { ...line, giver: { unit: textOf(event.facts['from']) ?? '', person: textOf(event.facts['giver']) }, receiver: { unit: textOf(event.facts['to']) ?? actor.unit, person: event.actorName } };
    case 'turned-back':
    case 'called-back':
      return { ...line, giver: event.event === 'called-back' ? { unit: textOf(event.facts['from']) ?? '', person: null } : actor, receiver: { unit: textOf(event.facts['to']) ?? '', person: event.event === 'called-back' ? event.actorName : null } };
    case 'handed-to':
      return { ...line, giver: actor, receiver: { unit: unitOfFact(facts, event) ?? actor.unit, person: textOf(event.facts['to']) } };
    default:
      return { ...line, giver: actor, receiver: nextParty(facts, event, later) };
  }
}

/** Who took a hand-over between units over; null while nobody has, or when it went back. */
function takenOverBy(later: readonly ControlEvent[]): string | null {
  const next = later.find(({ event }) => event === 'taken-over' || event === 'turned-back' || event === 'called-back' || event === 'moved-to-unit');
  return next?.event === 'taken-over' ? next.actorName : null;
}

function unitOfFact(facts: ControlFacts, event: ControlEvent): string | undefined {
  const id = textOf(event.facts['toId']);
  return id === null ? undefined : facts.unitOf(id);
}

function nextParty(facts: ControlFacts, event: ControlEvent, later: readonly ControlEvent[]): Party {
  const next = later.find((line) => RECEIVES.has(line.event) && line.actorId !== null);
  if (next?.actorId != null) return { unit: facts.unitOf(next.actorId) ?? facts.centreName, person: next.actorName };
  const step = facts.steps.find(({ startedAt }) => startedAt === event.at);
  return { unit: (step === undefined ? null : ROLE_UNIT[step.role]) ?? facts.centreName, person: null };
}

/** A day before its last day is early, until the last minute in time, after it late. A step that was done again has lost its first end. */
function resultOf(steps: readonly ControlStep[], event: ControlEvent): ControlLine['result'] {
  const step = steps.find(({ finishedAt }) => finishedAt === event.at);
  if (step?.dueAt == null) return null;
  if (event.at > step.dueAt) return 'late';
  return dateAt(event.at) < dateAt(step.dueAt) ? 'early' : 'on-time';
}

/** What an event is called beside its own words. */
const NOTES: Readonly<Record<string, string>> = {
  'sent-back': 'Trả lại bước trước', 'reopened': 'Mở lại hồ sơ', 'supplement-requested': 'Yêu cầu bổ sung',
  'sent-to-agency': 'Gửi cơ quan cấp tỉnh', 'agency-answered': 'Cơ quan cấp tỉnh trả lời',
  'taken-over': 'Đã nhận bàn giao', 'turned-back': 'Không nhận bàn giao', 'called-back': 'Thu lại bàn giao',
};

function noteOf(event: ControlEvent): string | null {
  const words = [NOTES[event.event] ?? null, textOf(event.facts['note'])].filter((part) => part !== null);
  return words.length === 0 ? null : words.join(': ');
}
