import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const IsoDate = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const Instant = Type.String({ description: 'ISO 8601 with offset' });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Words = (max: number) => Type.String({ maxLength: max });
const NeededWords = (max: number) => Type.String({ minLength: 1, maxLength: max });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

const ChannelSchema = Type.Union([
  Type.Literal('counter'),
  Type.Literal('online'),
  Type.Literal('post'),
  Type.Literal('kiosk'),
  Type.Literal('home'),
]);
const DeliveryMethodSchema = Type.Union([
  Type.Literal('counter'),
  Type.Literal('post'),
  Type.Literal('home'),
  Type.Literal('electronic'),
]);
const PaperKind = Type.Union([
  Type.Literal('original'),
  Type.Literal('copy'),
  Type.Literal('certified-copy'),
  Type.Literal('electronic'),
  Type.Literal('data'),
  Type.Literal('form'),
]);
const PaperSource = Type.Union([Type.Literal('submitted'), Type.Literal('shown'), Type.Literal('store'), Type.Literal('database')]);
const State = Type.Union([
  Type.Literal('submitted'),
  Type.Literal('received'),
  Type.Literal('rejected'),
  Type.Literal('in-progress'),
  Type.Literal('decided'),
  Type.Literal('returned'),
]);
const StepKey = Type.Union([
  Type.Literal('receive'),
  Type.Literal('appraise'),
  Type.Literal('approve'),
  Type.Literal('seal'),
  Type.Literal('hand-over'),
]);
const Action = Type.Union([
  Type.Literal('receive'),
  Type.Literal('reject'),
  Type.Literal('transfer'),
  Type.Literal('appraise'),
  Type.Literal('approve'),
  Type.Literal('seal'),
  Type.Literal('hand-over'),
  Type.Literal('send-back'),
]);

/** The person who files, as scanned from the card or typed. */
export const PersonInput = Type.Object(
  {
    citizenNumber: Nullable(Words(12)),
    fullName: NeededWords(100),
    birthDate: Nullable(IsoDate),
    sex: Nullable(Type.Union([Type.Literal('male'), Type.Literal('female')])),
    address: NeededWords(300),
    villageId: Nullable(Uuid),
    phone: Nullable(Words(20)),
    email: Nullable(Words(200)),
  },
  closed,
);
export type PersonInput = Static<typeof PersonInput>;

/** One paper as taken at reception. `files` are uploads that the server has confirmed. */
export const PaperInput = Type.Object(
  {
    id: Uuid,
    requirementId: Nullable(Words(80)),
    name: NeededWords(300),
    kind: PaperKind,
    source: PaperSource,
    copies: Type.Integer({ minimum: 0, maximum: 999 }),
    reusedFrom: Nullable(Uuid),
    files: Type.Array(Type.Object({ id: Uuid, sha256: Sha256, fileName: NeededWords(200) }, closed), { maxItems: 20 }),
  },
  closed,
);
export type PaperInput = Static<typeof PaperInput>;

const DeliveryInput = Type.Object({ method: DeliveryMethodSchema, address: Nullable(Words(300)) }, closed);

const receptionFields = {
  commandId: Uuid,
  procedureCode: NeededWords(40),
  person: PersonInput,
  authorisedBy: Nullable(Words(200)),
  assistedBy: Nullable(Words(200)),
  content: Words(1000),
  copies: Type.Integer({ minimum: 1, maximum: 999 }),
  papers: Type.Array(PaperInput, { minItems: 1, maxItems: 60 }),
  delivery: DeliveryInput,
};

/** POST /api/dossiers: a reception at the counter (or post, kiosk, at home). */
export const ReceiveDossierRequest = Type.Object(
  { ...receptionFields, dossierId: Uuid, channel: ChannelSchema },
  closed,
);
export type ReceiveDossierRequest = Static<typeof ReceiveDossierRequest>;

/** POST /api/dossiers/:id/receive: a declaration becomes a received dossier; its channel stays what it was. */
export const ReceiveDeclarationRequest = Type.Object(
  { ...receptionFields, expectedVersion: Type.Integer({ minimum: 1 }) },
  closed,
);
export type ReceiveDeclarationRequest = Static<typeof ReceiveDeclarationRequest>;

