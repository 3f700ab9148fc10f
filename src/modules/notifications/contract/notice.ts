/** What a member of staff can be told. */
export const NOTICE_KINDS = [
  'three-quarters', 'day-before', 'due', 'overdue', 'urged', 'urge-answered', 'assigned', 'extension-asked', 'extension-given', 'extension-declined', 'dates-moved',
  'transfer-failed', 'transfer-refused', 'transfer-unacknowledged',
  'handed-to-unit', 'handover-taken', 'handover-turned-back', 'handover-overdue', 'agency-silent',
  'list-given', 'list-taken', 'list-back',
  'recovery-started', 'recovery-asked', 'recovery-approved', 'recovery-used', 'recovery-cancelled', 'session-stolen',
  'data-request-new', 'data-request-near', 'data-request-late',
  'money-came', 'money-short', 'money-surplus', 'refund-asked', 'refund-failed', 'refund-beyond',
  'installation-asked', 'installation-granted', 'installation-end-asked', 'installation-ended',
  'helper-unusual-day', 'helper-unusual-week',
  'receipt-correction-asked', 'receipt-refused', 'cash-handed-over', 'cash-turned-back', 'remittance-near', 'remittance-late',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The topic under which modules hand notices to the inbox, through the outbox. */
export const STAFF_NOTICE = 'StaffNotice';

/** One notice to some members of staff; its payload in the outbox. */
export interface StaffNotice {
  readonly kind: NoticeKind;
  /** What it is about, once for ever: whoever was told of this key is not told again. */
  readonly key: string;
  /** Ids of members of staff. */
  readonly to: readonly string[];
  /** Null: about no single dossier. */
  readonly dossierId: string | null;
  /** Texts for the sentence: `code`, `procedure`, `applicant`, and by kind `dueAt` (ISO), `until` (local date), `by`, `words`, `name`, `count`, `changeId` (of the calendar), `caseId` (of a linked case), `requestId` (about personal data), `staffId` (whose account, for administrators), `payableId` (what was paid), `helperId` (who helped unusually often). */
  readonly facts: Readonly<Record<string, string>>;
}
