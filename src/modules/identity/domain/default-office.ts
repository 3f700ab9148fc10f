import { type CommuneChoice } from './commune.ts';
import { type CommuneKind } from './default-units.ts';

const KINDS: readonly CommuneKind[] = ['xã', 'phường', 'đặc khu'];

/** What most offices are called and where they sit, in the words of Vietnamese papers; ready to be corrected at set-up. */
export function defaultOffice({ kind, name, provinceName }: CommuneChoice): { readonly centreName: string; readonly address: string } {
  return {
    centreName: `Trung tâm Phục vụ hành chính công ${kind} ${name}`,
    address: `Trụ sở Ủy ban nhân dân ${kind} ${name}, ${provinceName.charAt(0).toLowerCase()}${provinceName.slice(1)}`,
  };
}

/** Reads a commune of the country's list, whose name comes with its kind in front (“Xã Hoa Lộc”); undefined for other kinds of units. */
export function readCommuneChoice(place: {
  readonly code: string;
  readonly fullName: string;
  readonly provinceCode: string;
  readonly provinceName: string;
}): CommuneChoice | undefined {
  const { code, provinceCode, provinceName } = place;
  const fullName = place.fullName.normalize('NFC');
  const kind = KINDS.find((known) => fullName.toLowerCase().startsWith(`${known} `));
  return kind === undefined ? undefined : { code, name: fullName.slice(kind.length + 1).trim(), kind, provinceCode, provinceName };
}