export const RejectDeclarationRequest = Type.Object(
  { commandId: Uuid, expectedVersion: Type.Integer({ minimum: 1 }), reason: NeededWords(1000) },
  closed,
);

/** What reception answers. `link` is the secret address behind the QR of the slip. */
export const ReceptionResponse = Type.Object({
  id: Type.String(),
  code: Type.String(),
  receivedAt: Instant,
  dueAt: Instant,
  link: Type.String(),
});
export type ReceptionResponse = Static<typeof ReceptionResponse>;

/** POST /api/dossiers/:id/actions */
export const TransitionRequest = Type.Object(
  {
    commandId: Uuid,
    action: Type.Union([
      Type.Literal('transfer'),
      Type.Literal('appraise'),
      Type.Literal('approve'),
      Type.Literal('seal'),
      Type.Literal('hand-over'),
      Type.Literal('send-back'),
    ]),
    expectedVersion: Type.Integer({ minimum: 1 }),
    note: Nullable(Words(2000)),
    resultNumber: Nullable(Words(80)),
    returnedTo: Nullable(Words(200)),
  },
  closed,
);
export type TransitionRequest = Static<typeof TransitionRequest>;

export const TransitionResponse = Type.Object({ id: Type.String(), state: State, version: Type.Integer() });
export type TransitionResponse = Static<typeof TransitionResponse>;

/** The lists of the workspace. `mine`: my step now; `waiting`: declarations not yet received; `near`: due within a working day or late. */
const WORK_LISTS = ['mine', 'waiting', 'near', 'hand-over', 'all'] as const;
export type WorkList = (typeof WORK_LISTS)[number];

export const WorkListQuery = Type.Object(
  {
    list: Type.Union(WORK_LISTS.map((list) => Type.Literal(list))),
    q: Type.Optional(Words(100)),
    after: Type.Optional(Words(200)),
  },
  closed,
);

/** How the time stands, for colour, icon and word. */
const TimeState = Type.Union([
  Type.Literal('in-time'),
  Type.Literal('near'),
  Type.Literal('due-today'),
  Type.Literal('overdue'),
  Type.Literal('paused'),
  Type.Literal('finished'),
  Type.Literal('waiting'),
]);

export const WorkItem = Type.Object({
  id: Type.String(),
  code: Type.String({ description: 'The official code, or the reference of a declaration' }),
  procedureName: Type.String(),
  applicantName: Type.String(),
  place: Type.String(),
  channel: ChannelSchema,
  assisted: Type.Boolean(),
  state: State,
  step: Nullable(StepKey),
  holderName: Nullable(Type.String()),
  heldSince: Nullable(Instant),
  submittedAt: Instant,
  dueAt: Nullable(Instant),
  timeState: TimeState,
  /** Words for the time left, in the reader's language, such as “Còn 2 ngày làm việc”. */
  timeWords: Type.String(),
  /** Used part of the time, 0 to 1. */
  used: Type.Number(),
});
export type WorkItem = Static<typeof WorkItem>;

export const WorkListResponse = Type.Object({
  items: Type.Array(WorkItem),
  next: Nullable(Type.String()),
  counts: Type.Object(Object.fromEntries(WORK_LISTS.map((list) => [list, Type.Integer()])) as Record<WorkList, ReturnType<typeof Type.Integer>>),
});
export type WorkListResponse = Static<typeof WorkListResponse>;

