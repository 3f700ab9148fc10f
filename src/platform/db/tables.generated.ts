// Generated from the migrated schema by `npm run tables`; the test `tables.generated` fails when it drifts.
import { type ColumnType, type Generated } from 'kysely';

/** jsonb: read as parsed data, written as JSON text. */
export type JsonColumn = ColumnType<unknown, string, string>;
/** The same with a default. */
export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>;

export interface AbsenceTable {
  commune_code: string; id: string; staff_id: string; staff_name: string; to_id: string | null; to_name: string | null; reason: string;
  from_day: string; until_day: string; given_at: Date; given_by: string; given_by_name: string; ended_at: Date | null; ended_by: string | null;
  ended_by_name: string | null;
}

export interface AbsenceDossierTable {
  commune_code: string; absence_id: string; dossier_id: string; position: number; step: string | null; outcome: 'waiting' | 'moved' | 'stayed';
  problem: JsonColumn | null; back: 'moved' | 'stayed' | null; back_problem: JsonColumn | null;
}

export interface AccountRecoveryTable {
  commune_code: string; id: string; staff_id: string; state: 'started' | 'approved' | 'used' | 'cancelled' | 'expired'; reason: string;
  started_by: string; started_at: Date; approved_by: string | null; approved_at: Date | null; code_hash: string | null; expires_at: Date;
  ended_at: Date | null; ended_by: string | null;
}

export interface AgencyAnswerTable {
  commune_code: string; transfer_id: string; answer_id: string; at: Date; kind: 'acknowledged' | 'refused' | 'supplement' | 'result' | 'negative';
  facts: JsonColumn;
}

export interface AgencyRequestTable {
  commune_code: string; dossier_id: string; id: string; state: 'sent' | 'received' | 'answered' | 'called-off' | 'lapsed'; agency: string;
  document_number: string; sent_on: string; expected_on: string; question: string; noted_at: Date; noted_by: string; noted_by_name: string;
  received_on: string | null; received_number: string | null; answered_on: string | null; answer_number: string | null; words: string | null;
  warned_at: Date | null; closed_at: Date | null; closed_by_name: string | null;
}

export interface AgencyTransferTable {
  commune_code: string; id: string; case_id: string; child_key: string; kind: 'request' | 'supplement' | 'withdrawal';
  state: 'waiting' | 'sent' | 'acknowledged' | 'refused' | 'failed' | 'repaired' | 'cancelled'; attempts: number; created_at: Date;
  next_try_at: Date | null; busy_until: Date | null; sent_at: Date | null; acknowledge_by: Date | null; acknowledged_at: Date | null;
  external_code: string | null; fault: string | null;
}

export interface AssistedCodeTable {
  commune_code: string; id: string; dossier_id: string; content_hash: string; made_at: Date; expires_at: Date; tries: Generated<number>;
  used_at: Date | null;
}

export interface AssistedConsentTable {
  commune_code: string; id: string; dossier_id: string; way: 'signature' | 'code' | 'recording'; content_hash: string; answers_hash: string;
  given_at: Date; sha256: string | null; media_type: string | null; milliseconds: number | null; said: string | null; erased_at: Date | null;
}

export interface AssistedFilingTable {
  commune_code: string; id: string; procedure_code: string; helper_kind: 'relative' | 'team' | 'officer' | 'told'; helper_name: string;
  helper_relation: 'child' | 'spouse' | 'parent' | 'sibling' | 'grandchild' | 'kin' | 'neighbour' | 'acquaintance' | null;
  helper_phone: string | null; helper_team: string | null; staff_id: string | null; helper_key: string; agree_hash: string | null; named_at: Date;
  sent_at: Date | null; told_consent: 'spoken' | 'written' | null;
}

export interface AssistedNoteTable {
  commune_code: string; helper_key: string; day: string; span: 'day' | 'week'; filings: number; told_at: Date;
}

export interface BankStatementTable {
  commune_code: string; id: string; account: string; file_name: string; file_digest: string; layout_name: string; first_on: string; last_on: string;
  file_lines: number; known_lines: number; money_in: number; money_out: number; findings: JsonColumn; imported_at: Date; imported_by: string;
  imported_by_name: string; synthetic: Generated<boolean>;
}

export interface CalendarChangeTable {
  commune_code: string; id: string; seq: number; at: Date; actor_id: string | null; actor_name: string; basis: string; edits: JsonColumn;
  settled_at: Date | null; hours: JsonColumn | null;
}

export interface CalendarDayTable {
  commune_code: string; day: string; kind: 'statutory' | 'compensatory' | 'swap-off' | 'make-up-work' | 'local-closing'; name: string;
  basis: string | null; status: 'confirmed' | 'law-fixed' | 'expected' | 'estimate'; scope: Generated<'national' | 'commune'>;
  changed_at: Date | null; changed_by_name: string | null;
}

export interface CalendarMovedDossierTable {
  commune_code: string; change_id: string; dossier_id: string; code: string; procedure_name: string; old_due_at: Date; new_due_at: Date;
  paused: boolean; late_before: boolean; late_after: boolean; change_commune: string;
}

export interface CashierDayTable {
  commune_code: string; id: string; cashier_id: string; cashier_name: string; day: string; state: 'open' | 'closed' | 'handed-over' | 'received';
  opened_at: Date; by_itself: boolean; float_amount: number; float_notes: JsonColumn; expected: number | null; counted: number | null;
  counted_notes: JsonColumn | null; explanation: string | null; closed_at: Date | null; kept: number | null; handed: number | null;
  handed_to: string | null; handed_to_name: string | null; handed_at: Date | null; received_by: string | null; received_by_name: string | null;
  received_at: Date | null; back_words: string | null; remittance_id: string | null; synthetic: boolean;
}

export interface CashierTakingTable {
  commune_code: string; source_id: string; kind: 'taken' | 'given-back'; day_id: string; payable_id: string; amount: number; at: Date;
}

export interface CertificationTable {
  commune_code: string; dossier_id: string; procedure_code: string; book: string | null; requester_name: string; identity_paper: string | null;
  place: string | null; fee: number; fee_basis: string; created_at: Date; created_by: string; signed_at: Date | null; signed_by: string | null;
  signed_by_name: string | null; signed_by_title: string | null; lane_ms: number | null; printed_at: Date | null;
  paid_way: 'cash' | 'transfer' | null; fee_receipt: string | null;
}

export interface CertifiedDocumentTable {
  commune_code: string; dossier_id: string; id: string; position: number; name: string; pages: number; copies: number; fee: number;
  book: string | null; book_year: number | null; book_volume: number | null; number: number | null; search_text: Generated<string>;
  former_commune: string | null;
}

