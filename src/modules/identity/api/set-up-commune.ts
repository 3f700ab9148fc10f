import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type CheckedSetUp } from '../domain/check-set-up.ts';
import { type Commune, type CommuneChoice } from '../domain/commune.ts';
import { defaultUnits } from '../domain/default-units.ts';
import { claimHomeCommune, insertCommune, insertUnits, listCommunes } from '../store/commune.ts';
import { insertPositions, insertStaff } from '../store/staff.ts';
import { hashPassword } from './password-hash.ts';

/** What the set-up of a commune works with. */
export interface SetUpDeps {
  readonly db: Database;
  readonly newId: () => string;
  /** Writes the working calendar that a new commune begins with. */
  readonly installCalendar: (tx: Tx, communeCode: string, now: Date) => Promise<unknown>;
}

/** One set-up: the commune of the country's list and what was entered about it. */
export interface SetUpOrder {
  readonly commandId: string;
  readonly place: CommuneChoice;
  readonly entries: CheckedSetUp;
  readonly now: Date;
  readonly address: string;
}

/**
 * Makes this installation the office of a commune: the commune, its units, its calendar and its first administrator, all or
 * nothing. Refuses `identity.set-up-done` when a commune is served already, unless this very command did it.
 */
export async function setUpCommune(deps: SetUpDeps, order: SetUpOrder): Promise<Result<{ readonly communeCode: string }>> {
  const { place, entries, now } = order;
  const communeCode = place.code;
  const passwordHash = await hashPassword(entries.password);
  // The password stays out of the stored request: a quick digest of it would be easier to guess at than its hash.
  const request = { ...entries, password: undefined };
  const envelope = {
    communeCode,
    commandId: order.commandId,
    kind: 'SetUpCommune',
    actor: { kind: 'anonymous' },
    request,
    now,
    address: order.address,
  } as const;
  return runCommand(deps.db, envelope, async (tx) => {
    // The setting's key lets one of two simultaneous set-ups wait for the other and then find it done.
    const claimed = await claimHomeCommune(tx, communeCode, now);
    if (!claimed || (await listCommunes(tx)).length > 0) return refuse('identity.set-up-done');
    const today = dateAt(now.getTime());
    const units = defaultUnits(place.kind).map((unit) => ({ ...unit, id: deps.newId(), fields: [] }));
    const staffId = deps.newId();
    const office = units.find((unit) => unit.kind === 'office');
    if (office === undefined) throw new Error('every commune has an office');
    await insertCommune(tx, communeOf(place, entries), now);
    await insertUnits(tx, communeCode, units, today, { synthetic: false });
    await insertStaff(tx, communeCode, [{ id: staffId, userName: entries.userName, fullName: entries.fullName, passwordHash }], now, { synthetic: false });
    await insertPositions(
      tx,
      communeCode,
      [{ id: deps.newId(), staffId, unitId: office.id, role: 'administrator', title: 'Quản trị hệ thống', fields: [], validFrom: today, validTo: null }],
      { synthetic: false },
    );
    await deps.installCalendar(tx, communeCode, now);
    return ok({ result: { communeCode }, journal: { action: 'commune-set-up', object: `commune:${communeCode}`, facts: { administrator: staffId } } });
  });
}

function communeOf(place: CommuneChoice, entries: CheckedSetUp): Commune {
  return {
    code: place.code,
    provinceCode: place.provinceCode,
    name: place.name,
    kind: place.kind,
    provinceName: place.provinceName,
    agencyCode: entries.agencyCode,
    centreName: entries.centreName,
    address: entries.address,
    hotline: entries.hotline,
    email: entries.email,
  };
}