export const DossierResponse = Type.Object({
  id: Type.String(),
  reference: Type.String(),
  code: Nullable(Type.String()),
  procedureCode: Type.String(),
  procedureName: Type.String(),
  field: Type.String(),
  state: State,
  channel: ChannelSchema,
  version: Type.Integer(),
  applicant: Type.Object({
    personId: Type.String(),
    fullName: Type.String(),
    citizenNumber: Nullable(Type.String({ description: 'Masked but for the last four digits' })),
    phone: Nullable(Type.String()),
    email: Nullable(Type.String()),
    address: Type.String(),
  }),
  authorisedBy: Nullable(Type.String()),
  assistedBy: Nullable(Type.String()),
  content: Type.String(),
  copies: Type.Integer(),
  delivery: Type.Object({ method: DeliveryMethodSchema, address: Nullable(Type.String()) }),
  submittedAt: Instant,
  receivedAt: Nullable(Instant),
  dueAt: Nullable(Instant),
  decidedAt: Nullable(Instant),
  returnedAt: Nullable(Instant),
  rejectionReason: Nullable(Type.String()),
  resultNumber: Nullable(Type.String()),
  returnedTo: Nullable(Type.String()),
  timeState: TimeState,
  timeWords: Type.String(),
  used: Type.Number(),
  trace: Type.Array(Type.String(), { description: 'Why the due date is what it is, line by line, in the reader’s language' }),
  steps: Type.Array(
    Type.Object({
      key: StepKey,
      role: Type.String(),
      hours: Type.Number(),
      startedAt: Nullable(Instant),
      dueAt: Nullable(Instant),
      finishedAt: Nullable(Instant),
      holderName: Nullable(Type.String()),
      current: Type.Boolean(),
      timeWords: Nullable(Type.String()),
    }),
  ),
  papers: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: PaperKind,
      source: PaperSource,
      copies: Type.Integer(),
      reused: Type.Boolean(),
      files: Type.Array(
        Type.Object({ id: Type.String(), fileName: Type.String(), mediaType: Type.String(), byteCount: Type.Integer() }),
      ),
    }),
  ),
  history: Type.Array(
    Type.Object({ at: Instant, event: Type.String(), actorName: Nullable(Type.String()), facts: Type.Record(Type.String(), Type.String()) }),
  ),
  actions: Type.Array(Action),
});
export type DossierResponse = Static<typeof DossierResponse>;

/** GET /api/dossiers/:id/declaration: what was declared, whole, as reception needs it to fill its form. */
export const DeclarationResponse = Type.Object({
  id: Type.String(),
  reference: Type.String(),
  version: Type.Integer(),
  channel: ChannelSchema,
  procedureCode: Type.String(),
  person: PersonInput,
  authorisedBy: Nullable(Type.String()),
  assistedBy: Nullable(Type.String()),
  content: Type.String(),
  copies: Type.Integer(),
  papers: Type.Array(PaperInput),
  delivery: DeliveryInput,
});
export type DeclarationResponse = Static<typeof DeclarationResponse>;

export const DossierParams = Type.Object({ id: Uuid }, closed);
export const DossierFileParams = Type.Object({ id: Uuid, fileId: Uuid }, closed);

/** GET /api/dossiers/:id/receipt.pdf */
export const ReceiptQuery = Type.Object({ paper: Type.Optional(Type.Union([Type.Literal('A4'), Type.Literal('A5')])) }, closed);

/** GET /api/deadline: the due date of a procedure received now, before anything is saved. */
export const DeadlineQuery = Type.Object({ procedureCode: NeededWords(40) }, closed);
export const DeadlineResponse = Type.Object({
  receivedAt: Instant,
  dueAt: Instant,
  words: Type.String(),
  trace: Type.Array(Type.String()),
});

/** GET /api/persons: people known to the office, with what they filed before. */
export const PersonQuery = Type.Object({ q: NeededWords(100) }, closed);
export const PersonResponse = Type.Object({
  people: Type.Array(
    Type.Object({
      id: Type.String(),
      fullName: Type.String(),
      citizenNumber: Nullable(Type.String()),
      birthDate: Nullable(Type.String()),
      sex: Nullable(Type.String()),
      address: Type.String(),
      villageId: Nullable(Type.String()),
      phone: Nullable(Type.String()),
      email: Nullable(Type.String()),
      dossiers: Type.Array(
        Type.Object({ id: Type.String(), code: Type.String(), procedureName: Type.String(), state: State, submittedAt: Instant }),
      ),
      papers: Type.Array(
        Type.Object({
          id: Type.String(),
          dossierId: Type.String(),
          requirementId: Nullable(Type.String()),
          name: Type.String(),
          givenAt: Instant,
          files: Type.Array(Type.Object({ id: Type.String(), sha256: Type.String(), fileName: Type.String() })),
        }),
      ),
    }),
  ),
});
export type PersonResponse = Static<typeof PersonResponse>;

/** POST /api/uploads answers what was kept. */
export const UploadResponse = Type.Object({
  files: Type.Array(
    Type.Object({
      sha256: Type.String(),
      fileName: Type.String(),
      mediaType: Type.String(),
      byteCount: Type.Integer(),
    }),
  ),
});
export type UploadResponse = Static<typeof UploadResponse>;
