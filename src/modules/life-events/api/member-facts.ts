import { type CompiledForm, type FactPair, type FactPreset, type FactSource, type Told, toldBefore } from '../../forms/index.ts';
import { type LifeEvent } from '../domain/life-event.ts';
import { type MemberRow, type WholeBundle } from '../store/bundles.ts';
import { type CompanionDeps } from './deps.ts';

/** A member of a bundle with what was declared for it. */
export interface ToldMember {
  readonly row: MemberRow;
  readonly told: Told;
}

/** What every member of a bundle has declared by now. */
export async function tellMembers(deps: Pick<CompanionDeps, 'db' | 'links' | 'forms'>, { members }: WholeBundle, now: Date): Promise<readonly ToldMember[]> {
  return Promise.all(members.map(async (row): Promise<ToldMember> => ({
    row, told: row.draft_id === null ? { state: 'none' } : await toldBefore(deps, { communeCode: row.commune_code, draftId: row.draft_id, dossierId: row.dossier_id }, now),
  })));
}

/** What one member may take over of another that was declared; undefined while nothing was. */
export function sourceOf(event: LifeEvent, from: ToldMember, to: string): FactSource | undefined {
  const { row, told } = from;
  if (told.state === 'none' || row.draft_id === null) return undefined;
  const carry = event.carries.find((one) => one.from === row.key && one.to === to);
  return {
    kind: 'life-event', ref: row.draft_id, words: told.form.definition.title, day: told.day, definition: told.form.definition, answers: told.judged.answers,
    same: [...event.shared, ...(carry?.same ?? [])],
    // Read and checked when the program started.
    pairs: (carry?.pairs ?? []) as readonly FactPair[],
    presets: (carry?.presets ?? []) as readonly FactPreset[],
  };
}

/** Everything that a member begins with: what follows from the matter itself, and what the others have told, in the order of the event. */
export function sourcesFor(event: LifeEvent, key: string, form: CompiledForm, told: readonly ToldMember[], today: string): readonly FactSource[] {
  const presets = event.members.find((member) => member.key === key)?.presets ?? [];
  const matter: FactSource = { kind: 'life-event', ref: event.code, words: event.name, day: today, definition: form.definition, answers: {}, same: [], pairs: [], presets: presets as readonly FactPreset[] };
  const others = event.members.flatMap((member): readonly FactSource[] => {
    const other = member.key === key ? undefined : told.find(({ row }) => row.key === member.key);
    const source = other === undefined ? undefined : sourceOf(event, other, key);
    return source === undefined ? [] : [source];
  });
  return presets.length === 0 ? others : [matter, ...others];
}
