/** A table whose rows are told apart by an `id` of their own, to which rows of other tables belong. */
export type Owner = 'dossier' | 'person' | 'unit' | 'village' | 'staff' | 'linked_case' | 'agency_transfer' | 'absence' | 'exchange_import' | 'official_paper' | 'device' | 'payable' | 'online_payment' | 'upload_bundle' | 'bank_statement' | 'statement_line' | 'receipt_series' | 'cashier_day' | 'fee_receipt' | 'assisted_filing' | 'life_bundle';

/** By which column a row belongs to which owner. */
export interface Belonging {
  readonly owner: Owner;
  readonly by: string;
}

/** What happens to the rows of one table when their commune goes over into another, and comes back. */
export type TableMove =
  | {
      /** Rows go over; which ones is written down, so that they find their way back. */
      readonly how: 'own';
      /** A row that was made after the merge goes back with what it belongs to. */
      readonly or?: Belonging;
      /** Rows of both communes with the same value here are one and the same: only what refers to them goes over. */
      readonly twin?: string;
      /** A name that another row of the same kind may have in the other commune: then it is told apart by the former commune's name. */
      readonly named?: string;
      /** Columns whose values are written down and put back. */
      readonly remembers?: readonly string[];
      /** Carries a number of a book: the number stays that of the former commune's book. */
      readonly book?: true;
      /** What must not occur in both communes. */
      readonly distinct?: string;
    }
  | { readonly how: 'with'; readonly of: Belonging; readonly book?: true; readonly distinct?: string }
  /** What rows refer to is there in both communes afterwards, found again by this column. */
  | { readonly how: 'copied'; readonly key: string }
  | { readonly how: 'stays'; readonly why: string };

const withDossier = { how: 'with', of: { owner: 'dossier', by: 'dossier_id' } } as const satisfies TableMove;
const withHelp = { how: 'with', of: { owner: 'assisted_filing', by: 'dossier_id' } } as const satisfies TableMove;
const withStaff = { how: 'with', of: { owner: 'staff', by: 'staff_id' } } as const satisfies TableMove;
const withPayable = { how: 'with', of: { owner: 'payable', by: 'payable_id' } } as const satisfies TableMove;
const withBundle = { how: 'with', of: { owner: 'upload_bundle', by: 'bundle_id' } } as const satisfies TableMove;
const withLine = { how: 'with', of: { owner: 'statement_line', by: 'line_id' } } as const satisfies TableMove;
const withCase = { how: 'with', of: { owner: 'linked_case', by: 'case_id' } } as const satisfies TableMove;

/**
 * Every table that belongs to communes. A test compares the list with the database, so that a new table has to say what becomes of it.
 * What proves something (journal, commands) and what is a commune's own way of working (calendar, settings, counters) stays where it is.
 */
