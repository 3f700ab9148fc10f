import { type Commune, defaultOffice, defaultUnits, type UnitKind } from '../modules/identity/index.ts';
import { DEMO_FIELDS } from './demo-fields.ts';

/** The first day of everything that the demonstration shows: communes without districts above them began then. */
export const DEMO_SINCE = '2025-07-01';

const PLACE = { code: '16072', provinceCode: '38', name: 'Hoa Lộc', kind: 'xã', provinceName: 'Tỉnh Thanh Hóa' } as const;

/** The demonstration commune. Its name and code are those of a real place; its telephone, people and dossiers are invented. */
export const DEMO_COMMUNE: Commune = { ...PLACE, ...defaultOffice(PLACE), agencyCode: 'H56.14', hotline: '0237 000 0000', email: null };

/** A unit of the demonstration commune, named by a key until it has an identifier. */
export interface DemoUnit {
  readonly key: DemoUnitKey;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly fields: readonly string[];
}

/** The units that the demonstration's positions belong to. */
export type DemoUnitKey = 'leadership' | 'centre' | 'office' | 'economy' | 'culture' | 'police' | 'military' | `counter-${1 | 2 | 3 | 4 | 5}`;

const BODY_KEYS = ['leadership', 'centre', 'office', 'economy', 'culture', 'police'] as const;

const BODY_FIELDS: Readonly<Record<(typeof BODY_KEYS)[number], readonly string[]>> = {
  leadership: [],
  centre: DEMO_FIELDS.certification,
  office: DEMO_FIELDS['civil-status'],
  economy: [...DEMO_FIELDS.land, ...DEMO_FIELDS.economy],
  culture: DEMO_FIELDS.social,
  police: DEMO_FIELDS.police,
};

const COUNTER_FIELDS: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly string[]>> = {
  1: DEMO_FIELDS.certification,
  2: DEMO_FIELDS['civil-status'],
  3: DEMO_FIELDS.certification,
  4: [...DEMO_FIELDS.social, ...DEMO_FIELDS.military],
  5: [...DEMO_FIELDS.land, ...DEMO_FIELDS.economy],
};

/** The unit that got another name on the day of the load, and what it was called until the day before: lists and searches find both. */
export const DEMO_RENAMED = { key: 'military', before: { name: 'Ban Quân sự xã', shortName: 'Ban Quân sự' }, reason: 'Quyết định số 12/QĐ-UBND (mẫu)' } as const;

/** The bodies of the commune, its military command, and the five counters of its service centre. */
export const DEMO_UNITS: readonly DemoUnit[] = [
  ...defaultUnits(DEMO_COMMUNE.kind).map((unit, place): DemoUnit => {
    const key = BODY_KEYS[place];
    if (key === undefined) throw new Error(`the demonstration has no key for the unit ${unit.name}`);
    return { ...unit, key, fields: BODY_FIELDS[key] };
  }),
  { key: 'military', name: 'Ban Chỉ huy Quân sự xã', shortName: 'Quân sự', kind: 'department', fields: DEMO_FIELDS.military },
  ...([1, 2, 3, 4, 5] as const).map(
    (number): DemoUnit => ({ key: `counter-${number}`, name: `Quầy ${number}`, shortName: `Quầy ${number}`, kind: 'counter', fields: COUNTER_FIELDS[number] }),
  ),
];
