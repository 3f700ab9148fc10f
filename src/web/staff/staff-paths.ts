import { type WorkList } from '../../modules/dossiers/contract/dossier-schemas.ts';

/** Where the workspace lives; the router cuts it off. */
export const STAFF_BASE = '/can-bo';

/** The sign-in page, made by the server. */
export const STAFF_SIGN_IN = `${STAFF_BASE}/dang-nhap`;

/** The lists in the order of the menu. */
export const LIST_ORDER = ['mine', 'waiting', 'near', 'hand-over', 'all'] as const satisfies readonly WorkList[];

const LIST_PATHS: Readonly<Record<WorkList, string>> = {
  'mine': '/viec-cua-toi',
  'waiting': '/cho-tiep-nhan',
  'near': '/sap-qua-han',
  'hand-over': '/cho-tra-ket-qua',
  'all': '/tat-ca-ho-so',
};

/** Addresses inside the workspace, without its base. */
export const STAFF_PATHS = {
  newDossier: '/ho-so-moi',
  /** Results on their way home. */
  carrying: '/ket-qua-mang-den-nha',
  undetermined: '/thu-tuc-can-bo-sung',
  staff: '/nhan-su',
  /** A person of the office, or `them` for somebody new. */
  staffMember: (id: string): string => `/nhan-su/${id}`,
  list: (list: WorkList): string => LIST_PATHS[list],
  /** A dossier beside the list it was opened from. */
  inList: (list: WorkList, id: string): string => `${LIST_PATHS[list]}/${id}`,
  /** Reception of a declaration. */
  receive: <I extends string>(id: I): `/tiep-nhan/${I}` => `/tiep-nhan/${id}`,
  /** The dossier that corrects a finished one. */
  correct: <I extends string>(id: I): `/dinh-chinh/${I}` => `/dinh-chinh/${id}`,
} as const;

/** The list whose path this is. */
export function listOfPath(path: string): WorkList | undefined {
  return LIST_ORDER.find((list) => path === LIST_PATHS[list] || path.startsWith(`${LIST_PATHS[list]}/`));
}
