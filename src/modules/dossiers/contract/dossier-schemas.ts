import { type Static, Type } from 'typebox';
import { AgencyRequestView } from './agency-schemas.ts';
import { type DossierAction } from '../domain/transitions.ts';
import { PictureWarningSchema } from './page-schemas.ts';
import { IssuedPaperSchema } from './issued-paper-schema.ts';
import {
  AccountSchema, ChannelSchema, closed, ConsentSchema, DeliveryInput, DeliveryMethodSchema, FeesInput, Instant, IsoDate, NeededWords, Nullable, PaperKind, PaperSource, PrintedFormInput, Sha256, State, StepKeySchema, TimeState, Uuid, Words,
} from './parts.ts';

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
    /** Pages as the officer counted them. */
    pageCount: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 999 }))),
    /** In which database the officer looked, and when; without a time it was now. */
    lookedUp: Type.Optional(Nullable(Type.Object({ database: NeededWords(200), at: Nullable(Instant) }, closed))),
    /** The original stays at the office; `shelf` says where it lies. */
    originalKept: Type.Optional(Type.Boolean()),
    shelf: Type.Optional(Nullable(Words(80))),
    files: Type.Array(Type.Object({ id: Uuid, sha256: Sha256, fileName: NeededWords(200) }, closed), { maxItems: 20 }),
  },
  closed,
);
export type PaperInput = Static<typeof PaperInput>;

/** A paper of a waiting declaration, with what is known of its files. */
const DeclaredPaper = Type.Object({
  ...PaperInput.properties,
  files: Type.Array(
    Type.Object({ id: Type.String(), sha256: Type.String(), fileName: Type.String(), pages: Nullable(Type.Integer()), signed: Type.Boolean(), warning: Nullable(PictureWarningSchema) }),
  ),
});

const receptionFields = {
  commandId: Uuid,
  procedureCode: NeededWords(40),
  person: PersonInput,
  authorisedBy: Nullable(Words(200)),
  assistedBy: Nullable(Words(200)),
  /** How the person agreed to being helped; needed when somebody helped. */
  assistedConsent: Type.Optional(Nullable(ConsentSchema)),
  /** Whose account the help was given on. An officer’s own is understood, and refused. */
  assistedAccount: Type.Optional(Nullable(AccountSchema)),
  content: Words(1000),
  copies: Type.Integer({ minimum: 1, maximum: 999 }),
  papers: Type.Array(PaperInput, { minItems: 1, maxItems: 60 }),
  delivery: DeliveryInput,
  /** What is charged and claimed; left out: the base charges, nothing claimed. */
  fees: Type.Optional(FeesInput),
};

/** The finished dossier that a new one corrects, and why. */
const CorrectionInput = Type.Object({ dossierId: Uuid, reason: NeededWords(2000) }, closed);
export type CorrectionInput = Static<typeof CorrectionInput>;

/** POST /api/dossiers: a reception at the counter (or post, kiosk, at home); `form` is the printed form that was scanned for it. */
export const ReceiveDossierRequest = Type.Object(
  { ...receptionFields, dossierId: Uuid, channel: ChannelSchema, corrects: Type.Optional(CorrectionInput), form: Type.Optional(PrintedFormInput) },
  closed,
);
export type ReceiveDossierRequest = Static<typeof ReceiveDossierRequest>;

/** POST /api/dossiers/:id/receive: a declaration becomes a received dossier; its channel stays what it was. */
export const ReceiveDeclarationRequest = Type.Object(
  { ...receptionFields, expectedVersion: Type.Integer({ minimum: 1 }) },
  closed,
);
export type ReceiveDeclarationRequest = Static<typeof ReceiveDeclarationRequest>;

/** What reception answers. `link` is the secret address behind the QR of the slip. */
export const ReceptionResponse = Type.Object({
  id: Type.String(),
  code: Type.String(),
  receivedAt: Instant,
  dueAt: Instant,
  link: Type.String(),
});
export type ReceptionResponse = Static<typeof ReceptionResponse>;

const DeliveryStateSchema = Type.Union([Type.Literal('waiting'), Type.Literal('sent'), Type.Literal('delivered'), Type.Literal('returned')]);