export interface CitizenSessionTable {
  token_hash: string; commune_code: string; id: string; citizen_number: string; full_name: string; assurance: number; provider: string;
  subject: string; opened_at: Date; last_seen_at: Date; expires_at: Date; address: string; user_agent: string; provider_session: string | null;
}

export interface ClientCommandTable {
  commune_code: string; command_id: string; kind: string; actor_id: string | null; request_hash: string; result: JsonColumn; recorded_at: Date;
}

export interface CommuneTable {
  code: string; province_code: string; name: string; kind: 'xã' | 'phường' | 'đặc khu'; province_name: string; agency_code: string;
  centre_name: string; address: string; hotline: string; email: string | null; created_at: Date; merged_into: string | null; merged_at: Date | null;
}

export interface CommuneMergeTable {
  id: string; from_code: string; into_code: string; resolution: string; resolution_on: string;
  state: 'proposed' | 'agreed' | 'merged' | 'undo-proposed' | 'undo-agreed' | 'undone' | 'cancelled'; version: number; proposed_at: Date;
  proposed_by: string; proposed_by_name: string; agreed_at: Date | null; agreed_by: string | null; agreed_by_name: string | null;
  merged_at: Date | null; merge_ms: number | null; moved: JsonColumn | null; undo_reason: string | null; undo_proposed_at: Date | null;
  undo_proposed_by: string | null; undo_proposed_by_name: string | null; undo_agreed_by: string | null; undo_agreed_by_name: string | null;
  undone_at: Date | null; undo_ms: number | null; returned: JsonColumn | null; cancelled_by_name: string | null; fault: string | null;
}

export interface CommuneMergeRowTable {
  merge_id: string; kind: string; id: string; was: JsonColumn | null;
}

export interface CommuneMergeTwinTable {
  merge_id: string; kind: string; from_id: string; into_id: string;
}

export interface ConsentEventTable {
  commune_code: string; id: string; person_id: string; purpose: string; version: number; act: 'given' | 'withdrawn';
  channel: 'counter' | 'tracking' | 'home'; at: Date; recorded_by: string | null; recorded_by_name: string | null;
}

export interface DataRequestTable {
  commune_code: string; id: string; code: string; person_id: string; dossier_id: string | null;
  kind: 'access' | 'correction' | 'erasure' | 'restriction' | 'objection'; channel: 'counter' | 'tracking'; words: string;
  state: 'received' | 'in-progress' | 'done' | 'refused' | 'withdrawn'; version: Generated<number>; received_at: Date; received_by: string | null;
  received_by_name: string | null; due_at: Date; taken_at: Date | null; taken_by: string | null; taken_by_name: string | null;
  decided_at: Date | null; decided_by: string | null; decided_by_name: string | null; answer: string | null; legal_basis: string | null;
  outcome: JsonColumn | null; near_told_at: Date | null; late_told_at: Date | null;
}

export interface DeliveryEventTable {
  commune_code: string; dossier_id: string; delivery_id: string; seq: number; at: Date;
  event: 'sealed' | 'handed-on' | 'posted' | 'arrived' | 'not-met' | 'delivered' | 'came-back'; actor_id: string | null; actor_name: string | null;
  to_name: string | null; words: string | null;
}

export interface DeviceTable {
  commune_code: string; id: string; kind: 'kiosk' | 'display' | 'counter-screen'; name: string; place: string; unit_id: string | null;
  paired_at: Date; paired_by: string; claimed_at: Date | null; last_seen_at: Date | null; last_address: string; user_agent: string; browser: string;
  ended_at: Date | null; ended_by: string | null; end_reason: 'revoked' | 'replayed' | 'other-browser' | null;
}

export interface DevicePairingTable {
  browser_hash: string; code_digest: string; began_at: Date; address: string; user_agent: string; device_id: string | null; accepted_at: Date | null;
  claimed_at: Date | null;
}

export interface DeviceTokenTable {
  commune_code: string; device_id: string; generation: number; token_hash: string; issued_at: Date; first_used_at: Date | null;
  retired_at: Date | null;
}

export interface DossierTable {
  commune_code: string; id: string; reference: string; code: string | null; procedure_code: string; procedure_version: number; procedure_name: string;
  field: string;
  state: 'submitted' | 'received' | 'rejected' | 'in-progress' | 'supplement-requested' | 'payment-requested' | 'withdraw-requested' | 'stopped' | 'decided' | 'returned';
  channel: 'counter' | 'online' | 'post' | 'kiosk' | 'home'; money_state: Generated<'none' | 'due' | 'paid' | 'exempt' | 'refunded'>;
  delivery_state: Generated<'none' | 'waiting' | 'sent' | 'delivered'>; sync_state: Generated<'local' | 'pending' | 'synchronised' | 'failed'>;
  external_code: string | null; source_system: string | null; person_id: string | null; applicant_name: string; applicant_number: string | null;
  applicant_phone: string | null; applicant_email: string | null; applicant_address: string; authorised_by: string | null; assisted_by: string | null;
  content: string; copies: Generated<number>; delivery_method: 'counter' | 'post' | 'home' | 'electronic'; delivery_address: string | null;
  submitted_at: Date; received_at: Date | null; received_by: string | null; time_limit: string | null; due_at: Date | null; decided_at: Date | null;
  returned_at: Date | null; rejection_reason: string | null; result_number: string | null; result_summary: string | null; returned_to: string | null;
  current_step: 'receive' | 'appraise' | 'approve' | 'seal' | 'hand-over' | null;
  current_role_name: 'reception' | 'specialist' | 'leader' | 'clerk' | null; holder_id: string | null; held_since: Date | null;
  step_due_at: Date | null; token_hash: string; search_text: string; version: Generated<number>; synthetic: Generated<boolean>;
  applicant_birth_date: string | null; applicant_sex: 'male' | 'female' | null; applicant_village_id: string | null; pauses: DefaultedJsonColumn;
  paused_since: Date | null; receipt_due_at: Date | null; extended_due_at: Date | null; ended_at: Date | null; unit_id: string | null;
  notice_at: Date | null; urged_at: Date | null; supplements: Generated<number>; approval_asked: 'supplement' | 'extension' | null;
  result_kind: 'positive' | 'negative' | null; result_basis: string | null; stop_kind: 'withdrawn' | 'not-supplemented' | 'not-paid' | 'other' | null;
  stop_reason: string | null; withdrawal_reason: string | null; assisted_consent: 'spoken' | 'written' | 'signature' | 'code' | 'recording' | null;
  assisted_account: 'own' | 'representative' | 'none' | null; corrects_id: string | null; case_id: string | null; answered_at: Date | null;
  handed_at: Date | null; handed_by: string | null; handed_from: string | null; agency_asked: string | null;
}

