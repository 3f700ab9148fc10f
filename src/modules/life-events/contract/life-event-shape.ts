import { Type } from 'typebox';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Words = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, { additionalProperties: false });
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]*$' });
const Procedure = Type.String({ pattern: '^\\d\\.\\d{6}$' });
/** The rule itself is read by the forms that it is about. */
const When = Type.Optional(Type.Record(Type.String(), Type.Unknown()));
const Fact = Type.String({ pattern: '^[a-z][a-zA-Z0-9]*(?:\\.[a-z][a-zA-Z0-9]*)*$' });
const Preset = Type.Object({ to: Type.String({ minLength: 1 }), value: Type.String({ minLength: 1 }), when: When }, { additionalProperties: false });

/** A file of `data/life-events/`, as it is written. */
export const LifeEventShape = Type.Object(
  {
    code: Key,
    slug: Key,
    validFrom: Day,
    validTo: Type.Union([Day, Type.Null()]),
    name: Words,
    intro: Words,
    source: Type.String({ minLength: 1 }),
    official: Type.Union([Type.Null(), Type.Object({ group: Key, procedure: Type.Union([Procedure, Type.Null()]), words: Words }, { additionalProperties: false })]),
    shared: Type.Array(Fact),
    members: Type.Array(
      Type.Object(
        {
          key: Key, procedure: Procedure, form: Key, who: Words,
          waitsFor: Type.Array(Type.Object({ member: Key, what: Words }, { additionalProperties: false })),
          presets: Type.Array(Preset),
        },
        { additionalProperties: false },
      ),
    ),
    carries: Type.Array(
      Type.Object(
        {
          from: Key, to: Key, same: Type.Array(Fact),
          pairs: Type.Array(Type.Object({ from: Type.String({ minLength: 1 }), to: Type.String({ minLength: 1 }), when: When, values: Type.Optional(Type.Record(Type.String(), Type.String())) }, { additionalProperties: false })),
          presets: Type.Array(Preset),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