export const DossierResponse = Type.Object({
  id: Type.String(),
  reference: Type.String(),
  code: Nullable(Type.String()),
  procedureCode: Type.String(),
  procedureName: Type.String(),
  field: Type.String(),
  state: State,
  channel: ChannelSchema,
  /** Code of the channel in the national vocabulary: 1 direct, 2 online, 3 post. */
  nationalChannel: Type.Integer(),
  /** Whether it counts for the online indicator. */
  countsAsOnline: Type.Boolean(),
  version: Type.Integer(),
  applicant: Type.Object({
    personId: Type.String(),
    fullName: Type.String(),
    citizenNumber: Nullable(Type.String({ description: 'Masked but for the last four digits' })),
    phone: Nullable(Type.String({ description: 'Masked but for the last three digits' })),
    email: Nullable(Type.String()),
    address: Type.String(),
  }),
  /** What the reader may have shown of what is masked: nothing, unless they hold the step while the dossier is with them. */
  reveals: Type.Array(Type.Union([Type.Literal('citizen-number'), Type.Literal('phone'), Type.Literal('content')])),
  authorisedBy: Nullable(Type.String()),
  assistedBy: Nullable(Type.String()),
  assistedConsent: Nullable(ConsentSchema),
  assistedAccount: Nullable(Type.String()),
  content: Type.String(),
  copies: Type.Integer(),
  delivery: Type.Object({ method: DeliveryMethodSchema, address: Nullable(Type.String()) }),
  submittedAt: Instant,
  receivedAt: Nullable(Instant),
  dueAt: Nullable(Instant),
  decidedAt: Nullable(Instant),
  returnedAt: Nullable(Instant),
  /** Code of the state in the national vocabulary, 1 to 10. */
  nationalCode: Type.Integer(),
  /** The date on the receipt; pauses move the due date, never this one. */
  receiptDueAt: Nullable(Instant),
  /** The new date of the apology letter. */
  extendedDueAt: Nullable(Instant),
  /** Since when the clock stands still. */
  pausedSince: Nullable(Instant),
  endedAt: Nullable(Instant),
  holder: Nullable(Type.Object({ id: Type.String(), name: Type.String(), mine: Type.Boolean() })),
  unit: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  /** How many requests for supplements reached the citizen; a second one shows in red. */
  supplements: Type.Integer(),
  approvalAsked: Nullable(Type.Union([Type.Literal('supplement'), Type.Literal('extension')])),
  urged: Type.Boolean(),
  /** The urging that waits for its answer, and the apology or what is asked of the leader. */
  late: Type.Object({
    urge: Nullable(Type.Object({ by: Type.String(), at: Instant, words: Type.String() })),
    extension: Nullable(Type.Object({ status: Type.Union([Type.Literal('proposed'), Type.Literal('issued')]), reason: Type.String(), newDueAt: Instant, by: Type.String() })),
  }),
  /** What was sent to agencies of the province, oldest first. */
  agencies: Type.Array(AgencyRequestView),
  /** Waits for another unit to take it over; null when none has to. */
  handover: Nullable(Type.Object({ from: Type.String(), to: Type.String(), by: Type.String(), at: Instant, takeOverBy: Instant, overdue: Type.Boolean(), reason: Type.String() })),
  rejectionReason: Nullable(Type.String()),
  withdrawalReason: Nullable(Type.String()),
  stop: Nullable(Type.Object({ kind: Type.String(), reason: Nullable(Type.String()) })),
  resultKind: Nullable(Type.Union([Type.Literal('positive'), Type.Literal('negative')])),
  resultBasis: Nullable(Type.String()),
  resultNumber: Nullable(Type.String()),
  returnedTo: Nullable(Type.String()),
  /** Whether it was declared with a form: then the answers can be read. */
  hasAnswers: Type.Boolean(),
  linkedCaseId: Nullable(Type.String({ description: 'The case of interlinked procedures that it belongs to' })),
  together: Nullable(Type.Object({
    event: Type.String(),
    dossiers: Type.Array(Type.Object({ id: Nullable(Type.String()), code: Nullable(Type.String()), name: Type.String(), state: State }), { description: 'Without id and code: beyond what the reader may open' }),
  }, { description: 'The other dossiers that were declared with this one as one matter of a family' })),
  corrects: Nullable(Type.Object({ id: Type.String(), code: Type.String() }, { description: 'The finished dossier that this one corrects' })),
  corrections: Type.Array(Type.Object({ id: Type.String(), code: Type.String(), state: State }), { description: 'The dossiers that correct this one' }),
  timeState: TimeState,
  timeWords: Type.String(),
  used: Type.Number(),
  trace: Type.Array(Type.String(), { description: 'Why the due date is what it is, line by line, in the reader’s language' }),
  steps: Type.Array(
    Type.Object({
      key: StepKeySchema,
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
      /** How often the paper that lies in the store has been used again. */
      reuses: Type.Integer(),
      pageCount: Nullable(Type.Integer()),
      lookedUp: Nullable(Type.Object({ database: Type.String(), at: Instant })),
      originalKept: Type.Boolean(),
      shelf: Nullable(Type.String()),
      files: Type.Array(
        Type.Object({ id: Type.String(), fileName: Type.String(), mediaType: Type.String(), byteCount: Type.Integer() }),
      ),
      /** Files that are not there any more: their time was over, or the person asked. */
      erased: Nullable(Type.Object({ count: Type.Integer(), at: Instant, byRequest: Type.Boolean() })),
    }),
  ),
  history: Type.Array(
    Type.Object({ at: Instant, event: Type.String(), actorName: Nullable(Type.String()), facts: Type.Record(Type.String(), Type.String()) }),
  ),
  /** The ways that the result took, newest first. */
  deliveries: Type.Array(
    Type.Object({
      id: Type.String(),
      method: DeliveryMethodSchema,
      state: DeliveryStateSchema,
      address: Nullable(Type.String()),
      carrier: Nullable(Type.String()),
      trackingNumber: Nullable(Type.String()),
      envelopeCode: Nullable(Type.String()),
      receiver: Nullable(Type.Object({ name: Type.String(), relation: Type.String(), paper: Nullable(Type.String()) })),
      proof: Nullable(Type.Object({ kind: Type.String(), address: Type.String({ description: 'Where its picture is' }) })),
      events: Type.Array(Type.Object({ at: Instant, event: Type.String(), actorName: Nullable(Type.String()), toName: Nullable(Type.String()), words: Nullable(Type.String()) })),
    }),
  ),
  /** The electronic result, if there is one. */
  result: Nullable(Type.Object({ number: Nullable(Type.String()), validTo: Nullable(Type.String()), files: Type.Array(Type.Object({ sha256: Type.String(), fileName: Type.String() })) })),
  issued: Type.Array(IssuedPaperSchema),
  actions: Type.Array(Type.Unsafe<DossierAction>(Type.String())),
  /** The reader appraised it and holds the signature too, which somebody else gives: approving is not among the actions. */
  ownAppraisal: Type.Boolean(),
});
export type DossierResponse = Static<typeof DossierResponse>;

