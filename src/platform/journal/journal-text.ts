import { type Actor, type StaffActor } from '../../kernel/actor.ts';
import { type JournalObject } from '../../kernel/journal-object.ts';

/** What one line of the journal says. Ids only; the words of a purpose are the one free text. */
export interface JournalLine {
  readonly at: Date;
  readonly actor: Actor;
  /** Where the request came from; `console` for the command line. */
  readonly address: string;
  /** Such as `dossier.viewed`; every name has its sentence in `modules/journal/contract/action-words.ts`. */
  readonly action: string;
  /** Such as `dossier:<id>`. */
  readonly object: JournalObject;
  readonly command?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Why somebody looked at a file outside the own work. */
  readonly purpose?: { readonly code: string; readonly words: string };
}

/**
 * The text that the chain is made of: JSON with sorted keys. Beside who, when, from where and what it names the positions of that moment as
 * role and unit, because a position may be another one tomorrow, and the device of the office that was used. Lines written before positions were kept have none and stay valid.
 */
export function journalText({ at, actor, ...line }: JournalLine): string {
  return sortedJson({
    at: at.toISOString(),
    actor: actor.kind === 'staff' ? actor.staffId : null,
    ...(actor.kind === 'staff' ? { positions: positionsOf(actor) } : {}),
    ...(actor.kind === 'device' ? { device: actor.deviceId } : {}),
    ...line,
  });
}

function positionsOf({ positions }: StaffActor): readonly { readonly role: string; readonly unit: string }[] {
  return positions.map(({ role, unitId }) => ({ role, unit: unitId }));
}

/** JSON whose keys stand in order at every depth, so that the same content is the same text. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
