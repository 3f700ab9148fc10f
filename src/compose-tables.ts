import { type ProblemTable } from './kernel/problem-table.ts';
import { ACCOUNT_SAFETY_PROBLEMS } from './modules/account-safety/index.ts';
import { ASSISTED_PROBLEMS, ASSISTED_SETTINGS } from './modules/assisted-filing/index.ts';
import { BANK_STATEMENT_PROBLEMS } from './modules/bank-statements/index.ts';
import { CALENDAR_PROBLEMS } from './modules/calendar/index.ts';
import { CERTIFICATION_PROBLEMS, CERTIFICATION_SETTINGS } from './modules/certification/index.ts';
import { COMMUNE_MERGE_PROBLEMS } from './modules/commune-merges/index.ts';
import { DEVICE_PROBLEMS } from './modules/devices/index.ts';
import { DOSSIER_PROBLEMS, DOSSIER_SETTINGS } from './modules/dossiers/index.ts';
import { EXCHANGE_PROBLEMS } from './modules/exchange/index.ts';
import { FEE_PROBLEMS } from './modules/fees/index.ts';
import { FORM_EDITOR_PROBLEMS } from './modules/form-editor/index.ts';
import { FORM_PROBLEMS } from './modules/forms/index.ts';
import { FEE_RECEIPT_PROBLEMS, FEE_RECEIPT_SETTINGS } from './modules/fee-receipts/index.ts';
import { IDENTITY_PROBLEMS, IDENTITY_SETTINGS } from './modules/identity/index.ts';
import { INSTALLATION_PROBLEMS } from './modules/installation-administrators/index.ts';
import { JOURNAL_PROBLEMS, JOURNAL_SETTINGS } from './modules/journal/index.ts';
import { LINKED_CASE_PROBLEMS } from './modules/linked-cases/index.ts';
import { NUMBER_BOOK_PROBLEMS } from './modules/number-books/index.ts';
import { PAPER_PROBLEMS, PAPER_SETTINGS } from './modules/official-papers/index.ts';
import { PAYMENT_PROBLEMS, PAYMENT_SETTINGS } from './modules/payments/index.ts';
import { OPERATIONS_PROBLEMS } from './modules/operations/index.ts';
import { PRIVACY_PROBLEMS, PRIVACY_SETTINGS } from './modules/privacy/index.ts';
import { PROCEDURE_EDITOR_PROBLEMS } from './modules/procedure-editor/index.ts';
import { PROCEDURE_PROBLEMS } from './modules/procedures/index.ts';
import { SETTINGS_PROBLEMS } from './modules/settings/index.ts';
import { SIGN_ON_PROBLEMS, SIGN_ON_SETTINGS } from './modules/single-sign-on/index.ts';
import { STAFF_LIST_PROBLEMS } from './modules/staff-lists/index.ts';
import { UPLOAD_PROBLEMS } from './modules/uploads/index.ts';
import { FILE_PROBLEMS } from './platform/files/file-problems.ts';
import { PLATFORM_PROBLEMS } from './platform/http/problem-table.ts';
import { type SettingGroup } from './modules/settings/index.ts';

/** Every refusal of every module with its status and sentences. */
export const PROBLEMS = {
  ...PLATFORM_PROBLEMS,
  ...FILE_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...ACCOUNT_SAFETY_PROBLEMS,
  ...EXCHANGE_PROBLEMS,
  ...PROCEDURE_PROBLEMS,
  ...PROCEDURE_EDITOR_PROBLEMS,
  ...DOSSIER_PROBLEMS,
  ...FORM_PROBLEMS,
  ...FORM_EDITOR_PROBLEMS,
  ...ASSISTED_PROBLEMS,
  ...PAPER_PROBLEMS,
  ...FEE_PROBLEMS,
  ...LINKED_CASE_PROBLEMS,
  ...CERTIFICATION_PROBLEMS,
  ...CALENDAR_PROBLEMS,
  ...OPERATIONS_PROBLEMS,
  ...PRIVACY_PROBLEMS,
  ...JOURNAL_PROBLEMS,
  ...SETTINGS_PROBLEMS,
  ...SIGN_ON_PROBLEMS,
  ...INSTALLATION_PROBLEMS,
  ...COMMUNE_MERGE_PROBLEMS,
  ...DEVICE_PROBLEMS,
  ...STAFF_LIST_PROBLEMS,
  ...NUMBER_BOOK_PROBLEMS,
  ...PAYMENT_PROBLEMS,
  ...UPLOAD_PROBLEMS,
  ...BANK_STATEMENT_PROBLEMS,
  ...FEE_RECEIPT_PROBLEMS,
} as const satisfies ProblemTable;

/** Every setting of every module, in the order in which administrators read them. */
export const SETTINGS: readonly SettingGroup[] = [DOSSIER_SETTINGS, ASSISTED_SETTINGS, CERTIFICATION_SETTINGS, PAYMENT_SETTINGS, FEE_RECEIPT_SETTINGS, IDENTITY_SETTINGS, SIGN_ON_SETTINGS, PRIVACY_SETTINGS, JOURNAL_SETTINGS, PAPER_SETTINGS];
