import { type Static, Type } from 'typebox';
import { closed, IsoDate, NeededWords, Nullable, Uuid, Version, Words } from './parts.ts';

const plain = { commandId: Uuid, expectedVersion: Version };

/** POST /api/dossiers/:id/agency: it went to an agency of the province. */
export const AgencyQuestionRequest = Type.Object(
  { ...plain, agency: NeededWords(200), documentNumber: NeededWords(80), sentOn: IsoDate, expectedOn: IsoDate, question: NeededWords(1000) },
  closed,
);
export type AgencyQuestionRequest = Static<typeof AgencyQuestionRequest>;

/** POST /api/dossiers/:id/agency/receipt: the agency has it. */
export const AgencyReceiptRequest = Type.Object({ ...plain, receivedOn: IsoDate, number: Nullable(Words(80)) }, closed);
export type AgencyReceiptRequest = Static<typeof AgencyReceiptRequest>;

/** POST /api/dossiers/:id/agency/answer: what came back. */
export const AgencyAnswerRequest = Type.Object({ ...plain, answeredOn: IsoDate, documentNumber: NeededWords(80), words: NeededWords(1000) }, closed);
export type AgencyAnswerRequest = Static<typeof AgencyAnswerRequest>;

/** What was sent to agencies, as the dossier shows it, oldest first. */
export const AgencyRequestView = Type.Object({
  state: Type.Union([Type.Literal('sent'), Type.Literal('received'), Type.Literal('answered'), Type.Literal('called-off'), Type.Literal('lapsed')]),
  agency: Type.String(),
  documentNumber: Type.String(),
  sentOn: IsoDate,
  expectedOn: IsoDate,
  question: Type.String(),
  receivedOn: Nullable(IsoDate),
  answeredOn: Nullable(IsoDate),
  answerNumber: Nullable(Type.String()),
  words: Nullable(Type.String()),
  /** The answer was expected before today. */
  overdue: Type.Boolean(),
  /** The answer is expected after the dossier is due. */
  afterDue: Type.Boolean(),
});
export type AgencyRequestView = Static<typeof AgencyRequestView>;