export const TABLE_MOVES = {
  unit: { how: 'own', named: 'name', remembers: ['valid_to'] },
  village: { how: 'own', named: 'name', remembers: ['valid_to'] },
  unit_change: { how: 'own' },
  unit_version: { how: 'with', of: { owner: 'unit', by: 'unit_id' } },
  unit_successor: { how: 'with', of: { owner: 'unit', by: 'unit_id' } },
  village_version: { how: 'with', of: { owner: 'village', by: 'village_id' } },
  village_successor: { how: 'with', of: { owner: 'village', by: 'village_id' } },
  staff: { how: 'own' },
  staff_position: { how: 'own', or: { owner: 'staff', by: 'staff_id' }, remembers: ['valid_to'] },
  view_purpose: withStaff,
  staff_leave: withStaff,
  staff_sign_in_day: withStaff,
  totp_factor: withStaff,
  sign_in_attempt: withStaff,
  passkey: withStaff,
  recovery_code: withStaff,
  staff_sign_on_link: withStaff,
  account_recovery: withStaff,
  installation_administrator: withStaff,
  known_device: withStaff,
  saved_filter: { how: 'with', of: { owner: 'staff', by: 'owner_id' } },
  staff_notice: withStaff,
  absence: { how: 'own', or: { owner: 'staff', by: 'staff_id' } },
  absence_dossier: { how: 'with', of: { owner: 'absence', by: 'absence_id' } },
  person: { how: 'own', twin: 'citizen_number' },
  kept_paper: { how: 'own', or: { owner: 'dossier', by: 'dossier_id' } },
  dossier: { how: 'own', or: { owner: 'dossier', by: 'corrects_id' }, distinct: 'external_code' },
  consent_event: { how: 'own', or: { owner: 'person', by: 'person_id' } },
  data_request: { how: 'own', or: { owner: 'person', by: 'person_id' } },
  person_change: { how: 'own', or: { owner: 'person', by: 'person_id' } },
  legal_hold: withDossier,
  erased_file: withDossier,
  dossier_history: withDossier,
  dossier_paper: withDossier,
  paper_file: withDossier,
  dossier_step: withDossier,
  dossier_urge: withDossier,
  dossier_extension: withDossier,
  dossier_delivery: withDossier,
  delivery_event: withDossier,
  supplement_request: withDossier,
  supplement_item: withDossier,
  supplement_draft: withDossier,
  form_answers: withDossier,
  form_correction: withDossier,
  form_correction_draft: withDossier,
  form_draft: { how: 'own' },
  life_bundle: { how: 'own' },
  life_bundle_member: { how: 'with', of: { owner: 'life_bundle', by: 'bundle_id' } },
  assisted_filing: { how: 'own', or: { owner: 'dossier', by: 'id' } },
  assisted_consent: withHelp,
  assisted_code: withHelp,
  assisted_note: { how: 'stays', why: 'what leaders of the former commune were told of; the filings that it counted go over' },
  payment_request: withDossier,
  payable: { how: 'own', or: { owner: 'dossier', by: 'dossier_id' }, distinct: 'reference' },
  payable_event: withPayable,
  payment: { ...withPayable, distinct: 'source' },
  payment_refund: withPayable,
  refund: withPayable,
  online_payment: { how: 'own', or: { owner: 'payable', by: 'payable_id' } },
  online_message: { how: 'with', of: { owner: 'online_payment', by: 'online_payment_id' } },
  statement_layout: { how: 'own' },
  bank_statement: { how: 'own' },
  statement_line: { how: 'with', of: { owner: 'bank_statement', by: 'statement_id' } },
  statement_line_payment: withLine,
  statement_line_event: withLine,
  unit_handover: withDossier,
  agency_request: withDossier,
  calendar_moved_dossier: withDossier,
  certification: withDossier,
  certified_document: { ...withDossier, book: true },
  fee_assessment: withDossier,
  fee_line: withDossier,
  fee_change: withDossier,
  official_paper: { how: 'own', or: { owner: 'dossier', by: 'dossier_id' }, book: true },
  official_paper_dossier: { how: 'with', of: { owner: 'official_paper', by: 'paper_id' } },
  receipt_series: { how: 'own' },
  receipt_number_fate: { how: 'with', of: { owner: 'receipt_series', by: 'series_id' } },
  cashier_day: { how: 'own', or: { owner: 'staff', by: 'cashier_id' } },
  cashier_taking: { how: 'with', of: { owner: 'cashier_day', by: 'day_id' } },
  remittance: { how: 'own', distinct: 'document_number' },
  fee_receipt: { how: 'own', or: { owner: 'dossier', by: 'dossier_id' } },
  fee_receipt_event: { how: 'with', of: { owner: 'fee_receipt', by: 'receipt_id' } },
  linked_case: { how: 'own', or: { owner: 'dossier', by: 'first_dossier_id' } },
  linked_child: withCase,
  linked_event: withCase,
  agency_transfer: { how: 'own', or: { owner: 'linked_case', by: 'case_id' } },
  agency_answer: { how: 'with', of: { owner: 'agency_transfer', by: 'transfer_id' } },
  exchange_import: { how: 'own' },
  exchange_import_row: { how: 'with', of: { owner: 'exchange_import', by: 'import_id' } },
  exchange_link: { ...withDossier, distinct: 'external_code' },
  exchange_message: withDossier,
  exchange_mismatch: withDossier,
  device: { how: 'own' },
  device_token: { how: 'with', of: { owner: 'device', by: 'device_id' } },
  upload_bundle: { how: 'own' },
  upload_slot: withBundle,
  upload_page: withBundle,
  upload_transfer: withBundle,
  upload_chunk: withBundle,
  exchange_source: { how: 'copied', key: 'code' },
  stored_file: { how: 'copied', key: 'sha256' },
  staff_session: { how: 'stays', why: 'sessions end: everybody signs in again and works for the new commune' },
  citizen_session: { how: 'stays', why: 'sessions end: whoever signs in again is at the commune that goes on' },
  client_command: { how: 'stays', why: 'a repeated command is answered where it was done' },
  journal: { how: 'stays', why: 'the chain of the former commune is closed and still verifies' },
  journal_head: { how: 'stays', why: 'the end of the chain of the former commune' },
  form_edit: { how: 'stays', why: 'forms belong to the installation; a draft stays with the administrators who made it' },
  form_publication: { how: 'stays', why: 'its history' },
  procedure_draft: { how: 'stays', why: 'procedures belong to the installation; a draft stays with the administrators who made it' },
  procedure_publication: { how: 'stays', why: 'its history' },
  number_book: { how: 'stays', why: 'the books of the former commune stay as they were closed' },
  number_book_event: { how: 'stays', why: 'their history' },
  fee_rate: { how: 'stays', why: 'the amounts that the commune that goes on has entered hold' },
  fee_online_exemption: { how: 'stays', why: 'what the province takes off holds as the commune that goes on entered it' },
  journal_archive: { how: 'stays', why: 'the sealed months of the chain of the former commune' },
  journal_checked: { how: 'stays', why: 'how far that chain was verified' },
  rehearsal_transaction: { how: 'stays', why: 'the memory of the rehearsal of a demonstration' },
  outbox: { how: 'stays', why: 'nothing waits in it when a commune goes over' },
  outbox_task: { how: 'stays', why: 'nothing waits in it when a commune goes over' },
  number_counter: { how: 'stays', why: 'the books of the former commune are closed with their last numbers' },
  setting_change: { how: 'stays', why: 'the history of the settings that stay' },
  setting: { how: 'stays', why: 'the settings of the commune that goes on hold' },
  working_session: { how: 'stays', why: 'the calendar of the commune that goes on holds' },
  calendar_day: { how: 'stays', why: 'the calendar of the commune that goes on holds' },
  calendar_change: { how: 'stays', why: 'the calendar of the commune that goes on holds' },
  retention_run: { how: 'stays', why: 'what the former commune erased by its own timers' },
  procedure_completion: { how: 'stays', why: 'the time limits that the commune that goes on has set hold' },
  poster_scan: { how: 'stays', why: 'counts of the posters of the former commune' },
} as const satisfies Readonly<Record<string, TableMove>>;