export interface DossierDeliveryTable {
  commune_code: string; dossier_id: string; id: string; method: 'counter' | 'post' | 'home' | 'electronic';
  state: 'waiting' | 'sent' | 'delivered' | 'returned'; address: string | null; carrier: string | null; tracking_number: string | null;
  envelope_code: string | null; receiver_name: string | null; receiver_relation: 'self' | 'authorised' | 'family' | null;
  receiver_paper: string | null; proof: 'signature' | 'photo' | 'electronic' | null; proof_sha256: string | null; opened_at: Date;
  closed_at: Date | null;
}

export interface DossierExtensionTable {
  commune_code: string; dossier_id: string; id: string; status: 'proposed' | 'declined' | 'issued'; reason: string; new_due_at: Date;
  proposed_at: Date; proposed_by: string; proposed_by_name: string; decided_at: Date | null; decided_by: string | null;
  decided_by_name: string | null; decision_words: string | null;
}

export interface DossierHistoryTable {
  commune_code: string; dossier_id: string; seq: number; at: Date; event: string; actor_id: string | null; actor_name: string | null;
  facts: JsonColumn;
}

export interface DossierPaperTable {
  commune_code: string; dossier_id: string; id: string; position: number; requirement_id: string | null; name: string;
  kind: 'original' | 'copy' | 'certified-copy' | 'electronic' | 'data' | 'form'; source: 'submitted' | 'shown' | 'store' | 'database';
  copies: Generated<number>; reused_from: string | null; page_count: number | null; database_name: string | null; looked_up_at: Date | null;
  original_kept: boolean | null; shelf: string | null;
}

export interface DossierStepTable {
  commune_code: string; dossier_id: string; position: number; key: 'receive' | 'appraise' | 'approve' | 'seal' | 'hand-over';
  role_name: 'reception' | 'specialist' | 'leader' | 'clerk'; hours: number; started_at: Date | null; due_at: Date | null; finished_at: Date | null;
  holder_id: string | null;
}

export interface DossierUrgeTable {
  commune_code: string; dossier_id: string; id: string; words: string; urged_at: Date; urged_by: string; urged_by_name: string;
  holder_id: string | null; answered_at: Date | null; answered_by: string | null; answered_by_name: string | null; answer_words: string | null;
  closed_at: Date | null;
}

export interface ErasedFileTable {
  commune_code: string; dossier_id: string; id: string; paper_id: string | null; retention_kind: string; erased_at: Date;
}

export interface ExchangeImportTable {
  commune_code: string; id: string; source_code: string | null; file_name: string; sha256: string; format: 'csv' | 'json' | 'xlsx';
  reading: JsonColumn; row_count: number; mapping: JsonColumn; state: 'read' | 'checked' | 'done'; read_at: Date; read_by: string;
  read_by_name: string; checked_at: Date | null; finished_at: Date | null;
}

export interface ExchangeImportRowTable {
  commune_code: string; import_id: string; line: number; cells: JsonColumn; plan: 'new' | 'same' | 'changed' | 'skipped' | 'wrong' | null;
  findings: DefaultedJsonColumn; external_code: string | null; outcome: 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused' | null;
  dossier_id: string | null; done_at: Date | null;
}

export interface ExchangeLinkTable {
  commune_code: string; dossier_id: string; external_code: string; source_code: string; stated: JsonColumn; status: number; due_at: Date | null;
  seen_at: Date;
}

export interface ExchangeMessageTable {
  commune_code: string; id: string; dossier_id: string; external_code: string; source_code: string; status: number; channel: number;
  occurred_at: Date; due_at: Date | null; state: 'waiting' | 'sent' | 'failed' | 'by-hand'; attempts: Generated<number>; next_try_at: Date | null;
  claimed_until: Date | null; last_tried_at: Date | null; last_problem: string | null; last_detail: string | null; closed_at: Date | null;
  closed_by: string | null; closed_by_name: string | null; position: Generated<number>;
}

export interface ExchangeMismatchTable {
  commune_code: string; id: string; dossier_id: string; source_code: string; kind: 'status' | 'due' | 'name' | 'number' | 'procedure'; ours: string;
  theirs: string; found_at: Date; state: 'open' | 'theirs-accepted' | 'ours-kept' | 'corrected-there' | 'agreed'; closed_at: Date | null;
  closed_by: string | null; closed_by_name: string | null; words: string | null;
}

export interface ExchangeSourceTable {
  commune_code: string; code: string; name: string; mapping: JsonColumn; changed_at: Date; changed_by: string; changed_by_name: string;
}

export interface FeeAssessmentTable {
  commune_code: string; dossier_id: string; version: number; rule_day: string; channel: 'counter' | 'online' | 'post' | 'kiosk' | 'home';
  filed_on: string; event_day: string | null; items: JsonColumn; claims: JsonColumn; pending: JsonColumn; total: number; assessed_at: Date;
  assessed_by: string; assessed_by_name: string; synthetic: Generated<boolean>;
}

export interface FeeChangeTable {
  commune_code: string; dossier_id: string; version: number; at: Date; by_id: string; by_name: string; reason: string | null;
  total_before: number | null; total: number; lines: JsonColumn;
}

export interface FeeLineTable {
  commune_code: string; dossier_id: string; position: number; code: string; kind: 'service-fee' | 'state-charge' | 'service-price'; label: string;
  label_en: string | null; unit: 'case' | 'page' | 'copy' | 'paper' | 'person'; base: number; pages: number | null; quantity: number; before: number;
  amount: number; basis: string; exemption_code: string | null; exemption_label: string | null; exemption_label_en: string | null;
  exemption_percent: number | null; exemption_basis: string | null; exemption_proof: string | null; zero_reason: string | null;
}

export interface FeeOnlineExemptionTable {
  commune_code: string; id: string; seq: Generated<number>; percent: number | null; kinds: string[]; basis: string; valid_from: string;
  entered_at: Date; entered_by: string; entered_by_name: string;
}

export interface FeeRateTable {
  commune_code: string; id: string; seq: Generated<number>; code: string; kind: 'service-fee' | 'state-charge' | 'service-price';
  unit: 'case' | 'page' | 'copy' | 'paper' | 'person'; label: string; amount: number | null; basis: string; valid_from: string; entered_at: Date;
  entered_by: string; entered_by_name: string;
}

