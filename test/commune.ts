import { randomUUID } from 'node:crypto';
import { type Position, type Role, ROLES, type StaffActor } from '../src/kernel/actor.ts';
import { installDefaultCalendar } from '../src/modules/calendar/index.ts';
import {
  claimHomeCommune,
  type Commune,
  defaultUnits,
  hashPassword,
  insertCommune,
  insertPositions,
  insertStaff,
  insertUnits,
  insertVillages,
  saveSecondFactorRule,
  type Unit,
  type Village,
} from '../src/modules/identity/index.ts';
import { type Database } from '../src/platform/db/database.ts';

/** The password of every member of staff that tests make. */
export const TEST_PASSWORD = 'bốn con mèo đen';

/** The first day of everything that tests make: the start of communes without districts above them. */
const SINCE = '2025-07-01';

/** The units of a test commune by what they are for. */
export type TestUnits = Readonly<Record<'leadership' | 'centre' | 'office' | 'economy' | 'culture' | 'police', Unit>>;

/** A member of staff with everything that a test needs to act or to sign in as that person. */
export interface TestStaff {
  readonly id: string;
  readonly userName: string;
  readonly password: string;
  readonly actor: StaffActor;
}

/** A commune with its people, calendar and villages, committed to the database. */
export interface TestCommune {
  readonly commune: Commune;
  readonly units: TestUnits;
  readonly villages: readonly Village[];
  /** One person for every role. */
  readonly staff: Readonly<Record<Role, TestStaff>>;
}

/** What a test wants to be different. */
export interface TestCommuneWishes {
  /** Default 16072, xã Hoa Lộc of Thanh Hóa. Another commune of the same database needs another code. */
  readonly commune?: Partial<Commune>;
  /** When the rows were written. */
  readonly now?: Date;
  /** Whether the commune asks administrators and signers for a second factor; default offered, so that a password alone does. */
  readonly secondFactor?: 'required' | 'offered';
  /** Whether the default working hours and official holidays are installed; default true. */
  readonly calendar?: boolean;
}

const HOA_LOC: Commune = {
  code: '16072',
  provinceCode: '38',
  name: 'Hoa Lộc',
  kind: 'xã',
  provinceName: 'Tỉnh Thanh Hóa',
  agencyCode: 'H56.14',
  centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc',
  address: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa',
  hotline: '0237 3865 123',
  email: null,
};

const PEOPLE: Readonly<Record<Role, { readonly fullName: string; readonly title: string; readonly unit: keyof TestUnits }>> = {
  'reception': { fullName: 'Lê Thị Nhận', title: 'Công chức tiếp nhận', unit: 'centre' },
  'specialist': { fullName: 'Trần Văn Thẩm', title: 'Công chức tư pháp - hộ tịch', unit: 'office' },
  'unit-head': { fullName: 'Hoàng Văn Trưởng', title: 'Giám đốc Trung tâm', unit: 'centre' },
  'president': { fullName: 'Nguyễn Thị Chủ', title: 'Chủ tịch Ủy ban nhân dân', unit: 'leadership' },
  'clerk': { fullName: 'Phạm Thị Thư', title: 'Văn thư', unit: 'office' },
  'cashier': { fullName: 'Đỗ Văn Quỹ', title: 'Thủ quỹ', unit: 'centre' },
  'team-member': { fullName: 'Vũ Thị Tổ', title: 'Tổ viên tổ công nghệ số cộng đồng', unit: 'culture' },
  'committee': { fullName: 'Bùi Văn Ban', title: 'Thành viên Ban chỉ đạo', unit: 'leadership' },
  'administrator': { fullName: 'Ngô Văn Quản', title: 'Quản trị hệ thống', unit: 'office' },
};

let cheapHash: Promise<string> | undefined;

