import { WORK_LISTS, type WorkList } from '../../modules/dossiers/contract/work-lists.ts';

/** Where the workspace lives; the router cuts it off. */
export const STAFF_BASE = '/can-bo';

/** The sign-in page, made by the server. */
export const STAFF_SIGN_IN = `${STAFF_BASE}/dang-nhap`;

const LIST_PATHS: Readonly<Record<WorkList, string>> = {
  'waiting': '/cho-tiep-nhan',
  'near': '/sap-qua-han',
  'mine': '/viec-cua-toi',
  'new': '/moi-tiep-nhan',
  'in-progress': '/dang-xu-ly',
  'supplement': '/yeu-cau-bo-sung',
  'payment': '/nghia-vu-tai-chinh',
  'unanswered': '/qua-han-bo-sung',
  'withdrawal': '/xin-rut-ho-so',
  'hand-over': '/cho-tra-ket-qua',
  'stopped': '/dung-xu-ly',
  'all': '/tat-ca-ho-so',
};

/** Addresses inside the workspace, without its base. */
export const STAFF_PATHS = {
  /** The screens for other systems: what comes in, what differs, what goes out. */
  exchange: (tab: 'import' | 'mismatches' | 'messages' | 'export'): string => ({ import: '/trao-doi/nhap', mismatches: '/trao-doi/sai-lech', messages: '/trao-doi/cho-gui', export: '/trao-doi/xuat' })[tab],
  /** One file that was read. */
  exchangeImport: <I extends string>(id: I): `/trao-doi/nhap/${I}` => `/trao-doi/nhap/${id}`,
  /** A dossier in the order of another system's screen. */
  copySheet: <I extends string>(id: I): `/trao-doi/chep/${I}` => `/trao-doi/chep/${id}`,
  newDossier: '/ho-so-moi',
  /** Cases of interlinked procedures. */
  linkedCases: '/lien-thong',
  linkedCase: <I extends string>(id: I): `/lien-thong/${I}` => `/lien-thong/${id}`,
  /** The counter where fees are collected, one payable, and its code for the payer. */
  payables: '/thu-phi',
  payable: <I extends string>(id: I): `/thu-phi/${I}` => `/thu-phi/${id}`,
  payableDisplay: <I extends string>(id: I): `/thu-phi/${I}/qr` => `/thu-phi/${id}/qr`,
  /** The express lane of certified copies. */
  certify: '/chung-thuc',
  /** The yearly books of certifications. */
  certificationBooks: '/so-chung-thuc',
  /** Results on their way home. */
  carrying: '/ket-qua-mang-den-nha',
  /** One's own account; the server sends whoever must enrol a second factor here. */
  ownAccount: '/tai-khoan',
  /** What the person who is signed in was told. */
  inbox: '/thong-bao',
  /** Registers, slips, and what was issued on a day. */
  papers: (tab: 'register' | 'hand-over' | 'issued'): string => ({ 'register': '/giay-to/so', 'hand-over': '/giay-to/ban-giao', 'issued': '/giay-to/da-cap' })[tab],
  undetermined: '/thu-tuc-can-bo-sung',
  /** Requests of people about their data; `moi` for one that is made at the counter. */
  dataRequests: '/du-lieu-ca-nhan',
  dataRequest: <I extends string>(id: I): `/du-lieu-ca-nhan/${I}` => `/du-lieu-ca-nhan/${id}`,
  /** Who has consented to what, and the lists of recipients. */
  consents: '/su-dong-y',
  /** How long each kind of data is kept, what goes next, what went, what is held. */
  retention: '/thoi-han-luu',
  /** Lists that were given while somebody is away. */
  absences: '/vang-mat',
  /** Declarations made with help: figures, and what stands behind them. */
  assisted: '/khai-ho',
  /** What one helper filed, on a day or in the seven days that end with it: exactly what a note to the leaders counted. */
  assistedOf: (helper: string, day: string, onDay: boolean): string => `/khai-ho?${new URLSearchParams({ thang: day.slice(0, 7), nguoi: helper, [onDay ? 'ngay' : 'tuan']: day }).toString()}`,
  /** What came, was finished and is under way in a period. */
  report: '/bao-cao',
  /** Which identity of a provider signs in as whom. */
  signOnLinks: '/dang-nhap-mot-lan',
  /** Kiosks, displays and counter screens; `?ma=` is a code that was scanned. */
  devices: '/thiet-bi',
  /** Units and villages with their names of every time. */
  units: '/don-vi',
  staff: '/nhan-su',
  /** A person of the office, or `them` for somebody new. */
  staffMember: (id: string): string => `/nhan-su/${id}`,
  /** Where a person of the office is signed in, the second factors, and the recovery of the account. */
  staffAccess: <I extends string>(id: I): `/nhan-su/${I}/an-toan` => `/nhan-su/${id}/an-toan`,
  /** A list of staff from a spreadsheet. */
  staffLists: '/danh-sach-can-bo',
  /** What every role may do, and who holds it. */
  roles: '/vai-tro',
  list: (list: WorkList): string => LIST_PATHS[list],
  /** A dossier beside the list it was opened from. */
  inList: (list: WorkList, id: string, filter = ''): string => `${LIST_PATHS[list]}/${id}${filter === '' ? '' : `?${filter}`}`,
  /** A list narrowed down; the filter is the query of the address. */
  filtered: (list: WorkList, filter: string): string => `${LIST_PATHS[list]}${filter === '' ? '' : `?${filter}`}`,
  /** Reception of a declaration. */
  receive: <I extends string>(id: I): `/tiep-nhan/${I}` => `/tiep-nhan/${id}`,
  /** What is asked of whoever filed a dossier, entered when brought, looked at when it came. */
  supplement: <I extends string, W extends string>(id: I, work: W): `/bo-sung/${I}/${W}` => `/bo-sung/${id}/${work}`,
  /** Who did and saw what; days that are over with their roots. */
  journal: (tab: 'lines' | 'days' | 'export'): string => ({ lines: '/nhat-ky', days: '/nhat-ky/chot-ngay', export: '/nhat-ky/xuat' })[tab],
  /** What the office does: versions, drafts. */
  /** Declaration forms that an administrator edits; `?thu-tuc=` begins one for a procedure. */
  forms: '/bieu-mau',
  form: <C extends string>(code: C): `/bieu-mau/${C}` => `/bieu-mau/${code}`,
  formDraft: <I extends string>(id: I): `/bieu-mau/nhap/${I}` => `/bieu-mau/nhap/${id}`,
  procedures: '/thu-tuc',
  procedure: <C extends string>(code: C): `/thu-tuc/${C}` => `/thu-tuc/${code}`,
  procedureDraft: <I extends string>(id: I): `/thu-tuc/nhap/${I}` => `/thu-tuc/nhap/${id}`,
  /** The numbered books: what was given, what is missing, opening and closing. */
  numberBooks: '/so-va-so',
  /** Receipts, the days of cashiers, what went to the treasury, series and books, the rate of cashless fees. */
  feeReceipts: (tab: 'receipts' | 'days' | 'remittances' | 'series' | 'cashless'): string => ({ receipts: '/bien-lai', days: '/bien-lai/ca-thu', remittances: '/bien-lai/nop-ve', series: '/bien-lai/ky-hieu', cashless: '/bien-lai/khong-tien-mat' })[tab],
  /** The way into everything that an administrator looks after. */
  administration: '/quan-tri',
  /** What the program does by itself. */
  operations: '/viec-nen',
  /** Whether everything that the installation stands on is sound. */
  health: '/suc-khoe',
  /** The working calendar: a year by months. */
  calendar: '/lich-lam-viec',
  /** The weekly opening hours: in force, planned, former. */
  calendarHours: '/lich-lam-viec/gio',
  /** One change of the calendar with the dossiers that moved. */
  calendarChange: <I extends string>(id: I): `/lich-lam-viec/${I}` => `/lich-lam-viec/${id}`,
  /** What the office decides for itself, and who changed it when. */
  settings: '/cai-dat',
  settingHistory: '/cai-dat/lich-su',
  /** Who speaks for an installation of several communes. */
  installationAdministrators: '/quan-tri-toan-he-thong',
  /** The amounts that the province and the office set. */
  feeRates: '/muc-thu',
  /** Communes going over into one another. */
  communeMerges: '/sap-nhap-xa',
  /** What the bank says came in, and what it is for; a file that is taken over. */
  bankStatements: '/sao-ke',
  bankStatementImport: '/sao-ke/nhap',
  /** The account into which citizens pay. */
  bankAccount: '/tai-khoan-nhan-tien',
  /** The dossier that corrects a finished one. */
  correct: <I extends string>(id: I): `/dinh-chinh/${I}` => `/dinh-chinh/${id}`,
} as const;

/** The list whose path this is. */
export function listOfPath(path: string): WorkList | undefined {
  return WORK_LISTS.find((list) => path === LIST_PATHS[list] || path.startsWith(`${LIST_PATHS[list]}/`));
}