export interface FeeReceiptTable {
  commune_code: string; id: string; series_id: string; year: number; number: number; template_symbol: string; symbol: string; payment_id: string;
  payable_id: string; dossier_id: string | null; method: 'cash' | 'transfer' | 'online'; amount: number; payer_name: string; view: JsonColumn;
  verification_code: string; issued_at: Date; issued_on: string; issued_by: string | null; issued_by_name: string; cashier_day_id: string | null;
  corrects: string | null; corrects_how: 'replace' | 'adjust' | null; state: 'issued' | 'adjusted' | 'voided' | 'replaced';
  asked_how: 'void' | 'replace' | 'adjust' | null; asked_at: Date | null; asked_by: string | null; asked_by_name: string | null;
  asked_reason: string | null; asked_words: JsonColumn | null; ended_at: Date | null; ended_by: string | null; ended_by_name: string | null;
  end_reason: string | null; corrected_by: string | null; provider_state: 'draft' | 'sent' | 'issued' | 'adjusted' | 'cancelled' | 'refused' | null;
  provider_code: string | null; provider_signer: string | null; provider_signed_at: Date | null; provider_words: string | null;
  provider_tries: Generated<number>; provider_next_at: Date | null; synthetic: boolean;
}

export interface FeeReceiptEventTable {
  commune_code: string; receipt_id: string; seq: number; kind: 'issued' | 'asked' | 'declined' | 'voided' | 'replaced' | 'adjusted' | 'provider';
  at: Date; by_id: string | null; by_name: string; words: string;
}

export interface FormAnswersTable {
  commune_code: string; dossier_id: string; form_code: string; form_version: number; answers: JsonColumn; answers_hash: string;
  filled_by: 'citizen' | 'helper' | 'officer'; agreed_at: Date;
}

export interface FormBindingTable {
  procedure_code: string; code: string; days: string;
}

export interface FormCorrectionTable {
  commune_code: string; dossier_id: string; request_id: string; seq: number; answers: JsonColumn; answers_hash: string; changes: JsonColumn;
  corrected_at: Date; corrected_by: 'citizen' | 'office'; staff_id: string | null; staff_name: string | null;
}

export interface FormCorrectionDraftTable {
  commune_code: string; dossier_id: string; request_id: string; answers: JsonColumn; writers: JsonColumn; version: number; saved_at: Date;
}

export interface FormDraftTable {
  commune_code: string; id: string; procedure_code: string; form_code: string; form_version: number; answers: JsonColumn; writers: JsonColumn;
  carried: JsonColumn | null; assistance: JsonColumn | null; at_group: string | null; version: number; token_hash: string; code_digest: string;
  opening_digits: string | null; dossier_id: string; command_id: string; started_at: Date; saved_at: Date; expires_at: Date; sent_at: Date | null;
  given: JsonColumn | null;
}

export interface FormEditTable {
  commune_code: string; id: string; code: string; based_on: number | null; content: JsonColumn; revision: Generated<number>;
  state: 'open' | 'published' | 'discarded'; created_at: Date; created_by: string; created_by_name: string; changed_at: Date; changed_by: string;
  changed_by_name: string; published_version: number | null;
}

export interface FormPublicationTable {
  commune_code: string; id: string; code: string; version: number; act: 'published' | 'withdrawn'; valid_from: string | null; reason: string;
  source: JsonColumn | null; differences: JsonColumn; at: Date; by_id: string; by_name: string;
}

export interface FormVersionTable {
  code: string; version: number; valid_from: string; valid_to: string | null; content: JsonColumn; content_hash: string; loaded_at: Date;
}

export interface FormWithdrawalTable {
  code: string; version: number; withdrawn_at: Date;
}

export interface GuessTable {
  purpose: 'sign-in' | 'tracking' | 'paper' | 'second-factor' | 'device-pairing'; subject: string; window_start: Date; wrong: number;
  last_wrong_at: Generated<Date>;
}

export interface InstallationAdministratorTable {
  commune_code: string; id: string; staff_id: string; staff_name: string; commune_name: string; valid_from: string; valid_to: string; reason: string;
  state: 'proposed' | 'granted' | 'declined' | 'ended'; proposed_by: string | null; proposed_by_name: string | null; proposed_at: Date;
  decided_by: string | null; decided_by_name: string | null; decided_at: Date | null; end_proposed_by: string | null;
  end_proposed_by_name: string | null; end_proposed_at: Date | null; end_reason: string | null;
  ended_how: 'agreed' | 'command-line' | 'account-closed' | null; ended_by: string | null; ended_by_name: string | null; ended_at: Date | null;
}

export interface JournalTable {
  commune_code: string; day: string; seq: number; at: Date; entry: string; previous_hash: Buffer; hash: Buffer; object: Generated<string | null>;
  actor_id: Generated<string | null>; action: Generated<string | null>;
}

export interface JournalArchiveTable {
  commune_code: string; month: string; file: string; sha256: string; byte_count: number; row_count: number; previous_hash: Buffer; last_day: string;
  last_seq: number; last_hash: Buffer; roots: JsonColumn; sealed_at: Date;
}

export interface JournalCheckedTable {
  commune_code: string; day: string; seq: number; hash: Buffer; row_count: number; checked_at: Date; whole_at: Date; fault: JsonColumn | null;
}

export interface JournalHeadTable {
  commune_code: string; day: string; seq: number; previous_hash: Buffer; hash: Buffer; last_at: Date;
}

export interface KeptPaperTable {
  commune_code: string; id: string; person_id: string; origin: 'submitted' | 'result'; requirement_id: string | null; procedure_code: string;
  name: string; number: string | null; issued_by: string | null; issued_on: string | null; valid_to: string | null; dossier_id: string;
  files: JsonColumn; kept_at: Date; reuses: Generated<number>; withdrawn_at: Date | null;
}

export interface KnownDeviceTable {
  token_hash: string; commune_code: string; staff_id: string; last_used_at: Date;
}

export interface LegalHoldTable {
  commune_code: string; id: string; dossier_id: string; reason: string; placed_at: Date; placed_by: string; placed_by_name: string;
  released_at: Date | null; released_by: string | null; released_by_name: string | null; release_reason: string | null;
}

export interface LifeBundleTable {
  commune_code: string; id: string; event_code: string; event_from: string; token_hash: string | null; code_digest: string | null;
  opening_digits: string | null; started_at: Date; opened_at: Date; expires_at: Date; closed_at: Date | null;
}

export interface LifeBundleMemberTable {
  commune_code: string; bundle_id: string; key: string; procedure_code: string; wanted: boolean; draft_id: string | null; dossier_id: string | null;
  begun_at: Date | null; sent_at: Date | null;
}

export interface LinkedCaseTable {
  commune_code: string; id: string; group_code: string; group_valid_from: string; first_dossier_id: string; code: string; applicant_name: string;
  subject_name: string; facts: JsonColumn; verification: boolean; received_at: Date; received_by: string; receipt_due_at: Date; due_at: Date;
  ended_at: Date | null; version: number; synthetic: boolean;
}