/** The hash of the test password at a thousandth of the usual cost: tests are not attacked. */
function testPasswordHash(): Promise<string> {
  cheapHash ??= hashPassword(TEST_PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  return cheapHash;
}

/** Writes a commune with units, two villages, one person for every role and the default calendar. */
export async function createCommune(db: Database, wishes: TestCommuneWishes = {}): Promise<TestCommune> {
  const commune: Commune = { ...HOA_LOC, ...wishes.commune };
  const now = wishes.now ?? new Date('2026-11-23T07:00:00+07:00');
  const units = makeUnits(commune);
  const villages: readonly Village[] = [
    { id: randomUUID(), name: 'Hoa Phú', kind: 'thôn', teamLeaderName: 'Nguyễn Văn Phú', teamLeaderPhone: '0912000001' },
    { id: randomUUID(), name: 'Hoa Trung', kind: 'thôn', teamLeaderName: null, teamLeaderPhone: null },
  ];
  await db.transaction().execute(async (tx) => {
    await insertCommune(tx, commune, now);
    await claimHomeCommune(tx, commune.code, now);
    await saveSecondFactorRule(tx, commune.code, wishes.secondFactor ?? 'offered', { at: now, by: null });
    await insertUnits(tx, commune.code, Object.values(units), SINCE, { synthetic: true });
    await insertVillages(tx, commune.code, villages, SINCE, { synthetic: true });
    if (wishes.calendar ?? true) await installDefaultCalendar(tx, commune.code, now);
  });
  const staff: Partial<Record<Role, TestStaff>> = {};
  for (const role of ROLES) {
    const { fullName, title, unit } = PEOPLE[role];
    staff[role] = await createStaff(db, commune, {
      userName: `${role}.${commune.code}`,
      fullName,
      positions: [{ unitId: units[unit].id, role, title, fields: [] }],
    });
  }
  return { commune, units, villages, staff: staff as Record<Role, TestStaff> };
}

/** A further person of a test commune. */
export interface TestStaffWishes {
  readonly userName: string;
  readonly fullName?: string;
  /** Held from the commune's first day on, unless said otherwise. */
  readonly positions: readonly (Position & { readonly validFrom?: string; readonly validTo?: string })[];
  /** Default: the cheap hash of the test password. */
  readonly passwordHash?: string;
}

/** Writes one more person; the returned actor holds every wished position, whatever its dates. */
export async function createStaff(db: Database, commune: Pick<Commune, 'code'>, wishes: TestStaffWishes): Promise<TestStaff> {
  const id = randomUUID();
  const { userName, fullName = 'Mai Văn Thêm' } = wishes;
  const passwordHash = wishes.passwordHash ?? (await testPasswordHash());
  await db.transaction().execute(async (tx) => {
    await insertStaff(tx, commune.code, [{ id, userName, fullName, passwordHash }], new Date('2026-11-23T07:00:00+07:00'), { synthetic: true });
    await insertPositions(
      tx,
      commune.code,
      wishes.positions.map(({ validFrom, validTo, ...position }) => ({
        ...position,
        id: randomUUID(),
        staffId: id,
        validFrom: validFrom ?? SINCE,
        validTo: validTo ?? null,
      })),
      { synthetic: true },
    );
  });
  const positions = wishes.positions.map(({ unitId, role, title, fields }) => ({ unitId, role, title, fields }));
  return { id, userName, password: TEST_PASSWORD, actor: { kind: 'staff', staffId: id, communeCode: commune.code, fullName, userName, positions, assurance: { level: 'password', provenAt: 0, secondFactor: 'waived' } } };
}

function makeUnits({ kind }: Commune): TestUnits {
  const made = defaultUnits(kind).map((unit): Unit => ({ ...unit, id: randomUUID(), fields: [] }));
  const of = (wanted: Unit['kind'], place = 0): Unit => {
    const unit = made.filter((candidate) => candidate.kind === wanted)[place];
    if (unit === undefined) throw new Error(`no unit of kind ${wanted}`);
    return unit;
  };
  return {
    leadership: of('leadership'),
    centre: of('centre'),
    office: of('office'),
    economy: of('department', 0),
    culture: of('department', 1),
    police: of('police'),
  };
}
