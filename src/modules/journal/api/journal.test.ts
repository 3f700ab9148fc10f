import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Actor, type StaffActor } from '../../../kernel/actor.ts';
import { DAY } from '../../../../test/clock.ts';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { type JournalResponse } from '../contract/journal-schemas.ts';
import { verifyJournal } from './verify-journal.ts';

describe('the journal', () => {
  let program: TwoCommunes;
  before(async () => { program = await createTwoCommunes(); });
  after(() => program.close());

  const read = async <T>(actor: Actor, url: string): Promise<T> => {
    const answer = await program.send(actor, 'GET', url);
    assert.equal(answer.status, 200, answer.body);
    return JSON.parse(answer.body) as T;
  };
  const dossier = async (): Promise<string> => (await program.make('dossier', program.home)).params['id'] ?? '';
  const range = () => ({ communeCode: program.home.commune.code, from: null, to: null });

  test('asks who does not work on a file why, keeps it for the day, and writes it with the look', async () => {
    const id = await dossier();
    const cashier = program.home.staff.cashier.actor;
    assert.equal((await program.send(cashier, 'GET', `/api/dossiers/${id}`)).code, 'journal.purpose-needed');
    const why = (words: string, purpose = 'figures') => program.send(cashier, 'POST', '/api/journal/purposes', { commandId: randomUUID(), dossierId: id, purpose, words });
    assert.equal((await why('đối chiếu')).code, 'journal.purpose-words-missing');
    assert.equal((await why('đối chiếu biên lai', 'curious')).code, 'journal.purpose-unknown');
    assert.equal((await program.send(cashier, 'POST', '/api/journal/purposes', { commandId: randomUUID(), dossierId: randomUUID(), purpose: 'figures', words: 'đối chiếu biên lai' })).code, 'dossier.not-found');
    assert.equal((await why('đối chiếu biên lai')).status, 200);
    assert.equal((await program.send(cashier, 'GET', `/api/dossiers/${id}`)).status, 200);
    assert.equal((await program.send(cashier, 'GET', `/api/dossiers/${id}/receipt.pdf`)).status, 200, 'once for the dossier and day');
    const { items } = await read<JournalResponse>(program.home.staff.president.actor, `/api/journal?object=dossier:${id}&action=dossier.viewed`);
    const look = items.find(({ actor }) => actor?.id === cashier.staffId);
    assert.deepEqual(look?.purpose, { code: 'figures', words: 'đối chiếu biên lai' });
    assert.deepEqual(look.positions.map(({ role }) => role), ['cashier']);
    program.clock.pass(DAY);
    assert.equal((await program.send(cashier, 'GET', `/api/dossiers/${id}`)).code, 'journal.purpose-needed', 'another day, another question');
  });

  test('does not open what is beyond every position of somebody, whatever is said, and lists do not show it', async () => {
    const id = await dossier();
    const { specialist } = program.home.staff;
    const land = { unitId: program.home.units.economy.id, role: 'specialist', title: 'Công chức địa chính', fields: ['Đất đai'] } as const;
    const ofLand: StaffActor = { ...specialist.actor, staffId: randomUUID(), positions: [land] };
    assert.equal((await program.send(ofLand, 'GET', `/api/dossiers/${id}`)).code, 'journal.beyond-position');
    const why = await program.send(ofLand, 'POST', '/api/journal/purposes', { commandId: randomUUID(), dossierId: id, purpose: 'figures', words: 'đối chiếu biên lai' });
    assert.equal(why.code, 'journal.beyond-position');
    for (const path of ['papers', 'receipt.pdf', 'requests', 'viewers']) {
      const answer = await program.send(ofLand, 'GET', `/api/dossiers/${id}/${path}`);
      assert.notEqual(answer.status, 200, `${path} is shown`);
    }
    const holds = (body: string) => (JSON.parse(body) as { items: { id: string }[] }).items.some((item) => item.id === id);
    for (const [actor, seen] of [[ofLand, false], [specialist.actor, true]] as const) {
      assert.equal(holds((await program.send(actor, 'GET', '/api/dossiers?list=all')).body), seen, 'the list of all');
      assert.equal(holds((await program.send(actor, 'POST', '/api/dossiers/search', { list: 'all', q: 'Mẫu', after: null })).body), seen, 'a search');
    }
    // The moment the position reaches the field, it opens with a purpose: nothing of the refusal is remembered.
    assert.equal((await program.send({ ...ofLand, positions: [{ ...land, fields: [] }] }, 'GET', `/api/dossiers/${id}`)).code, 'journal.purpose-needed');
  });

  test('shows everybody the own entries, a head of unit those of one dossier, and the President and the administrator all', async () => {
    const id = await dossier();
    const { clerk, reception, administrator, 'unit-head': head } = program.home.staff;
    await program.send(reception.actor, 'GET', `/api/dossiers/${id}`);
    const peopleIn = async (actor: Actor, query: string) => new Set((await read<JournalResponse>(actor, `/api/journal?${query}`)).items.map((line) => line.actor?.id));
    await read(clerk.actor, '/api/dossiers?list=all');
    assert.deepEqual([...(await peopleIn(clerk.actor, `staff=${reception.id}`))], [clerk.id]);
    assert.deepEqual([...(await peopleIn(clerk.actor, `object=dossier:${id}`))], []);
    assert.deepEqual([...(await peopleIn(head.actor, `object=dossier:${id}`))], [reception.id]);
    assert.ok((await peopleIn(administrator.actor, '')).size > 1);
    assert.equal((await peopleIn(program.other.staff.administrator.actor, `object=dossier:${id}`)).size, 0, 'another commune has another journal');
  });

  test('is read page by page, newest first, without a line twice or missing', async () => {
    const { administrator } = program.home.staff;
    for (let made = 0; made < 20; made += 1) await dossier();
    const seen: string[] = [];
    let after = '';
    do {
      const page = await read<JournalResponse>(administrator.actor, `/api/journal?action=dossier.received${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`);
      seen.push(...page.items.map(({ day, seq }) => `${day} ${String(seq).padStart(6, '0')}`));
      after = page.next ?? '';
    } while (after !== '');
    assert.deepEqual(seen, seen.toSorted().toReversed());
    assert.equal(new Set(seen).size, seen.length);
  });

  test('tells the citizen behind the link who looked, and why', async () => {
    const id = await dossier();
    const { cashier } = program.home.staff;
    await program.sayWhy(cashier.actor, { commune: program.home, params: { id } });
    await program.send(cashier.actor, 'GET', `/api/dossiers/${id}`);
    const token = program.links.token('dossier', id);
    const closed = await program.server.inject({ method: 'GET', url: `/h/${token}/ai-da-xem` });
    assert.ok(!closed.body.includes(cashier.actor.fullName), 'four digits come first');
    const opened = await program.server.inject({ method: 'POST', url: `/h/${token}/mo`, payload: { bonSo: '0012', toi: 'ai-da-xem' } });
    assert.equal(opened.headers.location, `/h/${token}/ai-da-xem`);
    const page = await program.server.inject({ method: 'GET', url: `/h/${token}/ai-da-xem`, headers: { cookie: String(opened.headers['set-cookie']).split(';')[0] ?? '' } });
    assert.equal(page.statusCode, 200);
    for (const words of [cashier.actor.fullName, 'Thủ quỹ', 'Kiểm tra, thanh tra, kiểm toán: Kiểm tra đột xuất hồ sơ', 'Xem hồ sơ']) assert.ok(page.body.includes(words), words);
  });

  test('has a root for every day that is over, on the screen, on paper and for everybody', async () => {
    const { administrator } = program.home.staff;
    program.clock.pass(DAY);
    await dossier();
    const { items } = await read<{ readonly items: readonly { readonly day: string; readonly count: number; readonly root: string; readonly groups: readonly string[] }[] }>(administrator.actor, '/api/journal/days');
    const [last] = items;
    assert.ok(last !== undefined && items.every(({ day }) => day < new Date(program.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10)));
    assert.equal(last.groups.join('').toLowerCase(), last.root);
    const { rows } = await program.database.owner.pool.query<{ n: number; root: string }>("select count(*)::int as n, (array_agg(encode(hash, 'hex') order by seq desc))[1] as root from journal where commune_code = $1 and day = $2", [program.home.commune.code, last.day]);
    assert.deepEqual(rows, [{ n: last.count, root: last.root }]);
    assert.equal((await program.send(administrator.actor, 'GET', `/api/journal/days/${last.day}/record.pdf`)).status, 200);
    assert.equal((await program.send(administrator.actor, 'GET', '/api/journal/days/2099-01-01/record.pdf')).code, 'journal.day-not-over');
    assert.equal((await program.send(administrator.actor, 'GET', '/api/journal/days/2020-01-01/record.pdf')).code, 'journal.day-empty');
    await program.database.owner.pool.query("insert into setting (commune_code, key, value, changed_at) values ('*', 'home-commune', to_jsonb($1::text), now()) on conflict do nothing", [program.home.commune.code]);
    const page = await program.server.inject({ method: 'GET', url: '/nhat-ky' });
    assert.equal(page.statusCode, 200);
    assert.ok(page.body.includes(last.groups.join(' ')));
    assert.ok(!page.body.includes('Nguyễn Thị Mẫu'));
  });

  test('as the program wrote it verifies whole, in parts and for every commune', async () => {
    const { owner } = program.database;
    const whole = await verifyJournal(owner.db, range());
    assert.equal(whole.fault, undefined);
    assert.ok(whole.rows > 30);
    const { rows: days } = await owner.pool.query<{ day: string }>('select distinct day from journal where commune_code = $1 order by day', [program.home.commune.code]);
    assert.ok(days.length >= 3);
    for (const { day } of days) assert.equal((await verifyJournal(owner.db, { ...range(), from: day, to: day })).fault, undefined, day);
    assert.equal((await verifyJournal(owner.db, { ...range(), communeCode: program.other.commune.code })).fault, undefined);
  });

  for (const [what, statement, kind] of [
    ['an altered entry', "update journal set entry = replace(entry, 'dossier.received', 'dossier.urged') where (commune_code, day, seq) = (select commune_code, day, seq from journal where commune_code = $1 and action = 'dossier.received' order by day, seq limit 1)", 'altered'],
    ['an altered moment', "update journal set at = at + interval '1 hour' where commune_code = $1 and seq = 2 and day = (select min(day) from journal)", 'column-altered'],
    ['a removed entry', 'delete from journal where commune_code = $1 and seq = 2 and day = (select min(day) from journal)', 'gap'],
    ['a removed day', 'delete from journal where commune_code = $1 and day = (select min(day) from journal where commune_code = $1)', 'days-torn'],
    ['a removed end', 'delete from journal where (commune_code, day, seq) = (select commune_code, day, seq from journal where commune_code = $1 order by day desc, seq desc limit 1)', 'end-differs'],
    ['a head that is gone', 'delete from journal_head where commune_code = $1', 'head-missing'],
  ] as const) {
    test(`${what} is found`, async () => {
      const { owner } = program.database;
      await assert.rejects(owner.db.transaction().execute(async (tx) => {
        const before = await verifyJournal(tx, range());
        assert.equal(before.fault, undefined);
        await sql.raw(statement.replaceAll('$1', `'${program.home.commune.code}'`)).execute(tx);
        assert.equal((await verifyJournal(tx, range())).fault?.kind, kind);
        throw new Error('undo');
      }), /undo/u);
    });
  }
});
