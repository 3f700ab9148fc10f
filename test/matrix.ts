import { type Role, ROLES } from '../src/kernel/actor.ts';
import { DEVICE_ROWS } from './matrix-devices.ts';
import { EXCHANGE_ROWS } from './matrix-exchange.ts';
import { IDENTITY_ROWS } from './matrix-identity.ts';
import { JOURNAL_ROWS } from './matrix-journal.ts';
import { PRIVACY_ROWS } from './matrix-privacy.ts';
import { MONEY_ROWS } from './matrix-money.ts';
import { type MatrixRow, rows, SEATS, type Seat } from './matrix-rules.ts';
import { RECEIPT_ROWS } from './matrix-receipts.ts';
import { SIGN_ON_ROWS } from './matrix-sign-on.ts';

const EVERYBODY: readonly Seat[] = SEATS;
const SIGNED_IN: readonly Seat[] = SEATS.filter((seat) => seat !== 'anonymous' && seat !== 'citizen');
const STAFF: readonly Role[] = ROLES;
const STEP_HOLDERS = ['reception', 'specialist', 'unit-head', 'president', 'clerk'] as const satisfies readonly Seat[];

const CASE_KEEPERS = ['reception', 'specialist', 'unit-head', 'president'] as const satisfies readonly Seat[];


/** A dossier that everybody in the office may look at: who works beside a file must be able to say where it is. */
const SEEN_DOSSIER = { done: STAFF, doneOutsideField: STAFF, missing: 'dossier.not-found', isFile: true } as const;