export interface LinkedChildTable {
  commune_code: string; case_id: string; key: string; position: number; dossier_id: string | null;
  agency: 'commune' | 'police' | 'social-insurance' | 'province';
  state: 'waiting' | 'in-progress' | 'paused' | 'finished' | 'refused' | 'stopped' | 'withdrawn'; time_limit: string; clock_from: Date | null;
  started_at: Date | null; due_at: Date; ended_at: Date | null; pauses: JsonColumn; pause_reason: 'supplement' | 'consent' | 'incident' | null;
  answer_by: Date | null; result_number: string | null; words: string | null;
}

export interface LinkedEventTable {
  commune_code: string; case_id: string; seq: number; at: Date; event: string; child_key: string | null; actor_id: string | null;
  actor_name: string | null; facts: JsonColumn;
}

export interface NumberBookTable {
  commune_code: string; book: string; period: string; first_number: number; paper_last: Generated<number>; opened_on: string; opened_at: Date;
  opened_by: string; opened_by_name: string; closed_on: string | null; closed_at: Date | null; closed_by: string | null;
  closed_by_name: string | null; closed_last: number | null;
}

export interface NumberBookEventTable {
  commune_code: string; book: string; period: string; seq: number; kind: 'opened' | 'closed' | 'reopened' | 'gap-explained'; at: Date; by_id: string;
  by_name: string; from_number: number | null; to_number: number | null; reason: string;
}

export interface NumberCounterTable {
  commune_code: string; book: string; period: string; last: number;
}

export interface OfficialPaperTable {
  commune_code: string; id: string;
  kind: 'receipt' | 'supplement' | 'refusal' | 'apology' | 'stop' | 'control-sheet' | 'register-book' | 'hand-over-slip' | 'result-receipt' | 'envelope-label';
  year: number; number: number; dossier_id: string | null; issued_at: Date; issued_by: string | null; issued_by_name: string; view: JsonColumn;
  content_hash: string; verification_code: string; command_id: string; voided_at: Date | null; voided_by: string | null;
  voided_by_name: string | null; void_reason: string | null; replaced_by: string | null; synthetic: boolean; former_commune: string | null;
}

export interface OfficialPaperDossierTable {
  commune_code: string; paper_id: string; dossier_id: string;
}

export interface OnlineMessageTable {
  commune_code: string; id: string; online_payment_id: string; at: Date; way: 'callback' | 'return' | 'query' | 'refund-answer' | 'refund-callback';
  verdict: 'recorded' | 'known' | 'failed' | 'pending' | 'forged' | 'unreadable'; amount: number | null; code: string | null;
  transaction_number: string | null; address: string;
}

export interface OnlinePaymentTable {
  commune_code: string; id: string; payable_id: string; gateway: string; order_number: string; amount: number;
  state: 'started' | 'paid' | 'failed' | 'expired'; started_at: Date; ends_at: Date; asked_at: Date | null; settled_at: Date | null;
  code: string | null; transaction_number: string | null; payment_id: string | null;
}

export interface OutboxTable {
  commune_code: string; id: string; topic: string; payload: JsonColumn; created_at: Date; done_at: Date | null;
}

export interface OutboxTaskTable {
  commune_code: string; message_id: string; subscriber: string; state: 'waiting' | 'dead'; attempts: number; next_at: Date; last_error: string | null;
}

export interface PaperFileTable {
  commune_code: string; dossier_id: string; id: string; paper_id: string | null; position: number; sha256: string; file_name: string; added_at: Date;
  supplement_item_id: string | null; superseded_at: Date | null;
}

export interface PasskeyTable {
  commune_code: string; id: string; staff_id: string; name: string; credential_id: string; public_key: string; counter: number;
  transports: Generated<string[]>; backed_up: boolean; created_at: Date; last_used_at: Date | null; suspended_at: Date | null;
}

export interface PasskeyChallengeTable {
  challenge: string; purpose: 'sign-in' | 'second-step' | 'enrol' | 'step-up'; binding: string; expires_at: Date;
}

export interface PayableTable {
  commune_code: string; id: string; dossier_id: string | null; purpose: 'fees' | 'during-work' | 'certification'; amount: number;
  paid: Generated<number>; refunded: Generated<number>; state: 'open' | 'paid' | 'cancelled'; reference: string; opened_at: Date;
  closed_at: Date | null; close_reason: string | null;
}

export interface PayableEventTable {
  commune_code: string; payable_id: string; seq: number; at: Date; kind: 'opened' | 'changed' | 'cancelled' | 'recorded' | 'reversed' | 'refunded';
  amount: number; state: 'open' | 'paid' | 'cancelled'; actor_id: string | null; actor_name: string | null; reason: string | null;
}

export interface PaymentTable {
  commune_code: string; id: string; payable_id: string; method: 'cash' | 'transfer' | 'online'; amount: number; given: number | null; paid_at: Date;
  recorded_at: Date; source: string; taken_by: string | null; taken_by_name: string | null; reversed_at: Date | null; reversed_by: string | null;
  reversed_by_name: string | null; reverse_reason: string | null; receipt_elsewhere: string | null;
}

export interface PaymentRefundTable {
  commune_code: string; id: string; payable_id: string; method: 'cash' | 'transfer' | 'online'; amount: number; paid_back_at: Date; evidence: string;
  reason: string; paid_back_by: string; paid_back_by_name: string;
}

export interface PaymentRequestTable {
  commune_code: string; dossier_id: string; id: string; seq: number; status: 'open' | 'paid' | 'cancelled'; amount: number; reason: string;
  legal_basis: string | null; pay_by: Date; asked_at: Date; asked_by: string; asked_by_name: string; closed_at: Date | null; closed_by: string | null;
  closed_by_name: string | null; method: 'cash' | 'transfer' | 'other' | null; note: string | null; reference: string | null;
  receipt_number: string | null; paid_on: string | null;
}

export interface PersonTable {
  commune_code: string; id: string; citizen_number: string | null; full_name: string; birth_date: string | null; sex: 'male' | 'female' | null;
  address: string; village_id: string | null; phone: string | null; email: string | null; search_text: string; updated_at: Date;
  synthetic: Generated<boolean>; restricted_at: Date | null;
}

export interface PersonChangeTable {
  commune_code: string; id: string; person_id: string; at: Date; actor_id: string; actor_name: string; reason: string; before: JsonColumn;
  after: JsonColumn;
}

export interface PosterScanTable {
  commune_code: string; procedure_code: string; day: string; scans: number;
}

export interface ProcedureCompletionTable {
  commune_code: string; procedure_code: string; time_limit: JsonColumn; basis: string; completed_at: Date; completed_by: string;
}

