import { type IconName } from '../icon/icon.tsx';

/** A door of the home page: an event in a family's life, and the path segment under which its procedures are listed. */
export interface LifeEventDoor {
  readonly event: 'birth' | 'marriage' | 'certification' | 'residence-land' | 'business' | 'support';
  readonly slug: string;
  readonly icon: IconName;
  readonly label: { readonly vi: string; readonly en: string };
}

/** The six doors in the order of the home page. */
export const LIFE_EVENT_DOORS: readonly LifeEventDoor[] = [
  { event: 'birth', slug: 'sinh-con', icon: 'birth', label: { vi: 'Sinh con', en: 'Having a child' } },
  { event: 'marriage', slug: 'ket-hon', icon: 'marriage', label: { vi: 'Kết hôn', en: 'Getting married' } },
  { event: 'certification', slug: 'chung-thuc', icon: 'certification', label: { vi: 'Chứng thực, sao y', en: 'Certified copies' } },
  { event: 'residence-land', slug: 'cu-tru-nha-dat', icon: 'home', label: { vi: 'Cư trú, nhà đất', en: 'Residence, house and land' } },
  { event: 'business', slug: 'kinh-doanh', icon: 'business', label: { vi: 'Mở hộ kinh doanh', en: 'Starting a business' } },
  { event: 'support', slug: 'tro-cap', icon: 'support', label: { vi: 'Trợ cấp, hỗ trợ', en: 'Benefits and support' } },
];
