import { type Static, Type } from 'typebox';
import { type SettingLevel } from '../domain/resolve-setting.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });
const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Key = Type.String({ pattern: '^[a-z-]{1,40}\\.[a-z-]{1,60}$' });
const Level = Type.Unsafe<SettingLevel>(Type.Union([Type.Literal('installation'), Type.Literal('commune')]));
const Text = Type.Union([Type.String(), Type.Null()]);

/** What a setting may hold; whether it fits is decided with the setting at hand. */
const Value = Type.Union([Type.Boolean(), Type.Number(), Type.String({ maxLength: 500 }), Type.Array(Type.String({ maxLength: 100 }), { maxItems: 40 }), Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), Type.String({ maxLength: 500 }), { maxProperties: 12 }), Type.Null()]);
export type SettingValue = Static<typeof Value>;
/** The same on its way out. */
const Shown = Type.Unsafe<SettingValue>(Type.Unknown());

const Control = Type.Object({
  kind: Type.Unsafe<'number' | 'switch' | 'choice' | 'choices' | 'text' | 'texts'>(Type.String()),
  least: Type.Union([Type.Integer(), Type.Null()]),
  most: Type.Union([Type.Integer(), Type.Null()]),
  /** The options, or the texts with the longest length of each. */
  options: Type.Array(Type.Object({ value: Type.String(), label: Type.String(), longest: Type.Union([Type.Integer(), Type.Null()]) })),
});

const Entry = Type.Object({ level: Level, value: Shown, validFrom: IsoDate, fixed: Type.Boolean(), byName: Text, at: Moment, reason: Text });
export type SettingEntryView = Static<typeof Entry>;

/** One setting as its administrator sees it, in his language. */
const Item = Type.Object({
  key: Key,
  name: Type.String(),
  does: Type.String(),
  changes: Type.String(),
  unit: Type.String(),
  control: Control,
  law: Text,
  override: Level,
  needsReason: Type.Boolean(),
  fallback: Shown,
  value: Shown,
  from: Type.Unsafe<SettingLevel | 'default'>(Type.String()),
  fixed: Type.Boolean(),
  /** What each level says today; null where it says nothing. */
  commune: Type.Union([Entry, Type.Null()]),
  installation: Type.Union([Entry, Type.Null()]),
  /** What begins later, in the order of the days. */
  planned: Type.Array(Entry),
  revision: Type.Object({ commune: Type.Integer(), installation: Type.Integer() }),
});
export type SettingItem = Static<typeof Item>;

/** GET /api/settings */
export const SettingsResponse = Type.Object({
  today: IsoDate,
  mayChangeInstallation: Type.Boolean(),
  /** How many communes the installation serves, and who decides for all of them; nobody where it serves one. */
  communes: Type.Integer(),
  deciders: Type.Array(Type.Object({ fullName: Type.String(), communeName: Type.String() })),
  communeName: Type.String(),
  groups: Type.Array(Type.Object({ module: Type.String(), name: Type.String(), items: Type.Array(Item) })),
});
export type SettingsResponse = Static<typeof SettingsResponse>;

const wish = {
  key: Key,
  level: Level,
  act: Type.Union([Type.Literal('set'), Type.Literal('inherit'), Type.Literal('withdraw')]),
  value: Value,
  fixed: Type.Boolean(),
  validFrom: IsoDate,
  reason: Type.String({ maxLength: 300 }),
};

/** POST /api/settings/preview: what would follow; nothing is written. */
export const SettingPreviewRequest = Type.Object(wish, closed);
export type SettingPreviewRequest = Static<typeof SettingPreviewRequest>;

const CommuneEffect = Type.Object({
  code: Type.String(),
  name: Type.String(),
  before: Shown,
  after: Shown,
  /** Its own value stays in force. */
  keepsOwn: Type.Boolean(),
  /** Its own value is passed over from that day on, because the common one is fixed. */
  losesOwn: Type.Boolean(),
  effects: Type.Array(Type.Object({ count: Type.Integer(), words: Type.String() })),
});
/** `effects` of a change for all communes are counted over all of them, and of no commune alone. */
export const SettingPreview = Type.Object({ revision: Type.Integer(), communes: Type.Array(CommuneEffect), effects: Type.Array(Type.Object({ count: Type.Integer(), words: Type.String() })) });
export type SettingPreview = Static<typeof SettingPreview>;

/** POST /api/settings/changes; `expectedRevision` is that of the level that was looked at. */
export const SettingChangeRequest = Type.Object({ commandId: Uuid, expectedRevision: Type.Integer({ minimum: 0 }), ...wish }, closed);
export type SettingChangeRequest = Static<typeof SettingChangeRequest>;

/** POST /api/settings/returns: an earlier value of the history holds again from today on. */
export const SettingReturnRequest = Type.Object({ commandId: Uuid, changeId: Type.Integer({ minimum: 1 }), expectedRevision: Type.Integer({ minimum: 0 }) }, closed);
export type SettingReturnRequest = Static<typeof SettingReturnRequest>;

export const SettingChanged = Type.Object({ key: Key, revision: Type.Integer() });
export type SettingChanged = Static<typeof SettingChanged>;

/** GET /api/settings/changes: newest first, fifty at a time; of one setting or of all. */
export const SettingHistoryQuery = Type.Object({ key: Type.Optional(Key), before: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,14}$' })) }, closed);
export const SettingHistory = Type.Object({
  items: Type.Array(Type.Object({
    id: Type.Integer(),
    key: Key,
    name: Type.String(),
    unit: Type.String(),
    control: Control,
    level: Level,
    act: Type.Unsafe<'set' | 'inherit' | 'withdraw'>(Type.String()),
    value: Shown,
    fixed: Type.Boolean(),
    validFrom: IsoDate,
    at: Moment,
    byName: Text,
    reason: Text,
    /** The version of the level to be named when this value is brought back; null when it cannot be. */
    returnTo: Type.Union([Type.Integer(), Type.Null()]),
  })),
  more: Type.Boolean(),
});
export type SettingHistory = Static<typeof SettingHistory>;