export interface ProcedureDraftTable {
  commune_code: string; id: string; code: string; based_on: number | null; content: JsonColumn; revision: Generated<number>;
  state: 'open' | 'published' | 'discarded'; created_at: Date; created_by: string; created_by_name: string; changed_at: Date; changed_by: string;
  changed_by_name: string; published_version: number | null;
}

export interface ProcedurePublicationTable {
  commune_code: string; id: string; code: string; version: number; act: 'published' | 'withdrawn'; valid_from: string | null; reason: string;
  differences: JsonColumn; at: Date; by_id: string; by_name: string;
}

export interface ProcedureVersionTable {
  code: string; version: number; valid_from: string; valid_to: string | null; field: string; name: string; public: boolean; pack: JsonColumn;
  content_hash: string; loaded_at: Date;
}

export interface ProcedureWithdrawalTable {
  code: string; version: number; withdrawn_at: Date;
}

export interface ReceiptNumberFateTable {
  commune_code: string; series_id: string; from_number: number; to_number: number; fate: 'spoiled' | 'lost' | 'unused'; reason: string; at: Date;
  by_id: string; by_name: string;
}

export interface ReceiptSeriesTable {
  commune_code: string; id: string; opened_in: string; kind: 'electronic' | 'paper'; template_symbol: string; symbol: string; body_name: string;
  tax_code: string; digits: number; first_number: number; last_number: number | null; holder_id: string | null; holder_name: string | null;
  valid_until: string | null; opened_on: string; opened_at: Date; opened_by: string; opened_by_name: string; closed_at: Date | null;
  closed_by: string | null; closed_by_name: string | null; close_reason: string | null; synthetic: boolean;
}

export interface RecoveryCodeTable {
  commune_code: string; staff_id: string; code_hash: string; made_at: Date; used_at: Date | null;
}

export interface ReferenceVersionTable {
  topic: string; version: number;
}

export interface RefundTable {
  commune_code: string; id: string; payable_id: string; amount: number; way: 'cash' | 'transfer' | 'online'; payee: string; account: string | null;
  reason: string; state: 'asked' | 'approved' | 'sending' | 'failed' | 'paid' | 'refused' | 'withdrawn'; asked_at: Date; asked_by: string;
  asked_by_name: string; decided_at: Date | null; decided_by: string | null; decided_by_name: string | null; decision_words: string | null;
  online_payment_id: string | null; gateway: string | null; request_number: string | null; tries: Generated<number>; next_at: Date | null;
  code: string | null; paid_amount: number | null; beyond: Generated<boolean>; evidence: string | null; ended_at: Date | null;
  ended_by: string | null; ended_by_name: string | null; end_reason: string | null;
}

export interface RehearsalTransactionTable {
  commune_code: string; order_number: string; transaction_number: string; amount: number; code: string; decided_at: Date; told: DefaultedJsonColumn;
  next_at: Date | null;
}

export interface RemittanceTable {
  commune_code: string; id: string; destination: 'treasury' | 'bank'; account: string; amount: number; document_number: string; remitted_on: string;
  from_day: string; to_day: string; at: Date; by_id: string; by_name: string; synthetic: boolean;
}

export interface RequestCountTable {
  subject: string; window_start: Date; hits: number;
}

export interface RetentionRunTable {
  commune_code: string; id: string; kind: string; at: Date; erased: number;
}

export interface SavedFilterTable {
  commune_code: string; id: string; owner_id: string; unit_id: string | null; name: string; list: string; filter: JsonColumn; saved_at: Date;
}

export interface ScheduledJobTable {
  name: string; next_at: Date; claimed_until: Date | null; last_started_at: Date | null; last_finished_at: Date | null; failures: Generated<number>;
  last_error: string | null;
}

export interface SettingTable {
  commune_code: string; key: string; value: JsonColumn; changed_at: Date; changed_by: string | null; valid_from: Generated<string>;
  fixed: Generated<boolean>; withdrawn: Generated<boolean>; changed_by_name: string | null; reason: string | null;
}

export interface SettingChangeTable {
  commune_code: string; id: Generated<number>; key: string; valid_from: string; value: JsonColumn; fixed: boolean; withdrawn: boolean; at: Date;
  actor_id: string | null; actor_name: string | null; reason: string | null;
}

export interface SignInAttemptTable {
  token_hash: string; commune_code: string; staff_id: string; first_proof: 'password' | 'single-sign-on'; address: string; created_at: Date;
  expires_at: Date; provider: string | null; subject: string | null; provider_session: string | null;
}

export interface SignOnAttemptTable {
  state_hash: string; browser_hash: string; provider: string; nonce: string; verifier: string; return_path: string; linking_staff_id: string | null;
  started_at: Date; used_at: Date | null;
}

export interface SignOnLogoutTable {
  token_hash: string; provider: string; told_at: Date;
}

export interface StaffTable {
  commune_code: string; id: string; user_name: string; full_name: string; password_hash: string; active: Generated<boolean>; created_at: Date;
  synthetic: Generated<boolean>; must_change_password: Generated<boolean>; citizen_number: string | null; phone: string | null;
  password_given_at: Date | null;
}

export interface StaffLeaveTable {
  commune_code: string; id: string; staff_id: string; acting_staff_id: string | null; from_day: string; until_day: string; reason: string;
  entered_at: Date; entered_by: string; ended_at: Date | null; ended_by: string | null;
}

export interface StaffNoticeTable {
  commune_code: string; staff_id: string; id: string; key: string; kind: string; dossier_id: string | null; facts: JsonColumn; told_at: Date;
  read_at: Date | null;
}

export interface StaffPositionTable {
  commune_code: string; id: string; staff_id: string; unit_id: string;
  role: 'reception' | 'specialist' | 'unit-head' | 'president' | 'clerk' | 'cashier' | 'team-member' | 'committee' | 'administrator'; title: string;
  fields: Generated<string[]>; valid_from: string; valid_to: string | null; synthetic: Generated<boolean>; unit_scope: Generated<'own' | 'all'>;
  steps: Generated<string[]>;
}

export interface StaffSessionTable {
  token_hash: string; commune_code: string; staff_id: string; created_at: Date; last_seen_at: Date; expires_at: Date; user_agent: string; id: string;
  address: string; assurance: 'password' | 'second-factor' | 'passkey'; proven_at: Date; provider: string | null; subject: string | null;
  provider_session: string | null;
}

export interface StaffSignInDayTable {
  commune_code: string; staff_id: string; day: string; times: number;
}

export interface StaffSignOnLinkTable {
  commune_code: string; id: string; staff_id: string; provider: string; kind: 'subject' | 'email' | 'staff-code'; value: string; linked_at: Date;
  linked_by: string;
}

