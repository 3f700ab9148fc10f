import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { listBackground } from '../../../../test/whole-program.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type MergesResponse, type MergeView } from '../contract/merge-schemas.ts';
import { TABLE_MOVES } from '../domain/table-moves.ts';

/** Everything of a commune by table: rows without the commune itself, in a fixed order. */
async function contents({ database }: TwoCommunes, code: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const table of Object.keys(TABLE_MOVES)) {
    const { rows } = await database.owner.pool.query<{ row: string }>(
      `select ((to_jsonb(t) - 'commune_code' - 'former_commune'))::text as row from ${table} t where commune_code = $1 order by 1`, [code]);
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

const STAYS = Object.entries(TABLE_MOVES).flatMap(([table, { how }]) => (how === 'stays' || how === 'copied' ? [table] : []));
const without = (found: Readonly<Record<string, readonly string[]>>, tables: readonly string[]) => Object.fromEntries(Object.entries(found).filter(([table]) => !tables.includes(table)));

describe('two communes become one', () => {
  let program: TwoCommunes;
  let from: string;
  let into: string;
  let administratorFrom: StaffActor;
  let administratorInto: StaffActor;
  const mergeId = randomUUID();
  /** Of the commune that goes over: declared for a list of its family. */
  const fromDossiers: string[] = [];

  before(async () => {
    program = await createTwoCommunes();
    from = program.other.commune.code;
    into = program.home.commune.code;
    administratorFrom = program.other.staff.administrator.actor;
    administratorInto = program.home.staff.administrator.actor;
    for (const commune of [program.home, program.other]) {
      for (const kind of [
        'dossier', 'taken dossier', 'dossier sent to an agency', 'handed dossier', 'urged dossier', 'dossier with an extension asked', 'withdrawn dossier', 'saved filter', 'given list', 'issued paper',
        'answered dossier', 'dossier that waits for papers', 'dossier that waits for money', 'sent result', 'result file', 'returned dossier', 'signed certification', 'paper file', 'calendar change', 'linked case', 'member of staff', 'device',
      ] as const) await program.make(kind, commune);
      const together = await program.make('dossier', commune);
      if (commune === program.other) fromDossiers.push(String(together.params['id']));
      const bundle = randomUUID();
      const { code } = commune.commune;
      await program.database.owner.pool.query("insert into life_bundle (commune_code, id, event_code, event_from, token_hash, code_digest, started_at, opened_at, expires_at) values ($1, $2, 'birth', '2025-07-01', repeat($3, 2), repeat($3, 2), now(), now(), now() + interval '30 days')", [code, bundle, bundle.replaceAll('-', '')]);
      await program.database.owner.pool.query("insert into life_bundle_member (commune_code, bundle_id, key, procedure_code, wanted, draft_id, dossier_id, begun_at, sent_at) values ($1, $2, 'birth-registration', '1.001193', true, $3, $4, now(), now())", [code, bundle, randomUUID(), together.params['id']]);
    }
    await program.database.owner.pool.query('update outbox set done_at = now(); delete from outbox_task');
  });
  after(() => program.close());

  const send = async (actor: StaffActor, method: string, url: string, body?: object) => {
    const answer = await program.send(actor, method, url, body);
    return { ...answer, value: (answer.status === 200 ? JSON.parse(answer.body) : {}) as Record<string, unknown> };
  };
  const mergeOf = async (actor: StaffActor): Promise<MergeView> => {
    const found = ((await send(actor, 'GET', '/api/commune-merges')).value as unknown as MergesResponse).items.find(({ id }) => id === mergeId);
    assert.ok(found);
    return found;
  };
  const act = async (actor: StaffActor, action: string, more: object = {}) =>
    send(actor, 'POST', `/api/commune-merges/${mergeId}/actions`, { commandId: randomUUID(), expectedVersion: (await mergeOf(actor)).version, action, ...more });
  const perform = async () => {
    await listBackground(program).find(({ name }) => name === 'commune-merges.perform')?.run(program.clock.now(), new AbortController().signal);
  };
  const propose = (actor: StaffActor, more: object = {}) =>
    send(actor, 'POST', '/api/commune-merges', { commandId: randomUUID(), mergeId, fromCode: from, resolution: '1238/NQ-UBTVQH15', resolutionOn: '2026-11-20', ...more });

  let fromBefore: Awaited<ReturnType<typeof contents>>;
  let intoBefore: Awaited<ReturnType<typeof contents>>;

  test('the preview counts what would go over and names what to know, and shows nothing of the other commune', async () => {
    const { value, body } = await send(administratorInto, 'POST', '/api/commune-merges/preview', { fromCode: from });
    const preview = value as { rows: Record<string, number>; twins: number; sameNames: number; hindrances: string[]; notes: string[] };
    assert.ok((preview.rows['dossier'] ?? 0) >= 15);
    assert.equal(preview.twins, 1, 'the same person filed in both');
    assert.ok(preview.sameNames >= 4);
    assert.deepEqual(preview.hindrances, []);
    assert.deepEqual(preview.notes, ['twins', 'same-names', 'different-days']);
    assert.ok(!body.includes('003190999901') && !body.includes('Nguyễn Thị Mẫu'));
  });

  test('a commune cannot be merged into itself, into an unknown one, without a resolution or under one of tomorrow', async () => {
    for (const [more, code, field] of [
      [{ fromCode: into }, 'merge.commune-unknown', 'fromCode'],
      [{ fromCode: '99999' }, 'merge.commune-unknown', 'fromCode'],
      [{ resolution: '   ' }, 'merge.resolution-missing', 'resolution'],
      [{ resolutionOn: '2027-01-01' }, 'merge.resolution-future', 'resolutionOn'],
    ] as const) {
      const answer = await propose(administratorInto, { mergeId: randomUUID(), ...more });
      assert.equal(answer.code, code);
      assert.ok(answer.body.includes(field));
    }
  });

  test('messages that nobody has handed on yet hold it up', async () => {
    await program.database.owner.pool.query("insert into outbox (commune_code, id, topic, payload, created_at) values ($1, gen_random_uuid(), 'test', '{}', now())", [from]);
    assert.equal((await propose(administratorInto, { mergeId: randomUUID() })).code, 'merge.hindered');
    await program.database.owner.pool.query("delete from outbox where topic = 'test'");
  });

  test('it is proposed once, and only an administrator of the other side agrees', async () => {
    assert.equal((await propose(administratorInto)).status, 200);
    assert.equal((await propose(administratorInto, { mergeId: randomUUID() })).code, 'merge.under-way');
    assert.equal((await propose(administratorFrom, { mergeId: randomUUID(), fromCode: into })).code, 'merge.under-way');
    assert.equal((await act(administratorInto, 'agree')).code, 'merge.other-side-agrees');
    assert.deepEqual((await mergeOf(administratorFrom)).actions, ['agree', 'cancel']);
    assert.deepEqual((await mergeOf(administratorInto)).actions, ['cancel']);
    const stale = await send(administratorFrom, 'POST', `/api/commune-merges/${mergeId}/actions`, { commandId: randomUUID(), expectedVersion: 7, action: 'agree' });
    assert.equal(stale.code, 'merge.changed-meanwhile');
  });

  test('everything goes over: nothing is lost, nothing doubled, and what proves something stays', async () => {
    fromBefore = await contents(program, from);
    intoBefore = await contents(program, into);
    assert.equal((await act(administratorFrom, 'agree')).status, 200);
    await perform();
    const { state, fault, moved } = await mergeOf(administratorInto);
    assert.deepEqual([state, fault], ['merged', null]);
    assert.equal(moved?.['dossier'], fromBefore['dossier']?.length);
    const [fromAfter, intoAfter] = [await contents(program, from), await contents(program, into)];
    // One person was known in both communes and stays where she was.
    assert.deepEqual(Object.entries(without(fromAfter, STAYS)).filter(([, rows]) => rows.length > 0).map(([table, rows]) => [table, rows.length]), [['person', 1]]);
    for (const table of ['dossier_history', 'dossier_step', 'paper_file', 'certified_document', 'official_paper', 'supplement_item', 'linked_event', 'life_bundle', 'life_bundle_member', 'staff_position', 'absence_dossier', 'calendar_moved_dossier']) {
      assert.deepEqual(intoAfter[table], [...(intoBefore[table] ?? []), ...(fromBefore[table] ?? [])].sort(), table);
    }
    assert.equal(intoAfter['dossier']?.length, (intoBefore['dossier']?.length ?? 0) + (fromBefore['dossier']?.length ?? 0));
    assert.equal(intoAfter['person']?.length, (intoBefore['person']?.length ?? 0) + (fromBefore['person']?.length ?? 0) - 1);
    assert.ok(intoAfter['unit']?.some((row) => row.includes(' cũ)')));
    assert.equal(fromAfter['journal']?.length, (fromBefore['journal']?.length ?? 0) + 2, 'the agreement and the merge stand in the journal of the former commune');
  });

  test('its people work for the other commune, its books keep their numbers, and nothing more is written under the old one', async () => {
    const { pool } = program.database.owner;
    const { rows: [clerk] } = await pool.query<{ commune_code: string }>('select commune_code from staff where id = $1', [program.other.staff.clerk.id]);
    assert.equal(clerk?.commune_code, into);
    const { rows: numbers } = await pool.query<{ former: string | null; number: number }>('select former_commune as former, number from certified_document where commune_code = $1 and number is not null order by 1 nulls first, 2', [into]);
    assert.deepEqual([...new Set(numbers.map(({ former }) => former))], [null, from]);
    assert.equal(numbers.filter(({ number }) => number === 1).length, 2);
    const { rows: [book] } = await pool.query<{ book: string; year: number }>('select book, book_year as year from certified_document where commune_code = $1 and former_commune is not null limit 1', [into]);
    const register = await send(program.home.staff.reception.actor, 'POST', '/api/certifications/register', { book: book?.book, from: `${String(book?.year)}-01-01`, to: `${String(book?.year)}-12-31`, q: '1', after: null });
    const listed = (register.value['rows'] as { number: string }[]).map(({ number }) => number);
    assert.deepEqual(listed.map((number) => /\(.+\)$/u.exec(number)?.[0] ?? null).toSorted(), ['(phường Hoàn Kiếm)', null], register.body);
    const late = await send(administratorFrom, 'POST', '/api/saved-filters', { commandId: randomUUID(), name: 'Muộn', list: 'mine', filter: { time: 'late' }, unitId: null });
    assert.equal(late.code, 'command.commune-merged');
    assert.deepEqual(((await send(administratorInto, 'GET', '/api/commune-merges')).value as unknown as MergesResponse).others, []);
  });

  test('a dossier that came over goes on: its history, its papers and its person are where they were', async () => {
    const { rows: [open] } = await program.database.owner.pool.query<{ id: string }>("select dossier_id as id from commune_merge_row r join dossier d on d.id = r.id, lateral (select d.id as dossier_id) x where r.merge_id = $1 and r.kind = 'dossier' and d.current_step = 'appraise' and d.holder_id is null and d.handed_at is null and d.field = 'Hộ tịch' and d.state = 'in-progress' order by d.id limit 1", [mergeId]);
    assert.ok(open);
    const { value } = await send(program.home.staff.specialist.actor, 'GET', `/api/dossiers/${open.id}`);
    assert.equal((value['dossier'] as { id?: string } | undefined)?.id ?? value['id'], open.id);
    const { rows: [row] } = await program.database.owner.pool.query<{ version: number }>('select version from dossier where id = $1', [open.id]);
    const claimed = await send(program.home.staff.specialist.actor, 'POST', `/api/dossiers/${open.id}/claim`, { commandId: randomUUID(), expectedVersion: row?.version });
    assert.equal(claimed.status, 200, claimed.body);
    await send(program.home.staff.specialist.actor, 'POST', `/api/dossiers/${open.id}/release`, { commandId: randomUUID(), expectedVersion: (row?.version ?? 0) + 1 });
  });

  test('undoing needs a reason and a second administrator, and brings back exactly what went over with what was added since', async () => {
    const second = { ...administratorFrom, communeCode: into };
    assert.equal((await act(administratorInto, 'propose-undo')).code, 'merge.reason-missing');
    assert.equal((await act(administratorInto, 'propose-undo', { reason: 'Nghị quyết bị đính chính' })).status, 200);
    assert.equal((await act(administratorInto, 'agree-undo')).code, 'merge.second-person');
    // In between the office went on: a person of the former commune received a dossier in one of its units, and got a second position.
    const fresh = await program.make('dossier', { ...program.home, staff: { ...program.home.staff, reception: { ...program.other.staff.reception, actor: { ...program.other.staff.reception.actor, communeCode: into } } } });
    const { pool } = program.database.owner;
    await pool.query('update dossier set unit_id = $2 where id = $1', [fresh.params['id'], program.other.units.office.id]);
    await pool.query("insert into staff_position (commune_code, id, staff_id, unit_id, role, title, valid_from) values ($1, gen_random_uuid(), $2, $3, 'clerk', 'Văn thư', '2026-11-23')", [into, program.other.staff.clerk.id, program.home.units.office.id]);
    await pool.query('update staff_position set valid_to = $2 where staff_id = $1 and role = $3', [program.other.staff.specialist.id, '2026-11-23', 'specialist']);
    // A family of the former commune filed one more dossier of its list meanwhile: it stays where it was filed.
    const { rows: [list] } = await pool.query<{ id: string }>('select bundle_id as id from life_bundle_member m join dossier d on d.id = m.dossier_id where m.commune_code = $1 and d.id = any($2::uuid[])', [into, fromDossiers]);
    await pool.query("insert into life_bundle_member (commune_code, bundle_id, key, procedure_code, wanted, draft_id, dossier_id, begun_at, sent_at) values ($1, $2, 'residence', '1.004222', true, $3, $4, now(), now())", [into, list?.id, randomUUID(), fresh.params['id']]);
    const { value } = await send(administratorInto, 'GET', `/api/commune-merges/${mergeId}/undo`);
    assert.deepEqual(value['forbidden'], []);
    assert.ok((value['severed'] as Record<string, number>)['dossier.unit_id'] === 1 && (value['severed'] as Record<string, number>)['life_bundle_member.dossier_id'] === 1 && (value['severed'] as Record<string, number>)['staff_position.unit_id'] === 1, JSON.stringify(value));

    assert.equal((await act(second, 'agree-undo')).status, 200);
    await perform();
    const { state, fault } = await mergeOf(administratorInto);
    assert.deepEqual([state, fault], ['undone', null]);
    const fromAfter = await contents(program, from);
    const expected = without(fromBefore, [...STAYS, 'dossier', 'dossier_history', 'dossier_step', 'staff_notice']);
    assert.deepEqual(without(fromAfter, [...STAYS, 'dossier', 'dossier_history', 'dossier_step', 'staff_notice']), expected);
    assert.equal(fromAfter['dossier']?.length, fromBefore['dossier']?.length);
    assert.equal(fromAfter['dossier_history']?.length, (fromBefore['dossier_history']?.length ?? 0) + 2, 'what was done to the dossier meanwhile came with it');
    const { rows: [kept] } = await pool.query<{ commune_code: string; unit_id: string | null }>('select commune_code, unit_id from dossier where id = $1', [fresh.params['id']]);
    assert.deepEqual(kept, { commune_code: into, unit_id: null });
    const intoAfter = await contents(program, into);
    const same = ['unit', 'village', 'staff', 'linked_case', 'certified_document', 'kept_paper', 'absence'];
    for (const table of same) assert.deepEqual(intoAfter[table], intoBefore[table], table);
    const written = await send(administratorFrom, 'POST', '/api/saved-filters', { commandId: randomUUID(), name: 'Lại là mình', list: 'mine', filter: { time: 'late' }, unitId: null });
    assert.equal(written.status, 200, written.body);
  });

  test('every table of communes says what becomes of it', async () => {
    const { rows } = await program.database.owner.pool.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'commune_code' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
    assert.deepEqual(rows.map(({ name }) => name), Object.keys(TABLE_MOVES).sort());
  });

  test('every reference between tables of communes may wait for the end of a transaction', async () => {
    const { rows } = await program.database.owner.pool.query<{ name: string }>("select conname as name from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and not condeferrable");
    assert.deepEqual(rows, []);
  });
});
