/**
 * Reading routes whose answers are not journalled as a look at somebody's data, with the reason. A new GET route either says what it `shows` or
 * stands here: test/personal-views.test.ts fails on one that does neither.
 */
export const SHOWS_NOBODY: Readonly<Record<string, readonly string[]>> = {
  'published for everybody': [
    'GET /', 'GET /ap-phich.pdf', 'GET /api/docs', 'GET /api/openapi.json', 'GET /can-bo/assets/:name', 'GET /favicon.ico', 'GET /favicon.svg', 'GET /health', 'GET /khai/:code', 'GET /giay-to/tai-len/:file', 'GET /to-khai/bat-dau/:code', 'GET /khai-mot-lan/bat-dau/:slug', 'GET /to-khai/mau/:code', 'GET /to-khai/tiep-tuc', 'GET /to-khai/khai.js', 'GET /to-khai/doc-ma.js', 'GET /to-khai/doc-the.js', 'GET /dong-y/dong-y.js',
    'GET /linh-vuc', 'GET /linh-vuc/:slug', 'GET /lua-chon', 'GET /manifest.webmanifest', 'GET /phong-chu/:version/:file', 'GET /robots.txt', 'GET /t/:code', 'GET /t/:code/ap-phich.pdf',
    'GET /t/:code/ap-phich.svg', 'GET /t/:code/in', 'GET /thu-tuc', 'GET /thiet-bi', 'GET /thiet-bi/ki-ot', 'GET /thiet-bi/ki-ot/xong', 'GET /thiet-bi/man-hinh', 'GET /thiet-bi/quay', 'GET /nhat-ky', 'GET /thu-tuc/:code', 'GET /tim', 'GET /tra-cuu', 'GET /tro-giup/lua-dao', 'GET /viec/:event', 'GET /x',
  ],
  'the empty workspace and the ways into it': ['GET /can-bo', 'GET /can-bo/*', 'GET /can-bo/dang-nhap', 'GET /can-bo/dang-nhap/buoc-hai', 'GET /can-bo/khoi-phuc', 'GET /cua-toi/dang-nhap', 'GET /dang-nhap/:provider', 'GET /dang-nhap/:provider/ve', 'GET /thiet-lap'],
  'personal lines are covered until the four digits are typed': ['GET /h/:token', 'GET /x/:code'],
  'leads on and shows nothing itself': ['GET /h/:token/bo-sung/chup/:itemId'],
  'names the procedure and the code only': ['GET /h/:token/rut', 'GET /h/:token/nop-tien', 'GET /h/:token/nop-tien/:id'],
  'amounts and outcomes of payments without people': ['GET /thanh-toan/:gateway/ve', 'GET /thanh-toan/:gateway/bao', 'GET /thanh-toan/:gateway/hoan', 'GET /cong-tap-duot'],
  'what its own person asked and agreed to, behind the four digits': ['GET /h/:token/du-lieu'],
  'what its own person typed and has not sent: the office has nothing of it, and the link is theirs alone': ['GET /to-khai/:token', 'GET /khai-mot-lan/:token', 'GET /khai-mot-lan/:token/de-sau', 'GET /khai-mot-lan/:token/xoa', 'GET /to-khai/:token/:group', 'GET /to-khai/:token/xem-lai', 'GET /to-khai/:token/in', 'GET /to-khai/:token/giay-to', 'GET /to-khai/:token/da-co', 'GET /to-khai/:token/de-sau', 'GET /to-khai/:token/xoa', 'GET /to-khai/:token/ai-khai', 'GET /to-khai/:token/dong-y', 'GET /dong-y/:secret'],
  'numbers and codes without people': ['GET /api/retention', 'GET /api/consents', 'GET /api/dossiers/:id/hold'],
  'numbers without people': [
    'GET /api/bank-statements',
    'GET /api/payables/:id/standing',
    'GET /api/paper-bundles/:token/transfers/:id',
    'GET /api/certifications/lane', 'GET /api/inbox/count', 'GET /api/linked-cases/count', 'GET /api/procedures/report', 'GET /api/reports/dossiers', 'GET /api/reports/dossiers.pdf',
    'GET /api/reports/dossiers.xlsx', 'GET /api/saved-filters', 'GET /api/exchange/imports', 'GET /api/health-report', 'GET /api/jobs', 'GET /api/commune-merges', 'GET /api/commune-merges/:id/undo',
    'GET /api/journal/days', 'GET /api/journal/days/:day/record.pdf', 'GET /api/administration',
    'GET /api/remittances', 'GET /api/receipt-series', 'GET /api/cashier-days',
  ],
  'procedures, places and days': [
    'GET /api/procedure-editor/procedures', 'GET /api/procedure-editor/procedures/:code', 'GET /api/procedure-editor/export', 'GET /api/procedure-editor/drafts/:id', 'GET /can-bo/xem-thu-thu-tuc/:id',
    'GET /api/form-editor/forms', 'GET /api/form-editor/forms/:code', 'GET /api/form-editor/forms/:code/export', 'GET /api/form-editor/drafts/:id', 'GET /api/form-editor/drafts/:id/export', 'GET /can-bo/xem-thu-to-khai/:id', 'GET /can-bo/xem-thu-to-khai/:id/in',
    'GET /api/calendar', 'GET /api/calendar/changes', 'GET /api/calendar/changes/:id', 'GET /api/calendar/hours', 'GET /api/deadline', 'GET /api/exchange/sources', 'GET /api/journal/purposes', 'GET /api/linked-groups',
    'GET /api/procedures', 'GET /api/procedures/:code', 'GET /api/procedures/suggest', 'GET /api/units', 'GET /api/villages', 'GET /api/bank-account',
  ],
  'members of staff in their office, no citizens': ['GET /api/devices', 'GET /api/staff-sign-on-links', 'GET /api/journal/export-choices', 'GET /api/number-books', 'GET /api/number-books/closing.pdf', 'GET /api/staff/figures', 'GET /api/roles', 'GET /api/staff-lists/template/:format', 'GET /api/units/tree', 'GET /api/settings', 'GET /api/settings/changes', 'GET /api/installation-administrators', 'GET /api/fee-rates', 'GET /api/absences', 'GET /api/absences/of/:staffId', 'GET /api/absences/people', 'GET /api/staff/:id/access', 'GET /api/dossiers/:id/assignees', 'GET /api/dossiers/choices', 'GET /api/staff'],
  'the own account': ['GET /api/own-recovery', 'GET /api/sign-on-links', 'GET /api/second-factors', 'GET /api/session', 'GET /api/sessions', 'GET /cua-toi/phien'],
};

/** Routes that show personal data and are journalled by a command of their own, under this action. */
export const JOURNALLED_BY_COMMAND: Readonly<Record<string, string>> = {
  'GET /api/exchange/export': 'exchange.exported',
  'GET /h/:token/ket-qua/:number': 'result.downloaded',
  'GET /api/data-requests/:id/copy.pdf': 'data-request.copy-taken',
  'GET /api/data-requests/:id/copy.json': 'data-request.copy-taken',
  'GET /h/:token/du-lieu/:requestId/ban-sao.pdf': 'data-request.copy-taken',
  'GET /h/:token/du-lieu/:requestId/ban-sao.json': 'data-request.copy-taken',
  'POST /api/dossiers/:id/answers/copy': 'dossier.answers-copied',
  'POST /api/dossiers/:id/reveal': 'dossier.number-shown',
  'POST /api/persons/:id/reveal': 'person.numbers-shown',
  'POST /api/linked-cases/:id/reveal': 'linked-case.numbers-shown',
};

/** Writing routes that answer something about a person; what they did stands in the journal under the action of their command. */
export const ANSWERS_ITS_OWN_ENTRY: readonly string[] = ['POST /api/exchange/imports', 'POST /api/exchange/imports/:id/check'];