export interface StatementLayoutTable {
  commune_code: string; id: string; name: string; headings: JsonColumn; columns: JsonColumn; day_order: 'dmy' | 'mdy' | 'ymd'; saved_at: Date;
  saved_by: string; saved_by_name: string;
}

export interface StatementLineTable {
  commune_code: string; id: string; statement_id: string; line: number; identity: string; booked_on: string; direction: 'in' | 'out'; amount: number;
  balance: number | null; memo: string; bank_number: string; counterpart: string; reversal: boolean;
  list: 'exact' | 'probable' | 'over' | 'under' | 'duplicate' | 'unknown' | 'outgoing'; reasons: JsonColumn; candidates: JsonColumn;
  state: 'waiting' | 'paid' | 'not-ours' | 'outgoing'; decided_at: Date | null; decided_by: string | null; decided_by_name: string | null;
  reason: string | null; synthetic: Generated<boolean>; refund_id: string | null;
}

export interface StatementLineEventTable {
  commune_code: string; line_id: string; seq: number; kind: 'paid' | 'undone' | 'set-aside' | 'taken-back'; at: Date; by_id: string; by_name: string;
  automatic: boolean; reason: string | null; facts: JsonColumn;
}

export interface StatementLinePaymentTable {
  commune_code: string; id: string; line_id: string; payable_id: string; payment_id: string; amount: number; automatic: boolean; at: Date;
  by_id: string; by_name: string; undone_at: Date | null; undone_by: string | null; undone_by_name: string | null; undo_reason: string | null;
}

export interface StoredFileTable {
  commune_code: string; sha256: string; byte_count: number; media_type: string; stored_at: Date; pages: number | null; signed: boolean | null;
  looks: 'blank' | 'blurred' | null;
}

export interface SupplementDraftTable {
  commune_code: string; dossier_id: string; request_id: string; item_id: string; sha256: string; file_name: string; added_at: Date;
}

export interface SupplementItemTable {
  commune_code: string; dossier_id: string; request_id: string; id: string; position: number; paper_id: string | null; requirement_id: string | null;
  paper_name: string; reasons: string[]; words: string | null; legal_basis: string; how_to_fix: string; mark: JsonColumn | null;
  answer_words: string | null; answer_kept_old: boolean | null; answer_field: string | null;
}

export interface SupplementRequestTable {
  commune_code: string; dossier_id: string; id: string; seq: number; stage: 'intake' | 'examination';
  status: 'proposed' | 'declined' | 'open' | 'answered' | 'cancelled'; words: string | null; answer_by: Date | null; asked_at: Date; asked_by: string;
  asked_by_name: string; opened_at: Date | null; decided_at: Date | null; decided_by: string | null; decided_by_name: string | null;
  decision_words: string | null; closed_at: Date | null; answered_by: 'citizen' | 'office' | null; answer_words: string | null; answer_days: number;
  proposal_words: string | null; channel: 'online' | 'counter' | 'post' | null; accepted_at: Date | null; accepted_by: string | null;
  accepted_by_name: string | null;
}

export interface TotpFactorTable {
  commune_code: string; id: string; staff_id: string; sealed_secret: string; last_step: number | null; created_at: Date; confirmed_at: Date | null;
  last_used_at: Date | null;
}

export interface UnitTable {
  commune_code: string; id: string; name: string; short_name: string; kind: 'office' | 'department' | 'centre' | 'police' | 'counter' | 'leadership';
  fields: Generated<string[]>; valid_from: string; valid_to: string | null; synthetic: Generated<boolean>; change_id: string | null;
}

export interface UnitChangeTable {
  commune_code: string; id: string; subject: 'unit' | 'village'; kind: 'add' | 'rename' | 'close' | 'merge' | 'split'; effective_on: string;
  reason: string; request: JsonColumn; moved: DefaultedJsonColumn; entered_at: Date; entered_by: string; entered_by_name: string;
  withdrawn_at: Date | null; withdrawn_by: string | null; withdrawn_by_name: string | null; synthetic: Generated<boolean>;
}

export interface UnitHandoverTable {
  commune_code: string; dossier_id: string; id: string; state: 'waiting' | 'taken-over' | 'turned-back' | 'called-back' | 'lapsed';
  from_unit_id: string | null; from_unit_name: string; from_holder_id: string | null; to_unit_id: string; to_unit_name: string; reason: string;
  handed_at: Date; handed_by: string; handed_by_name: string; take_over_by: Date; warned_at: Date | null; closed_at: Date | null;
  closed_by: string | null; closed_by_name: string | null; answer_words: string | null;
}

export interface UnitSuccessorTable {
  commune_code: string; unit_id: string; successor_id: string; place: number; effective_on: string; change_id: string; settled_at: Date | null;
}

export interface UnitVersionTable {
  commune_code: string; unit_id: string; seq: Generated<number>; valid_from: string; name: string; short_name: string; fields: string[];
  change_id: string;
}

export interface UploadBundleTable {
  commune_code: string; id: string; title: JsonColumn; return_path: string; token_hash: string; memo: JsonColumn | null; opened_at: Date;
  expires_at: Date; taken_at: Date | null; taken_for: string | null;
}

export interface UploadChunkTable {
  commune_code: string; bundle_id: string; transfer_id: string; begins_at: number; bytes: Buffer;
}

export interface UploadPageTable {
  commune_code: string; bundle_id: string; slot_id: string; id: string; position: number; sha256: string; file_name: string; turn: number;
  kept_anyway: Generated<boolean>; sent_bytes: number; sent_hash: string; added_at: Date;
}

export interface UploadSlotTable {
  commune_code: string; bundle_id: string; id: string; position: number; name: JsonColumn; help: JsonColumn | null; only_when: JsonColumn | null;
  any_of: string | null; required: boolean; bound_sha256: string | null; bound_of: string | null; other: Generated<boolean>;
}

export interface UploadTransferTable {
  commune_code: string; bundle_id: string; slot_id: string; id: string; file_name: string; byte_count: number; content_hash: string;
  received: Generated<number>; started_at: Date; touched_at: Date;
}

export interface ViewPurposeTable {
  commune_code: string; staff_id: string; object: string; day: string; purpose: string; words: string; given_at: Date;
}

export interface VillageTable {
  commune_code: string; id: string; name: string; kind: 'thôn' | 'bản' | 'khu phố' | 'tổ dân phố'; team_leader_name: string | null;
  team_leader_phone: string | null; valid_from: string; valid_to: string | null; synthetic: Generated<boolean>; change_id: string | null;
}

export interface VillageSuccessorTable {
  commune_code: string; village_id: string; successor_id: string; effective_on: string; change_id: string;
}

export interface VillageVersionTable {
  commune_code: string; village_id: string; seq: Generated<number>; valid_from: string; name: string; kind: 'thôn' | 'bản' | 'khu phố' | 'tổ dân phố';
  change_id: string;
}