/** Tables whose rows go over: owners before what belongs to them. */
export const MOVING_TABLES: readonly (readonly [table: string, move: Extract<TableMove, { how: 'own' | 'with' }>])[] = Object.entries<TableMove>(TABLE_MOVES).flatMap(
  ([table, move]) => (move.how === 'own' || move.how === 'with' ? [[table, move] as const] : []),
);

/** What becomes of a reference between a row that goes back and one that stays, because people worked on after the merge. */
export type Severance =
  /** The reference is emptied. */
  | 'clear'
  /** What is referred to is in both communes afterwards. */
  | 'copy'
  /** The row that refers goes. */
  | 'delete';

/** References that may be severed when a merge is undone, by table and column; any other one forbids it. */
export const SEVERANCES: Readonly<Record<string, Severance>> = {
  // A dossier that lies with nobody is worked on by whoever handles its field.
  'dossier.unit_id': 'clear',
  'dossier.applicant_village_id': 'clear',
  'person.village_id': 'clear',
  // Units that were merged across: the one comes back to life, as it was.
  'unit_successor.successor_id': 'delete',
  'village_successor.successor_id': 'delete',
  'unit_version.change_id': 'copy',
  'village_version.change_id': 'copy',
  'unit_successor.change_id': 'copy',
  'village_successor.change_id': 'copy',
  'dossier.person_id': 'copy',
  'consent_event.person_id': 'copy',
  'data_request.person_id': 'copy',
  'data_request.dossier_id': 'clear',
  // What a family declared for its list while the communes were one: the dossier stays where it was filed, the list goes back without it.
  'life_bundle_member.dossier_id': 'delete',
  'person_change.person_id': 'copy',
  'kept_paper.person_id': 'copy',
  // Positions in units of the other commune, given after the merge; those held before it come back.
  'staff_position.unit_id': 'delete',
  // A leave in which somebody of the other commune acts: nobody acts any more.
  'staff_leave.acting_staff_id': 'clear',
  'staff_sign_on_link.linked_by': 'delete',
  'device.unit_id': 'clear',
  // Whoever started or approved works elsewhere now: it is begun anew.
  'account_recovery.started_by': 'delete',
  'account_recovery.approved_by': 'delete',
  'saved_filter.unit_id': 'delete',
  // The payment itself, which names its line, goes with the dossier; the history of the line keeps what was paid.
  'statement_line_payment.payable_id': 'delete',
  'statement_line_payment.payment_id': 'delete',
  'statement_line.refund_id': 'clear',
  'staff_notice.dossier_id': 'delete',
  'absence_dossier.dossier_id': 'delete',
  // The slip itself keeps what was printed on it.
  'official_paper_dossier.dossier_id': 'delete',
};