/** A dossier, whole, as reception needs it to fill its form. */
const filledForm = {
  id: Type.String(),
  reference: Type.String(),
  version: Type.Integer(),
  channel: ChannelSchema,
  procedureCode: Type.String(),
  submittedAt: Instant,
  person: PersonInput,
  authorisedBy: Nullable(Type.String()),
  assistedBy: Nullable(Type.String()),
  assistedConsent: Nullable(ConsentSchema),
  assistedAccount: Nullable(AccountSchema),
  content: Type.String(),
  copies: Type.Integer(),
  papers: Type.Array(DeclaredPaper),
  delivery: DeliveryInput,
};

/** GET /api/dossiers/:id/declaration: what was declared, whole, as reception needs it to fill its form. */
export const DeclarationResponse = Type.Object({
  ...filledForm,
  /** How many copies of the result its form asks for; null: none, or declared without a form. */
  copiesWanted: Type.Optional(Nullable(Type.Integer())),
});
export type DeclarationResponse = Static<typeof DeclarationResponse>;

/** GET /api/dossiers/:id/correction: a finished dossier, whole, for the one that corrects it. Papers have new ids; those that the office kept are used again. */
export const CorrectionResponse = Type.Object({ ...filledForm, code: Type.String(), givenAt: Instant });
export type CorrectionResponse = Static<typeof CorrectionResponse>;

/** GET /api/dossiers/:id/assignees */
export const AssigneesResponse = Type.Object({
  officers: Type.Array(Type.Object({ id: Type.String(), fullName: Type.String(), title: Type.String() })),
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
export type AssigneesResponse = Static<typeof AssigneesResponse>;

/** GET /api/deliveries: results on their way home, for whoever carries them: name and address, nothing of the matter. */
export const CarriedQuery = Type.Object({ code: Type.Optional(Words(40)) }, closed);
export const CarriedResponse = Type.Object({
  items: Type.Array(
    Type.Object({
      dossierId: Type.String(),
      version: Type.Integer(),
      envelopeCode: Type.String(),
      applicantName: Type.String(),
      applicantPhone: Nullable(Type.String()),
      address: Type.String(),
      sentAt: Instant,
      lastEvent: Nullable(Type.String()),
      lastTo: Nullable(Type.String()),
    }),
  ),
});
export type CarriedResponse = Static<typeof CarriedResponse>;

export const DossierParams = Type.Object({ id: Uuid }, closed);
export const KeptFileParams = Type.Object({ id: Uuid, sha256: Sha256 }, closed);
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

/** POST /api/persons/search: people known to the office, with what they filed before; in the body, because numbers and phones have no place in an address. */
export const PersonQuery = Type.Object({ q: NeededWords(100) }, closed);
export type PersonQuery = Static<typeof PersonQuery>;
export const PersonResponse = Type.Object({
  people: Type.Array(
    Type.Object({
      id: Type.String(),
      fullName: Type.String(),
      /** Whether number and phone are masked: whoever did not give the whole number asks for them when the person is chosen. */
      masked: Type.Boolean(),
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
          origin: Type.Union([Type.Literal('submitted'), Type.Literal('result')]),
          number: Nullable(Type.String()),
          validTo: Nullable(Type.String()),
          expired: Type.Boolean(),
          givenAt: Instant,
          files: Type.Array(Type.Object({ sha256: Type.String(), fileName: Type.String() })),
        }),
      ),
    }),
  ),
});
export type PersonResponse = Static<typeof PersonResponse>;