export interface WorkingSessionTable {
  commune_code: string; id: string; weekday: number; opens: string; closes: string; valid_from: string; valid_to: string | null;
  use: Generated<'work' | 'reception-only' | 'no-reception'>;
}

/** Every table by its name. */
export interface Tables {
  absence: AbsenceTable;
  absence_dossier: AbsenceDossierTable;
  account_recovery: AccountRecoveryTable;
  agency_answer: AgencyAnswerTable;
  agency_request: AgencyRequestTable;
  agency_transfer: AgencyTransferTable;
  assisted_code: AssistedCodeTable;
  assisted_consent: AssistedConsentTable;
  assisted_filing: AssistedFilingTable;
  assisted_note: AssistedNoteTable;
  bank_statement: BankStatementTable;
  calendar_change: CalendarChangeTable;
  calendar_day: CalendarDayTable;
  calendar_moved_dossier: CalendarMovedDossierTable;
  cashier_day: CashierDayTable;
  cashier_taking: CashierTakingTable;
  certification: CertificationTable;
  certified_document: CertifiedDocumentTable;
  citizen_session: CitizenSessionTable;
  client_command: ClientCommandTable;
  commune: CommuneTable;
  commune_merge: CommuneMergeTable;
  commune_merge_row: CommuneMergeRowTable;
  commune_merge_twin: CommuneMergeTwinTable;
  consent_event: ConsentEventTable;
  data_request: DataRequestTable;
  delivery_event: DeliveryEventTable;
  device: DeviceTable;
  device_pairing: DevicePairingTable;
  device_token: DeviceTokenTable;
  dossier: DossierTable;
  dossier_delivery: DossierDeliveryTable;
  dossier_extension: DossierExtensionTable;
  dossier_history: DossierHistoryTable;
  dossier_paper: DossierPaperTable;
  dossier_step: DossierStepTable;
  dossier_urge: DossierUrgeTable;
  erased_file: ErasedFileTable;
  exchange_import: ExchangeImportTable;
  exchange_import_row: ExchangeImportRowTable;
  exchange_link: ExchangeLinkTable;
  exchange_message: ExchangeMessageTable;
  exchange_mismatch: ExchangeMismatchTable;
  exchange_source: ExchangeSourceTable;
  fee_assessment: FeeAssessmentTable;
  fee_change: FeeChangeTable;
  fee_line: FeeLineTable;
  fee_online_exemption: FeeOnlineExemptionTable;
  fee_rate: FeeRateTable;
  fee_receipt: FeeReceiptTable;
  fee_receipt_event: FeeReceiptEventTable;
  form_answers: FormAnswersTable;
  form_binding: FormBindingTable;
  form_correction: FormCorrectionTable;
  form_correction_draft: FormCorrectionDraftTable;
  form_draft: FormDraftTable;
  form_edit: FormEditTable;
  form_publication: FormPublicationTable;
  form_version: FormVersionTable;
  form_withdrawal: FormWithdrawalTable;
  guess: GuessTable;
  installation_administrator: InstallationAdministratorTable;
  journal: JournalTable;
  journal_archive: JournalArchiveTable;
  journal_checked: JournalCheckedTable;
  journal_head: JournalHeadTable;
  kept_paper: KeptPaperTable;
  known_device: KnownDeviceTable;
  legal_hold: LegalHoldTable;
  life_bundle: LifeBundleTable;
  life_bundle_member: LifeBundleMemberTable;
  linked_case: LinkedCaseTable;
  linked_child: LinkedChildTable;
  linked_event: LinkedEventTable;
  number_book: NumberBookTable;
  number_book_event: NumberBookEventTable;
  number_counter: NumberCounterTable;
  official_paper: OfficialPaperTable;
  official_paper_dossier: OfficialPaperDossierTable;
  online_message: OnlineMessageTable;
  online_payment: OnlinePaymentTable;
  outbox: OutboxTable;
  outbox_task: OutboxTaskTable;
  paper_file: PaperFileTable;
  passkey: PasskeyTable;
  passkey_challenge: PasskeyChallengeTable;
  payable: PayableTable;
  payable_event: PayableEventTable;
  payment: PaymentTable;
  payment_refund: PaymentRefundTable;
  payment_request: PaymentRequestTable;
  person: PersonTable;
  person_change: PersonChangeTable;
  poster_scan: PosterScanTable;
  procedure_completion: ProcedureCompletionTable;
  procedure_draft: ProcedureDraftTable;
  procedure_publication: ProcedurePublicationTable;
  procedure_version: ProcedureVersionTable;
  procedure_withdrawal: ProcedureWithdrawalTable;
  receipt_number_fate: ReceiptNumberFateTable;
  receipt_series: ReceiptSeriesTable;
  recovery_code: RecoveryCodeTable;
  reference_version: ReferenceVersionTable;
  refund: RefundTable;
  rehearsal_transaction: RehearsalTransactionTable;
  remittance: RemittanceTable;
  request_count: RequestCountTable;
  retention_run: RetentionRunTable;
  saved_filter: SavedFilterTable;
  scheduled_job: ScheduledJobTable;
  setting: SettingTable;
  setting_change: SettingChangeTable;
  sign_in_attempt: SignInAttemptTable;
  sign_on_attempt: SignOnAttemptTable;
  sign_on_logout: SignOnLogoutTable;
  staff: StaffTable;
  staff_leave: StaffLeaveTable;
  staff_notice: StaffNoticeTable;
  staff_position: StaffPositionTable;
  staff_session: StaffSessionTable;
  staff_sign_in_day: StaffSignInDayTable;
  staff_sign_on_link: StaffSignOnLinkTable;
  statement_layout: StatementLayoutTable;
  statement_line: StatementLineTable;
  statement_line_event: StatementLineEventTable;
  statement_line_payment: StatementLinePaymentTable;
  stored_file: StoredFileTable;
  supplement_draft: SupplementDraftTable;
  supplement_item: SupplementItemTable;
  supplement_request: SupplementRequestTable;
  totp_factor: TotpFactorTable;
  unit: UnitTable;
  unit_change: UnitChangeTable;
  unit_handover: UnitHandoverTable;
  unit_successor: UnitSuccessorTable;
  unit_version: UnitVersionTable;
  upload_bundle: UploadBundleTable;
  upload_chunk: UploadChunkTable;
  upload_page: UploadPageTable;
  upload_slot: UploadSlotTable;
  upload_transfer: UploadTransferTable;
  view_purpose: ViewPurposeTable;
  village: VillageTable;
  village_successor: VillageSuccessorTable;
  village_version: VillageVersionTable;
  working_session: WorkingSessionTable;
}