/** Who may do what: the one table. A route that is missing here fails the test, and so does a row without a route. */
export const MATRIX: readonly MatrixRow[] = [
  ...rows(EVERYBODY, [
    'GET /health',
    'GET /api/openapi.json',
    'GET /api/docs',
    // Public pages.
    'GET /',
    'GET /lua-chon',
    'GET /tro-giup/lua-dao',
    'GET /phong-chu/:version/:file',
    'GET /favicon.svg',
    'GET /favicon.ico',
    'GET /robots.txt',
    'GET /manifest.webmanifest',
    'GET /tim',
    'GET /viec/:event',
    'GET /linh-vuc',
    'GET /linh-vuc/:slug',
    'GET /thu-tuc',
    'GET /thu-tuc/:code',
    'GET /t/:code',
    'GET /t/:code/in',
    'GET /t/:code/ap-phich.svg',
    'GET /t/:code/ap-phich.pdf',
    'GET /khai/:code',
    'POST /khai/:code',
    // Papers by phone, guarded by the secret of their link.
    'GET /giay-to/:token',
    'GET /giay-to/:token/:slot',
    'POST /giay-to/:token/:slot',
    'POST /giay-to/:token/:slot/trang',
    'GET /giay-to/:token/anh/:pageId',
    'GET /giay-to/tai-len/:file',
    'POST /api/paper-bundles/:token/transfers',
    'PUT /api/paper-bundles/:token/transfers/:id',
    'GET /api/paper-bundles/:token/transfers/:id',
    'POST /api/paper-bundles/:token/transfers/:id/finish',
    // Declarations under way, by the link of the draft, or by its code and four digits.
    'GET /to-khai/bat-dau/:code',
    'POST /to-khai/bat-dau/:code',
    'GET /to-khai/mau/:code',
    'GET /to-khai/tiep-tuc',
    'POST /to-khai/tiep-tuc',
    'GET /to-khai/:token',
    'GET /to-khai/khai.js',
    'GET /to-khai/doc-ma.js',
    'GET /to-khai/doc-the.js',
    'GET /to-khai/:token/:group',
    'POST /to-khai/:token/:group/luu',
    'POST /to-khai/:token/:group',
    'GET /to-khai/:token/ai-khai',
    'POST /to-khai/:token/ai-khai',
    'GET /to-khai/:token/dong-y',
    'POST /to-khai/:token/dong-y/chu-ky',
    'POST /to-khai/:token/dong-y/ma',
    'POST /to-khai/:token/dong-y/ghi-am',
    'GET /dong-y/dong-y.js',
    'GET /dong-y/:secret',
    'POST /dong-y/:secret',
    'GET /to-khai/:token/xem-lai',
    'GET /to-khai/:token/in',
    'GET /to-khai/:token/giay-to',
    'POST /to-khai/:token/gui',
    'GET /khai-mot-lan/bat-dau/:slug',
    'POST /khai-mot-lan/bat-dau/:slug',
    'GET /khai-mot-lan/:token',
    'POST /khai-mot-lan/:token/chon',
    'POST /khai-mot-lan/:token/khai/:member',
    'POST /khai-mot-lan/:token/sua-cung',
    'GET /khai-mot-lan/:token/de-sau',
    'POST /khai-mot-lan/:token/de-sau',
    'GET /khai-mot-lan/:token/xoa',
    'POST /khai-mot-lan/:token/xoa',
    'GET /to-khai/:token/da-co',
    'POST /to-khai/:token/da-co',
    'GET /to-khai/:token/de-sau',
    'POST /to-khai/:token/de-sau',
    'GET /to-khai/:token/xoa',
    'POST /to-khai/:token/xoa',
    'GET /h/:token',
    'GET /h/:token/to-khai',
    'GET /h/:token/to-khai/in',
    'GET /h/:token/khai-viec-khac',
    'POST /h/:token/khai-viec-khac',
    // Where a device is paired: guarded by a code that an administrator types.
    'GET /thiet-bi',
    // By the link of the slip, and four digits for what is personal.
    'GET /h/:token/bo-sung',
    'POST /h/:token/bo-sung',
    'POST /h/:token/mo',
    'GET /h/:token/rut',
    'POST /h/:token/rut',
    'GET /h/:token/giay/:paperId',
    'GET /h/:token/du-lieu',
    'GET /h/:token/nop-tien',
    'POST /h/:token/nop-tien',
    'GET /h/:token/nop-tien/:id',
    // What payment gateways tell, guarded by their signatures, and the one that is played in demonstrations.
    'GET /thanh-toan/:gateway/ve',
    'GET /thanh-toan/:gateway/bao',
    'POST /thanh-toan/:gateway/bao',
    'GET /thanh-toan/:gateway/hoan',
    'POST /thanh-toan/:gateway/hoan',
    'GET /cong-tap-duot',
    'POST /cong-tap-duot',
    'POST /h/:token/du-lieu',
    'POST /h/:token/du-lieu/rut',
    'POST /h/:token/du-lieu/dong-y',
    'GET /h/:token/du-lieu/:requestId/ban-sao.pdf',
    'GET /h/:token/du-lieu/:requestId/ban-sao.json',
    'GET /h/:token/tep/:fileId',
    'GET /h/:token/ket-qua',
    'GET /h/:token/ket-qua/:number',
    'GET /h/:token/bo-sung/:itemId/:sha256',
    'GET /h/:token/bo-sung/chup/:itemId',
    'GET /tra-cuu',
    'POST /tra-cuu',
    'GET /x',
    'POST /x',
    'GET /x/:code',
    'POST /x/:code',
    // The way in: guarded by secrets, not by positions.
    'GET /thiet-lap',
    'POST /thiet-lap',
    'GET /can-bo/dang-nhap',
    'POST /can-bo/dang-nhap',
    'POST /can-bo/dang-xuat',
    'POST /api/session',
    'DELETE /api/session',
    'GET /cua-toi/dang-nhap',
    'POST /cua-toi/dang-xuat',
    // Built files of the workspace, without any data.
    'GET /can-bo/assets/:name',
  ]),
  ...['GET /cua-toi', 'GET /cua-toi/giay-to', 'GET /cua-toi/tin', 'GET /cua-toi/phien', 'POST /cua-toi/phien/:sessionId'].map((route): MatrixRow => ({ route, letsIn: ['citizen'], signInAt: '/cua-toi/dang-nhap' })),
  ...DEVICE_ROWS,
  ...SIGN_ON_ROWS,
  ...EXCHANGE_ROWS,
  ...MONEY_ROWS,
  ...JOURNAL_ROWS,
  ...RECEIPT_ROWS,
  ...PRIVACY_ROWS,
  ...IDENTITY_ROWS,
  // One's own account.
  ...rows(SIGNED_IN, ['GET /api/session', 'GET /api/sessions', 'DELETE /api/sessions/:id', 'PUT /api/password']),
  ...rows(STAFF, ['GET /api/inbox', 'GET /api/inbox/count', 'POST /api/inbox/read']),
  // Everybody reads the calendar; the administrator changes it.
  ...rows(STAFF, ['GET /api/calendar', 'GET /api/calendar/changes', 'GET /api/calendar/hours']),
  ...rows(['administrator'], ['POST /api/calendar/preview', 'POST /api/calendar/changes', 'POST /api/calendar/hours/preview', 'POST /api/calendar/hours']),
  { route: 'GET /api/calendar/changes/:id', letsIn: STAFF, thing: { kind: 'calendar change', done: STAFF, doneOutsideField: STAFF, missing: 'calendar.change-not-found' } },
  ...rows(['administrator'], ['GET /api/administration']),
  ...rows(['president', 'administrator', 'clerk', 'unit-head'], ['GET /api/number-books', 'GET /api/number-books/closing.pdf']),
  ...rows(['administrator'], [
    'GET /api/procedure-editor/procedures', 'GET /api/procedure-editor/procedures/:code', 'GET /api/procedure-editor/export', 'POST /api/procedure-editor/import', 'POST /api/procedure-editor/drafts', 'GET /api/procedure-editor/drafts/:id',
    'POST /api/procedure-editor/drafts/:id/save', 'POST /api/procedure-editor/drafts/:id/discard', 'POST /api/procedure-editor/drafts/:id/publish', 'POST /api/procedure-editor/versions/withdraw', 'GET /can-bo/xem-thu-thu-tuc/:id',
  ]),
  ...rows(['administrator'], [
    'GET /api/form-editor/forms', 'GET /api/form-editor/forms/:code', 'GET /api/form-editor/forms/:code/export', 'POST /api/form-editor/import', 'POST /api/form-editor/drafts', 'GET /api/form-editor/drafts/:id', 'GET /api/form-editor/drafts/:id/export',
    'POST /api/form-editor/drafts/:id/save', 'POST /api/form-editor/drafts/:id/discard', 'POST /api/form-editor/drafts/:id/publish', 'POST /api/form-editor/versions/withdraw', 'POST /api/form-editor/versions/return',
    'GET /can-bo/xem-thu-to-khai/:id', 'POST /can-bo/xem-thu-to-khai/:id', 'GET /can-bo/xem-thu-to-khai/:id/in',
  ]),
  ...rows(['administrator', 'clerk'], ['POST /api/number-books/open', 'POST /api/number-books/close', 'POST /api/number-books/reopen', 'POST /api/number-books/gaps']),
  ...rows(['administrator'], ['GET /api/settings', 'POST /api/settings/preview', 'POST /api/settings/changes', 'POST /api/settings/returns', 'GET /api/settings/changes']),
  ...rows(['administrator'], ['GET /api/installation-administrators', 'POST /api/installation-administrators', 'POST /api/installation-administrators/:id/acts']),
  ...rows(['administrator'], ['GET /api/health-report', 'GET /api/jobs', 'POST /api/jobs/retry', 'POST /api/jobs/give-up', 'POST /api/jobs/run']),
  // Merging communes is for the administrators of the two.
  ...rows(['administrator'], ['GET /api/commune-merges', 'POST /api/commune-merges', 'POST /api/commune-merges/preview']),
  ...['POST /api/commune-merges/:id/actions', 'GET /api/commune-merges/:id/undo'].map((route): MatrixRow => ({
    route, letsIn: ['administrator'], thing: { kind: 'commune merge', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'merge.not-found' },
  })),
  // Interlinked procedures: everybody in the office sees the cases; whoever receives, works or leads keeps them going.
  ...rows(['reception'], ['GET /api/linked-groups', 'POST /api/linked-cases']),
  ...rows(STAFF, ['GET /api/linked-cases', 'GET /api/linked-cases/count']),
  ...rows(CASE_KEEPERS, ['POST /api/linked-cases/exchange']),
  { route: 'GET /api/linked-cases/:id', letsIn: STAFF, thing: { kind: 'linked case', done: STAFF, doneOutsideField: STAFF, missing: 'linked-case.not-found' } },
  { route: 'POST /api/linked-cases/:id/actions', letsIn: CASE_KEEPERS, thing: { kind: 'linked case', done: CASE_KEEPERS, doneOutsideField: CASE_KEEPERS, missing: 'linked-case.not-found' } },
  { route: 'POST /api/linked-cases/:id/facts', letsIn: CASE_KEEPERS, thing: { kind: 'linked case', done: CASE_KEEPERS, doneOutsideField: CASE_KEEPERS, missing: 'linked-case.not-found' } },
  { route: 'POST /api/linked-cases/:id/reveal', letsIn: CASE_KEEPERS, thing: { kind: 'linked case', done: CASE_KEEPERS, doneOutsideField: CASE_KEEPERS, missing: 'linked-case.not-found' } },
  ...rows(['reception'], ['POST /api/dossiers', 'POST /api/forms/scan', 'POST /api/certifications', 'GET /api/certifications/lane']),
  ...rows(['reception', 'team-member'], ['POST /api/assisted-filings']),
  ...rows(['president', 'unit-head', 'administrator'], ['GET /api/assisted-filings', 'GET /api/assisted-filings/figures']),
  ...rows(['reception', 'cashier'], ['POST /api/fees/preview']),
  ...rows(['administrator'], ['GET /api/fee-rates', 'POST /api/fee-rates', 'POST /api/fee-rates/online']),
  ...rows(STEP_HOLDERS, ['POST /api/certifications/register', 'GET /api/certifications/register.pdf', 'GET /api/certifications/register.xlsx']),
  ...rows(['reception', 'specialist'], ['POST /api/persons/search', 'POST /api/uploads/pages']),
  // The clerk attaches the electronic result, a team member the picture that shows a hand-over at home.
  ...rows(['reception', 'specialist', 'clerk', 'team-member'], ['POST /api/uploads']),
  ...rows(STAFF, ['GET /can-bo', 'GET /can-bo/*', 'GET /ap-phich.pdf', 'GET /api/procedures/suggest', 'GET /api/procedures/:code', 'GET /api/dossiers', 'POST /api/dossiers/search', 'GET /api/dossiers/choices', 'GET /api/saved-filters', 'POST /api/saved-filters', 'GET /api/reports/dossiers', 'GET /api/reports/dossiers.pdf', 'GET /api/reports/dossiers.xlsx', 'GET /api/deadline', 'GET /api/villages']),
  ...rows(['administrator'], ['GET /api/bank-account', 'PUT /api/bank-account', 'GET /api/staff', 'GET /api/units', 'GET /api/staff/figures', 'GET /api/roles', 'GET /api/staff-lists/template/:format', 'POST /api/staff-lists/preview', 'POST /api/staff-lists/faults', 'POST /api/staff-lists', 'POST /api/staff-lists/slips', 'GET /api/units/tree', 'POST /api/units/preview', 'POST /api/units/changes', 'POST /api/staff', 'GET /api/procedures', 'GET /api/procedures/report', 'PUT /api/procedures/:code/time-limit']),

  { route: 'GET /api/dossiers/:id', letsIn: STAFF, thing: { kind: 'dossier', ...SEEN_DOSSIER } },
  { route: 'GET /api/dossiers/:id/fees', letsIn: STAFF, thing: { kind: 'dossier', ...SEEN_DOSSIER, missing: 'fees.dossier-not-found' } },
  // Fees are put right at any counter, and where the money is taken.
  { route: 'POST /api/dossiers/:id/fees', letsIn: ['reception', 'cashier'], thing: { kind: 'dossier', done: ['reception', 'cashier'], doneOutsideField: ['reception', 'cashier'], missing: 'fees.dossier-not-found' } },
  { route: 'GET /api/dossiers/:id/answers', letsIn: STAFF, thing: { kind: 'dossier', ...SEEN_DOSSIER } },
  // The dossier of this table was declared without a form; who prints one is tried in print.test.ts.
  { route: 'GET /api/dossiers/:id/answers/print.pdf', letsIn: STAFF, thing: { kind: 'dossier', done: [], doneOutsideField: [], otherwise: 'form.no-answers', missing: 'dossier.not-found' } },
  { route: 'GET /api/dossiers/:id/assistance', letsIn: STAFF, thing: { kind: 'dossier', ...SEEN_DOSSIER } },
  // The dossier of this table was filed without help; who sees a proof is tried in assisted-filing.
  { route: 'GET /api/dossiers/:id/assistance/:consentId', letsIn: STAFF, thing: { kind: 'dossier', done: [], doneOutsideField: [], otherwise: 'assisted.proof-gone', missing: 'dossier.not-found' } },
  { route: 'POST /api/dossiers/:id/answers/copy', letsIn: ROLES, thing: { kind: 'dossier', done: ['reception'], doneOutsideField: [], otherwise: 'form.not-holder', missing: 'dossier.not-found' } },
  { route: 'GET /api/dossiers/:id/receipt.pdf', letsIn: STAFF, thing: { kind: 'dossier', ...SEEN_DOSSIER } },
  ...rows(STEP_HOLDERS, ['POST /api/papers/hand-over-slips', 'GET /api/papers/hand-over', 'POST /api/dossiers/bulk/print']),
  ...rows(['reception'], ['POST /api/dossiers/bulk/transfer']),
  ...['POST /api/saved-filters/:id/rename', 'POST /api/saved-filters/:id/remove'].map((route): MatrixRow => ({
    route, letsIn: STAFF,
    // The specialist's own: for everybody else it is not there.
    thing: { kind: 'saved filter', done: ['specialist'], doneOutsideField: ['specialist'], otherwise: 'filter.not-found', missing: 'filter.not-found' },
  })),
  ...rows(STEP_HOLDERS, ['GET /api/absences', 'GET /api/absences/people', 'GET /api/absences/of/:staffId', 'POST /api/absences']),
  ...['GET /api/absences/:id', 'POST /api/absences/:id/continue', 'POST /api/absences/:id/end'].map((route): MatrixRow => ({
    route, letsIn: STEP_HOLDERS,
    // The list is the specialist's; leaders handle everybody's.
    thing: { kind: 'given list', done: ['specialist', 'unit-head', 'president'], doneOutsideField: ['specialist', 'unit-head', 'president'], otherwise: 'absence.not-yours', missing: 'absence.not-found' },
  })),
  ...rows(['unit-head', 'president'], ['POST /api/dossiers/bulk/urge']),
  ...rows(['reception', 'unit-head', 'president', 'clerk'], ['POST /api/papers/register', 'GET /api/papers/register']),
  ...rows(STAFF, ['GET /api/papers', 'GET /api/papers/shelf-labels.pdf', 'GET /api/papers/print.pdf', 'GET /api/dossiers/bulk/:batchId/print.pdf']),
  { route: 'GET /api/dossiers/:id/shelf-label.pdf', letsIn: STAFF, thing: { kind: 'dossier', ...SEEN_DOSSIER } },
  // Whoever works on files may print where they have been; nothing about the dossier changes.
  { route: 'POST /api/dossiers/:id/papers', letsIn: STEP_HOLDERS, thing: { kind: 'dossier', done: STEP_HOLDERS, doneOutsideField: STEP_HOLDERS, missing: 'dossier.not-found' } },
  {
    route: 'POST /api/papers/:id/void',
    letsIn: ['unit-head', 'president', 'clerk'],
    thing: { kind: 'issued paper', done: ['unit-head', 'president', 'clerk'], doneOutsideField: ['unit-head', 'president', 'clerk'], missing: 'paper.not-found' },
  },
  { route: 'GET /api/papers/:id/print.pdf', letsIn: STAFF, thing: { kind: 'issued paper', ...SEEN_DOSSIER, missing: 'paper.not-found' } },
  { route: 'GET /api/dossiers/:id/files/:fileId', letsIn: STAFF, thing: { kind: 'paper file', ...SEEN_DOSSIER } },
  { route: 'GET /api/dossiers/:id/files/:fileId/pages/:page', letsIn: STAFF, thing: { kind: 'paper file', ...SEEN_DOSSIER } },
  {
    route: 'GET /api/uploads/:sha256/pages/:page',
    letsIn: ['reception', 'specialist'],
    thing: { kind: 'upload', done: ['reception', 'specialist'], doneOutsideField: ['reception', 'specialist'], missing: 'file.gone' },
  },
  {
    route: 'GET /api/forms/drafts/:draftId/papers/:fileId/picture',
    letsIn: ['reception'],
    thing: { kind: 'picture sent with a draft', done: ['reception'], doneOutsideField: ['reception'], missing: 'uploads.page-unknown' },
  },
  {
    // The first of the five steps is held by reception; the others wait their turn.
    route: 'POST /api/dossiers/:id/actions',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'dossier', done: ['reception'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  // Whoever sits at the counter receives every field; the field decides only who goes on.
  ...['GET /api/dossiers/:id/declaration', 'POST /api/dossiers/:id/receive'].map((route): MatrixRow => ({
    route,
    letsIn: ['reception'],
    thing: { kind: 'declaration', done: ['reception'], doneOutsideField: ['reception'], missing: 'dossier.not-found' },
  })),
  {
    route: 'POST /api/dossiers/:id/seal',
    letsIn: ['clerk'],
    thing: { kind: 'approved dossier', done: ['clerk'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  ...['hand-over', 'dispatch'].map((action): MatrixRow => ({
    route: `POST /api/dossiers/:id/${action}`,
    letsIn: ['reception'],
    thing: { kind: 'decided dossier', done: ['reception'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  })),
  {
    // Whoever carries the envelope says what became of it.
    route: 'POST /api/dossiers/:id/delivery',
    letsIn: ['reception', 'team-member'],
    thing: { kind: 'sent result', done: ['reception', 'team-member'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  ...rows(['reception', 'team-member'], ['GET /api/deliveries']),
  { route: 'GET /api/dossiers/:id/kept/:sha256', letsIn: STAFF, thing: { kind: 'result file', ...SEEN_DOSSIER } },
  // Whoever holds the step may take it on and give it back; moving it to another unit comes at the appraisal only.
  {
    route: 'POST /api/dossiers/:id/claim',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'appraised dossier', done: ['specialist'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/release',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'taken dossier', done: ['specialist', 'unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/unit',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'appraised dossier', done: ['specialist', 'unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  // What was handed to a unit is for its appraisers, whatever their field; whoever handed it over may call it back.
  ...['take-over', 'turn-back'].map((answer): MatrixRow => ({
    route: `POST /api/dossiers/:id/unit/${answer}`,
    letsIn: STEP_HOLDERS,
    thing: { kind: 'handed dossier', done: ['specialist'], doneOutsideField: ['specialist'], doneOutsideUnit: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  })),
  {
    route: 'POST /api/dossiers/:id/unit/call-back',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'handed dossier', done: ['specialist', 'president'], doneOutsideField: ['president'], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/agency',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'appraised dossier', done: ['specialist'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  ...['receipt', 'answer', 'call-off'].map((note): MatrixRow => ({
    route: `POST /api/dossiers/:id/agency/${note}`,
    letsIn: STEP_HOLDERS,
    thing: { kind: 'dossier sent to an agency', done: ['specialist'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  })),
  {
    route: 'POST /api/dossiers/:id/assign',
    letsIn: ['unit-head', 'president'],
    thing: { kind: 'appraised dossier', done: ['unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  { route: 'GET /api/dossiers/:id/assignees', letsIn: STEP_HOLDERS, thing: { kind: 'dossier', done: STEP_HOLDERS, doneOutsideField: STEP_HOLDERS, missing: 'dossier.not-found' } },
  {
    route: 'POST /api/dossiers/:id/stop',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'appraised dossier', done: ['specialist', 'unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/withdrawal',
    letsIn: ['reception'],
    thing: { kind: 'appraised dossier', done: ['reception'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  ...['accept', 'decline'].map((word): MatrixRow => ({
    route: `POST /api/dossiers/:id/withdrawal/${word}`,
    letsIn: STEP_HOLDERS,
    thing: { kind: 'withdrawn dossier', done: ['specialist', 'unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  })),
  {
    route: 'POST /api/dossiers/:id/reopen',
    letsIn: ['unit-head', 'president'],
    thing: { kind: 'decided dossier', done: ['unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  // A leader urges, whoever holds the dossier answers; the same two and the one extension.
  ...['urge', 'extension'].map((path): MatrixRow => ({
    route: `POST /api/dossiers/:id/${path}`,
    letsIn: ['unit-head', 'president'],
    thing: { kind: 'appraised dossier', done: ['unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  })),
  {
    route: 'POST /api/dossiers/:id/urge/answer',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'urged dossier', done: ['specialist'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/extension/propose',
    letsIn: STEP_HOLDERS,
    thing: { kind: 'appraised dossier', done: ['specialist'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/extension/decline',
    letsIn: ['unit-head', 'president'],
    thing: { kind: 'dossier with an extension asked', done: ['unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    // Whoever stands at the lane's printer.
    route: 'POST /api/certifications/:id/printed',
    letsIn: ['reception'],
    thing: { kind: 'certification', done: ['reception'], doneOutsideField: ['reception'], missing: 'certification.not-found' },
  },
  ...([['label', 'certification'], ['attestation', 'signed certification']] as const).map(([paper, kind]): MatrixRow => ({
    route: `GET /api/certifications/:id/${paper}.pdf`,
    letsIn: STAFF,
    thing: { kind, done: STAFF, doneOutsideField: STAFF, missing: 'certification.not-found' },
  })),
  {
    route: 'GET /api/dossiers/:id/correction',
    letsIn: ['reception'],
    thing: { kind: 'returned dossier', done: ['reception'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/reject',
    letsIn: ['reception'],
    thing: { kind: 'declaration', done: ['reception'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  // What is asked of the citizen: whoever holds the step asks, a leader lets a second request go out, reception enters what was brought.
  ...['supplement', 'payment'].map((action): MatrixRow => ({
    route: `POST /api/dossiers/:id/${action}`,
    letsIn: ['reception', 'specialist'],
    thing: { kind: 'appraised dossier', done: ['specialist'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  })),
  ...['approve', 'decline'].map((word): MatrixRow => ({
    route: `POST /api/dossiers/:id/supplement/${word}`,
    letsIn: ['unit-head', 'president'],
    thing: { kind: 'dossier that waits for a leader', done: ['unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  })),
  ...(['supplement', 'payment'] as const).map((what): MatrixRow => ({
    route: `POST /api/dossiers/:id/${what}/cancel`,
    letsIn: ['reception', 'specialist', 'unit-head', 'president'],
    thing: {
      kind: what === 'supplement' ? 'dossier that waits for papers' : 'dossier that waits for money', done: ['specialist', 'unit-head', 'president'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found',
    },
  })),
  {
    route: 'POST /api/dossiers/:id/supplement/answer',
    letsIn: ['reception'],
    thing: { kind: 'dossier that waits for papers', done: ['reception'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/supplement/accept',
    letsIn: ['reception', 'specialist'],
    thing: { kind: 'answered dossier', done: ['specialist'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  {
    route: 'POST /api/dossiers/:id/payment/confirm',
    letsIn: ['reception', 'cashier'],
    thing: { kind: 'dossier that waits for money', done: ['reception', 'cashier'], doneOutsideField: [], otherwise: 'dossier.not-your-step', missing: 'dossier.not-found' },
  },
  { route: 'GET /api/dossiers/:id/supplement-plan', letsIn: ['reception', 'specialist'], thing: { kind: 'dossier', done: ['reception', 'specialist'], doneOutsideField: ['reception', 'specialist'], missing: 'dossier.not-found' } },
  { route: 'GET /api/dossiers/:id/requests', letsIn: STAFF, thing: { kind: 'dossier', ...SEEN_DOSSIER } },
  {
    route: 'POST /api/leaves/:id/end',
    letsIn: ['administrator'],
    thing: { kind: 'leave', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'identity.leave-unknown' },
  },
  {
    route: 'POST /api/units/changes/:id/withdraw',
    letsIn: ['administrator'],
    thing: { kind: 'planned unit change', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'identity.unit-change-unknown' },
  },
  ...['PUT /api/staff/:id', 'POST /api/staff/:id/password', 'POST /api/staff/:id/leave'].map((route): MatrixRow => ({
    route,
    letsIn: ['administrator'],
    thing: { kind: 'member of staff', done: ['administrator'], doneOutsideField: ['administrator'], missing: 'identity.staff-unknown' },
  })),
];
