import { type PreviewUnit, type UnitNodeAnswer, UNIT_KINDS, VILLAGE_KINDS } from '../../../contract/units.ts';

export type UnitAct = PreviewUnit['change']['kind'];
export type Subject = PreviewUnit['subject'];

/** A unit as it is typed. */
export interface PartEntry {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: (typeof UNIT_KINDS)[number] | (typeof VILLAGE_KINDS)[number];
  readonly fields: readonly string[];
}

/** A change as it stands in its form. */
export interface UnitDraft {
  readonly act: UnitAct;
  readonly subject: Subject;
  readonly node: UnitNodeAnswer | null;
  readonly effectiveOn: string;
  readonly reason: string;
  /** The name that is given, or the units that begin. */
  readonly parts: readonly PartEntry[];
  /** Other units that end together with this one. */
  readonly others: readonly string[];
  /** The unit that receives; `new`: the first of the parts; empty: not chosen. */
  readonly into: string;
}

/** A kind that a subject can have; the usual one for anything else. */
export function kindOf(subject: Subject, text: string): PartEntry['kind'] {
  return subject === 'unit' ? (UNIT_KINDS.find((kind) => kind === text) ?? 'department') : (VILLAGE_KINDS.find((kind) => kind === text) ?? 'thôn');
}

/** The form of an act as it begins. */
export function beginDraft(act: UnitAct, subject: Subject, node: UnitNodeAnswer | null, today: string, newId: () => string): UnitDraft {
  const empty = (): PartEntry => ({ id: newId(), name: '', shortName: '', kind: kindOf(subject, node?.kind ?? ''), fields: [] });
  const parts = act === 'rename' && node !== null ? [{ ...empty(), name: node.name, shortName: node.shortName, fields: node.fields }]
    : act === 'split' ? [{ ...empty(), fields: node?.fields ?? [] }, empty()] : [empty()];
  return { act, subject, node, effectiveOn: today, reason: '', parts, others: [], into: '' };
}

/** The change as it is sent; a village’s short name is its name. Undefined while it says too little to be asked about. */
export function changeOf({ act, subject, node, parts, others, into }: UnitDraft): PreviewUnit['change'] | undefined {
  const full = (part: PartEntry) => ({ ...part, shortName: subject === 'village' ? part.name.slice(0, 40) : part.shortName, fields: [...part.fields] });
  const [first] = parts.map(full);
  if (first === undefined) return undefined;
  if (act === 'add') return { kind: 'add', unit: first };
  if (node === null) return undefined;
  switch (act) {
    case 'rename':
      return { kind: 'rename', unitId: node.id, name: first.name, shortName: first.shortName, fields: first.fields };
    case 'close':
      return { kind: 'close', unitId: node.id };
    case 'merge':
      return into === '' ? undefined : { kind: 'merge', unitIds: [node.id, ...others.filter((id) => id !== into)], into: into === 'new' ? first : into };
    case 'split':
      return { kind: 'split', unitId: node.id, into: parts.map(full) };
  }
}
