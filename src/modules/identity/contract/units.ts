import { type Static, Type } from 'typebox';
import { UNIT_ENTRY } from '../domain/decide-unit-change.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const MaybeDay = Type.Union([Type.String(), Type.Null()]);
/** Kinds of units that the administrator can make, and kinds of villages. */
export const UNIT_KINDS = ['leadership', 'centre', 'office', 'department', 'police', 'counter'] as const;
export const VILLAGE_KINDS = ['thôn', 'bản', 'khu phố', 'tổ dân phố'] as const;
const Name = Type.String({ maxLength: UNIT_ENTRY.name });
const ShortName = Type.String({ maxLength: UNIT_ENTRY.shortName });
const Fields = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 100, uniqueItems: true });
const NewUnit = Type.Object({ id: Uuid, name: Name, shortName: ShortName, kind: Type.Enum([...UNIT_KINDS, ...VILLAGE_KINDS]), fields: Fields }, closed);

/** What changes; the same for units and villages, which have no fields and whose short name is their name. */
const Change = Type.Union([
  Type.Object({ kind: Type.Literal('add'), unit: NewUnit }, closed),
  Type.Object({ kind: Type.Literal('rename'), unitId: Uuid, name: Name, shortName: ShortName, fields: Fields }, closed),
  Type.Object({ kind: Type.Literal('close'), unitId: Uuid }, closed),
  Type.Object({ kind: Type.Literal('merge'), unitIds: Type.Array(Uuid, { minItems: 1, maxItems: UNIT_ENTRY.units }), into: Type.Union([Uuid, NewUnit]) }, closed),
  Type.Object({ kind: Type.Literal('split'), unitId: Uuid, into: Type.Array(NewUnit, { minItems: 1, maxItems: UNIT_ENTRY.units }) }, closed),
]);
const Subject = Type.Union([Type.Literal('unit'), Type.Literal('village')]);

/** POST /api/units/preview: what a change would do. */
export const PreviewUnitBody = Type.Object({ subject: Subject, effectiveOn: Day, change: Change }, closed);
export type PreviewUnit = Static<typeof PreviewUnitBody>;

/** POST /api/units/changes. */
export const ChangeUnitBody = Type.Object({ commandId: Uuid, changeId: Uuid, subject: Subject, effectiveOn: Day, reason: Type.String({ minLength: 1, maxLength: UNIT_ENTRY.reason, pattern: '\\S' }), change: Change }, closed);
export type ChangeUnit = Static<typeof ChangeUnitBody>;

/** POST /api/units/changes/:id/withdraw. */
export const WithdrawUnitBody = Type.Object({ commandId: Uuid }, closed);
export const UnitChangeParams = Type.Object({ id: Uuid }, closed);

/** A change that was entered or withdrawn. */
export const UnitChangedView = Type.Object({ id: Type.String(), effectiveOn: Type.String() });
export type UnitChanged = Static<typeof UnitChangedView>;

const MovedPosition = Type.Object({ staffId: Type.String(), fullName: Type.String(), title: Type.String(), fromUnit: Type.String(), toUnit: Type.Union([Type.String(), Type.Null()]) });

/** What a change would move, and what is in its way. `problem` null: it can be entered. */
export const UnitPreviewView = Type.Object({
  problem: Type.Union([Type.Object({ code: Type.String(), message: Type.String(), field: Type.Union([Type.String(), Type.Null()]) }), Type.Null()]),
  /** Positions that go on elsewhere, or that are in the way of a closing. */
  positions: Type.Array(MovedPosition),
  /** Open dossiers of the units that end, by unit. */
  dossiers: Type.Array(Type.Object({ unitId: Type.String(), unit: Type.String(), count: Type.Integer(), to: Type.Union([Type.String(), Type.Null()]) })),
  /** Fields that another unit looks after from then on. */
  fields: Type.Array(Type.Object({ field: Type.String(), from: Type.String(), to: Type.String() })),
});
export type UnitPreview = Static<typeof UnitPreviewView>;

const UnitNode = Type.Object({
  id: Type.String(), name: Type.String(), shortName: Type.String(), kind: Type.String(), fields: Type.Array(Type.String()), validFrom: Type.String(), validTo: MaybeDay,
  /** Every name from the first on, with its first day. */
  names: Type.Array(Type.Object({ name: Type.String(), from: Type.String() })),
  predecessors: Type.Array(Type.String()),
  successors: Type.Array(Type.String()),
  people: Type.Integer(),
  dossiers: Type.Integer(),
});
export type UnitNodeAnswer = Static<typeof UnitNode>;

/** GET /api/units/tree: units and villages that are, were and will be, and every change of them. */
export const UnitTreeView = Type.Object({
  today: Type.String(),
  commune: Type.Object({ name: Type.String(), kind: Type.String(), provinceName: Type.String() }),
  units: Type.Array(UnitNode),
  villages: Type.Array(UnitNode),
  changes: Type.Array(Type.Object({
    id: Type.String(), subject: Subject, kind: Type.String(), effectiveOn: Type.String(), reason: Type.String(), enteredAt: Type.String(), enteredBy: Type.String(),
    /** Names before and after, for a sentence. */
    from: Type.Array(Type.String()), to: Type.Array(Type.String()),
    withdrawn: Type.Union([Type.Object({ at: Type.String(), by: Type.String() }), Type.Null()]),
    canWithdraw: Type.Boolean(),
  })),
  fields: Type.Array(Type.String()),
});
export type UnitTree = Static<typeof UnitTreeView>;
