import { lazy, type ReactElement, Suspense, useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { WORK_LISTS } from '../../modules/dossiers/contract/work-lists.ts';
import { createQueryClient } from './api/create-query-client.ts';
import { Button } from './components/button/button.tsx';
import { Skeleton } from './components/load-state/skeleton.tsx';
import { Notice } from './components/notice/notice.tsx';
import { LocaleProvider, useWords } from './locale.tsx';
import { STAFF_WORDS } from './messages.ts';
import { SessionProvider, useSession } from './session.tsx';
import { FaultBoundary } from './shell/fault-boundary.tsx';
import { Shell } from './shell/shell.tsx';
import { STAFF_BASE, STAFF_PATHS } from './staff-paths.ts';
import { StepUpDialog } from './step-up/step-up-dialog.tsx';

const Desk = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/desk/desk-screen.tsx')).DeskScreen }));
const Reception = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/reception/reception-screen.tsx')).ReceptionScreen }));
const Declaration = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/reception/declaration-screen.tsx')).DeclarationScreen }));
const Correction = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/reception/correction-screen.tsx')).CorrectionScreen }));
const Supplement = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/supplement/supplement-screen.tsx')).SupplementScreen }));
const BankAccount = lazy(async () => ({ default: (await import('../../modules/identity/ui/staff/bank-account-screen.tsx')).BankAccountScreen }));
const BankStatements = lazy(async () => ({ default: (await import('../../modules/bank-statements/ui/staff/statements-screen.tsx')).StatementsScreen }));
const BankStatementImport = lazy(async () => ({ default: (await import('../../modules/bank-statements/ui/staff/import-screen.tsx')).ImportScreen }));
const Carrying = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/carrying/carrying-screen.tsx')).CarryingScreen }));
const Absences = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/absence/absence-screen.tsx')).AbsenceScreen }));
const Inbox = lazy(async () => ({ default: (await import('../../modules/notifications/ui/staff/inbox/inbox-screen.tsx')).InboxScreen }));
const LinkedCases = lazy(async () => ({ default: (await import('../../modules/linked-cases/ui/staff/case-list-screen.tsx')).CaseListScreen }));
const LinkedCase = lazy(async () => ({ default: (await import('../../modules/linked-cases/ui/staff/case-screen.tsx')).CaseScreen }));
const Import = lazy(async () => ({ default: (await import('../../modules/exchange/ui/staff/import-screen.tsx')).ImportScreen }));
const Mismatches = lazy(async () => ({ default: (await import('../../modules/exchange/ui/staff/mismatch-screen.tsx')).MismatchScreen }));
const Messages = lazy(async () => ({ default: (await import('../../modules/exchange/ui/staff/message-screen.tsx')).MessageScreen }));
const Export = lazy(async () => ({ default: (await import('../../modules/exchange/ui/staff/export-screen.tsx')).ExportScreen }));
const CopySheet = lazy(async () => ({ default: (await import('../../modules/exchange/ui/staff/copy-screen.tsx')).CopyScreen }));
const Assisted = lazy(async () => ({ default: (await import('../../modules/assisted-filing/ui/staff/figures-screen.tsx')).FiguresScreen }));
const Report = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/report/report-screen.tsx')).ReportScreen }));
const Certify = lazy(async () => ({ default: (await import('../../modules/certification/ui/staff/lane/lane-screen.tsx')).LaneScreen }));
const CertificationBooks = lazy(async () => ({ default: (await import('../../modules/certification/ui/staff/register/register-screen.tsx')).RegisterScreen }));
const Register = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/papers/register-screen.tsx')).RegisterScreen }));
const HandOver = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/papers/hand-over-screen.tsx')).HandOverScreen }));
const Issued = lazy(async () => ({ default: (await import('../../modules/dossiers/ui/staff/papers/issued-screen.tsx')).IssuedScreen }));
const Staff = lazy(async () => ({ default: (await import('../../modules/identity/ui/staff/staff-screen.tsx')).StaffScreen }));
const Devices = lazy(async () => ({ default: (await import('../../modules/devices/ui/staff/device-screen.tsx')).DeviceScreen }));
const SignOnLinks = lazy(async () => ({ default: (await import('../../modules/single-sign-on/ui/staff/links-screen.tsx')).LinksScreen }));
const Access = lazy(async () => ({ default: (await import('../../modules/account-safety/ui/staff/access-screen.tsx')).AccessScreen }));
const OwnRecovery = lazy(async () => ({ default: (await import('../../modules/account-safety/ui/staff/own-recovery.tsx')).OwnRecovery }));
const Roles = lazy(async () => ({ default: (await import('../../modules/roles/ui/staff/role-screen.tsx')).RoleScreen }));
const StaffLists = lazy(async () => ({ default: (await import('../../modules/staff-lists/ui/staff/staff-list-screen.tsx')).StaffListScreen }));
const Units = lazy(async () => ({ default: (await import('../../modules/identity/ui/staff/units/unit-screen.tsx')).UnitScreen }));
const OwnAccount = lazy(async () => ({ default: (await import('../../modules/identity/ui/staff/account/account-screen.tsx')).AccountScreen }));
const Calendar = lazy(async () => ({ default: (await import('../../modules/calendar/ui/staff/calendar-screen.tsx')).CalendarScreen }));
const Operations = lazy(async () => ({ default: (await import('../../modules/operations/ui/staff/operations-screen.tsx')).OperationsScreen }));
const Health = lazy(async () => ({ default: (await import('../../modules/operations/ui/staff/health-screen.tsx')).HealthScreen }));
const Settings = lazy(async () => ({ default: (await import('../../modules/settings/ui/staff/settings-screen.tsx')).SettingsScreen }));
const SettingHistory = lazy(async () => ({ default: (await import('../../modules/settings/ui/staff/history-screen.tsx')).HistoryScreen }));
const FeeRates = lazy(async () => ({ default: (await import('../../modules/fees/ui/staff/rates/rates-screen.tsx')).RatesScreen }));
const CalendarHours = lazy(async () => ({ default: (await import('../../modules/calendar/ui/staff/hours-screen.tsx')).HoursScreen }));
const CalendarChange = lazy(async () => ({ default: (await import('../../modules/calendar/ui/staff/change-screen.tsx')).ChangeScreen }));
const DataRequests = lazy(async () => ({ default: (await import('../../modules/privacy/ui/staff/requests/request-list-screen.tsx')).RequestListScreen }));
const DataRequest = lazy(async () => ({ default: (await import('../../modules/privacy/ui/staff/requests/request-screen.tsx')).RequestScreen }));
const Consents = lazy(async () => ({ default: (await import('../../modules/privacy/ui/staff/consents/consent-screen.tsx')).ConsentScreen }));
const Retention = lazy(async () => ({ default: (await import('../../modules/privacy/ui/staff/retention/retention-screen.tsx')).RetentionScreen }));
const CommuneMerges = lazy(async () => ({ default: (await import('../../modules/commune-merges/ui/staff/merge-screen.tsx')).MergeScreen }));
const InstallationAdministrators = lazy(async () => ({ default: (await import('../../modules/installation-administrators/ui/staff/installation-screen.tsx')).InstallationScreen }));
const Journal = lazy(async () => ({ default: (await import('../../modules/journal/ui/staff/screen/journal-screen.tsx')).JournalScreen }));
const Administration = lazy(async () => ({ default: (await import('../../modules/administration/ui/staff/administration-screen.tsx')).AdministrationScreen }));
const Forms = lazy(async () => ({ default: (await import('../../modules/form-editor/ui/staff/forms-screen.tsx')).FormsScreen }));
const Form = lazy(async () => ({ default: (await import('../../modules/form-editor/ui/staff/form-screen.tsx')).FormScreen }));
const FormDraft = lazy(async () => ({ default: (await import('../../modules/form-editor/ui/staff/form-draft-screen.tsx')).FormDraftScreen }));
const Procedures = lazy(async () => ({ default: (await import('../../modules/procedure-editor/ui/staff/procedures-screen.tsx')).ProceduresScreen }));
const Procedure = lazy(async () => ({ default: (await import('../../modules/procedure-editor/ui/staff/procedure-screen.tsx')).ProcedureScreen }));
const ProcedureDraft = lazy(async () => ({ default: (await import('../../modules/procedure-editor/ui/staff/draft-screen.tsx')).DraftScreen }));
const Receipts = lazy(async () => ({ default: (await import('../../modules/fee-receipts/ui/staff/receipts-screen.tsx')).ReceiptsScreen }));
const CashierDays = lazy(async () => ({ default: (await import('../../modules/fee-receipts/ui/staff/days-screen.tsx')).DaysScreen }));
const Remittances = lazy(async () => ({ default: (await import('../../modules/fee-receipts/ui/staff/remittances-screen.tsx')).RemittancesScreen }));
const ReceiptSeries = lazy(async () => ({ default: (await import('../../modules/fee-receipts/ui/staff/series-screen.tsx')).SeriesScreen }));
const Cashless = lazy(async () => ({ default: (await import('../../modules/fee-receipts/ui/staff/cashless-screen.tsx')).CashlessScreen }));
const NumberBooks = lazy(async () => ({ default: (await import('../../modules/number-books/ui/staff/books-screen.tsx')).BooksScreen }));
const Counter = lazy(async () => ({ default: (await import('../../modules/payments/ui/staff/counter-screen.tsx')).CounterScreen }));
const Payable = lazy(async () => ({ default: (await import('../../modules/payments/ui/staff/payable-screen.tsx')).PayableScreen }));
const PayableDisplay = lazy(async () => ({ default: (await import('../../modules/payments/ui/staff/display-screen.tsx')).DisplayScreen }));
const Undetermined = lazy(async () => ({ default: (await import('../../modules/procedures/ui/staff/undetermined-screen.tsx')).UndeterminedScreen }));

function NotFound(): ReactElement {
  const t = useWords(STAFF_WORDS);
  const [, navigate] = useLocation();
  return (
    <div className="shell-wait">
      <h1>{t('not-found-title')}</h1>
      <p>{t('not-found')}</p>
      <Button onPress={() => { navigate(STAFF_PATHS.list('mine')); }}>{t('to-my-work')}</Button>
    </div>
  );
}

function Broken(): ReactElement {
  const t = useWords(STAFF_WORDS);
  return (
    <div className="shell-wait">
      <Notice kind="bad" live>
        <h1>{t('broken-title')}</h1>
        <p>{t('broken')}</p>
        <div><Button onPress={() => { window.location.reload(); }}>{t('reload')}</Button></div>
      </Notice>
    </div>
  );
}

function Screens(): ReactElement {
  const [path] = useLocation();
  const screen = path.split('/')[1] ?? '';
  return (
    <FaultBoundary key={screen} fallback={<Broken />}>
      <Suspense fallback={<Skeleton lines={8} />}>
        <Switch>
          <Route path={`${STAFF_PATHS.exchange('import')}/:id?`}>{({ id }) => <Import id={id ?? null} />}</Route>
          <Route path={STAFF_PATHS.exchange('mismatches')}><Mismatches /></Route>
          <Route path={STAFF_PATHS.exchange('messages')}><Messages /></Route>
          <Route path={STAFF_PATHS.exchange('export')}><Export /></Route>
          <Route path={STAFF_PATHS.copySheet(':id')}>{({ id }) => <CopySheet key={id} id={id} />}</Route>
          <Route path="/"><Redirect to={STAFF_PATHS.list('mine')} replace /></Route>
          {WORK_LISTS.map((list) => (
            <Route key={list} path={`${STAFF_PATHS.list(list)}/:id?`}>{({ id }) => <Desk key={list} list={list} openId={id ?? null} />}</Route>
          ))}
          <Route path={STAFF_PATHS.certify}><Certify /></Route>
          <Route path={STAFF_PATHS.certificationBooks}><CertificationBooks /></Route>
          <Route path={STAFF_PATHS.payables}><Counter /></Route>
          <Route path={STAFF_PATHS.bankStatements}><BankStatements /></Route>
          <Route path={STAFF_PATHS.bankStatementImport}><BankStatementImport /></Route>
          <Route path={STAFF_PATHS.payable(':id')}>{({ id }) => <Payable key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.payableDisplay(':id')}>{({ id }) => <PayableDisplay key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.newDossier}><Reception /></Route>
          <Route path={STAFF_PATHS.receive(':id')}>{({ id }) => <Declaration key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.correct(':id')}>{({ id }) => <Correction key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.staffAccess(':id')}>{({ id }) => <Access key={id} id={id} />}</Route>
          <Route path={`${STAFF_PATHS.staff}/:who?/:act?`}>{({ who, act }) => <Staff who={who ?? null} act={act ?? null} />}</Route>
          <Route path={STAFF_PATHS.devices}><Devices /></Route>
          <Route path={STAFF_PATHS.signOnLinks}><SignOnLinks /></Route>
          <Route path={STAFF_PATHS.roles}><Roles /></Route>
          <Route path={STAFF_PATHS.staffLists}><StaffLists /></Route>
          <Route path={STAFF_PATHS.units}><Units /></Route>
          <Route path={STAFF_PATHS.linkedCases}><LinkedCases /></Route>
          <Route path={STAFF_PATHS.linkedCase(':id')}>{({ id }) => <LinkedCase key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.assisted}><Assisted /></Route>
          <Route path={STAFF_PATHS.absences}><Absences /></Route>
          <Route path={STAFF_PATHS.ownAccount}><OwnRecovery /><OwnAccount /></Route>
          <Route path={STAFF_PATHS.inbox}><Inbox /></Route>
          {(['ask', 'enter', 'review'] as const).map((work) => (
            <Route key={work} path={STAFF_PATHS.supplement(':id', work)}>{({ id }) => <Supplement key={`${id} ${work}`} id={id} work={work} />}</Route>
          ))}
          <Route path={STAFF_PATHS.bankAccount}><BankAccount /></Route>
          <Route path={STAFF_PATHS.calendarHours}><CalendarHours /></Route>
          <Route path={STAFF_PATHS.calendarChange(':id')}>{({ id }) => <CalendarChange key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.health}><Health /></Route>
          <Route path={STAFF_PATHS.communeMerges}><CommuneMerges /></Route>
          {(['lines', 'days', 'export'] as const).map((tab) => <Route key={tab} path={STAFF_PATHS.journal(tab)}><Journal tab={tab} /></Route>)}
          <Route path={STAFF_PATHS.operations}><Operations /></Route>
          <Route path={STAFF_PATHS.settingHistory}><SettingHistory /></Route>
          <Route path={STAFF_PATHS.installationAdministrators}><InstallationAdministrators /></Route>
          <Route path={STAFF_PATHS.settings}><Settings /></Route>
          <Route path={STAFF_PATHS.feeRates}><FeeRates /></Route>
          <Route path={STAFF_PATHS.calendar}><Calendar /></Route>
          <Route path={STAFF_PATHS.report}><Report /></Route>
          <Route path={STAFF_PATHS.papers('register')}><Register /></Route>
          <Route path={STAFF_PATHS.papers('hand-over')}><HandOver /></Route>
          <Route path={STAFF_PATHS.papers('issued')}><Issued /></Route>
          <Route path={STAFF_PATHS.carrying}><Carrying /></Route>
          <Route path={STAFF_PATHS.dataRequests}><DataRequests /></Route>
          <Route path={STAFF_PATHS.dataRequest(':id')}>{({ id }) => <DataRequest key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.consents}><Consents /></Route>
          <Route path={STAFF_PATHS.retention}><Retention /></Route>
          <Route path={STAFF_PATHS.administration}><Administration /></Route>
          <Route path={STAFF_PATHS.formDraft(':id')}>{({ id }) => <FormDraft key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.form(':code')}>{({ code }) => <Form key={code} code={code} />}</Route>
          <Route path={STAFF_PATHS.forms}><Forms /></Route>
          <Route path={STAFF_PATHS.procedureDraft(':id')}>{({ id }) => <ProcedureDraft key={id} id={id} />}</Route>
          <Route path={STAFF_PATHS.procedure(':code')}>{({ code }) => <Procedure key={code} code={code} />}</Route>
          <Route path={STAFF_PATHS.procedures}><Procedures /></Route>
          <Route path={STAFF_PATHS.feeReceipts('receipts')}><Receipts /></Route>
          <Route path={STAFF_PATHS.feeReceipts('days')}><CashierDays /></Route>
          <Route path={STAFF_PATHS.feeReceipts('remittances')}><Remittances /></Route>
          <Route path={STAFF_PATHS.feeReceipts('series')}><ReceiptSeries /></Route>
          <Route path={STAFF_PATHS.feeReceipts('cashless')}><Cashless /></Route>
          <Route path={STAFF_PATHS.numberBooks}><NumberBooks /></Route>
          <Route path={STAFF_PATHS.undetermined}><Undetermined /></Route>
          <Route><NotFound /></Route>
        </Switch>
      </Suspense>
    </FaultBoundary>
  );
}

/** The workspace, or the one screen of somebody who must first choose an own password or enrol a second factor. */
function Workspace(): ReactElement {
  const { assurance } = useSession();
  // Between the last code typed and the codes kept, the screen must not change under the reader's hands.
  const [alone] = useState(assurance.secondFactor === 'must-enrol' || assurance.mustChangePassword);
  if (alone || assurance.secondFactor === 'must-enrol' || assurance.mustChangePassword) return <div className="app"><main id="main"><Suspense fallback={<Skeleton lines={8} />}><OwnAccount alone /></Suspense></main></div>;
  return <Shell><Screens /></Shell>;
}

/** The whole workspace. */
export function StaffApp(): ReactElement {
  return (
    <QueryClientProvider client={queryClient}>
      <LocaleProvider>
        <StepUpDialog />
        <SessionProvider>
          <Router base={STAFF_BASE}>
            <Workspace />
          </Router>
        </SessionProvider>
      </LocaleProvider>
    </QueryClientProvider>
  );
}

const queryClient = createQueryClient();
