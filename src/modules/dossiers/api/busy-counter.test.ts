import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';

// Receptions that arrive at the same moment share a transaction; nobody may notice.

let house: DossierHouse;
before(async () => (house = await createDossierHouse()));
after(() => house.close());
beforeEach(async () => {
  await house.database.owner.pool.query('truncate dossier, person, outbox, journal, journal_head, client_command, number_counter cascade');
});

const person = (n: number) => ({
  citizenNumber: `003190${String(100_000 + n)}`, fullName: 'Nguyễn Thị Mẫu', birthDate: '1990-03-05', sex: 'female', address: 'Thôn Hoa Phú', villageId: null, phone: '0900000012', email: null,
});
const receive = (body: unknown) => house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', body);

async function rowsOf(query: string): Promise<readonly Record<string, unknown>[]> {
  return (await house.database.owner.pool.query<Record<string, unknown>>(query)).rows;
}

test('two hundred receptions at once, each sent twice: each is there once with one code of an unbroken row', async () => {
  const requests = Array.from({ length: 200 }, (_, n) => receptionRequest(house, { person: person(n) }));
  const answers = await Promise.all([...requests, ...requests].map(receive));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  for (const [place, answer] of answers.slice(0, 200).entries()) assert.deepEqual(answers[place + 200]?.body, answer.body);
  const codes = answers.slice(0, 200).map(({ body }) => String(body['code'])).sort();
  assert.deepEqual(codes.map((code) => Number(code.slice(-4))), Array.from({ length: 200 }, (_, n) => n + 1));
  for (const table of ['dossier', 'person', 'dossier_history', 'outbox', 'client_command', 'journal']) {
    assert.deepEqual(await rowsOf(`select count(*)::int as n from ${table}`), [{ n: 200 }], table);
  }
  assert.deepEqual(await rowsOf('select count(*)::int as n from dossier_step'), [{ n: 1000 }]);
  // Every code stands in the answer, the row and the text that it is found by.
  assert.deepEqual(await rowsOf(`select id from dossier where search_text not like '%' || lower(code)`), []);
  const own = answers[17]?.body;
  assert.deepEqual(await rowsOf(`select code from dossier where id = '${String(own?.['id'])}'`), [{ code: own?.['code'] }]);
});

test('the journal of receptions that shared a transaction is one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, n) => receive(receptionRequest(house, { person: person(n) }))));
  const lines = (await rowsOf('select day::text, seq::int, entry, previous_hash, hash from journal order by day, seq')) as { day: string; seq: number; entry: string; previous_hash: Buffer; hash: Buffer }[];
  assert.equal(lines.length, 60);
  let previous = Buffer.alloc(32);
  for (const [place, line] of lines.entries()) {
    assert.equal(line.seq, place + 1);
    assert.deepEqual(line.previous_hash, previous);
    assert.deepEqual(line.hash, createHash('sha256').update(previous).update(`${line.day}|${String(line.seq)}|${line.entry}`).digest());
    previous = line.hash;
  }
});

test('one that must be refused is refused by itself and takes no number; those that came with it are received', async () => {
  const unknown = { id: house.deps.newId(), sha256: 'f'.repeat(64), fileName: 'khong-co.jpg' };
  const bad = () => receptionRequest(house, { person: person(900), papers: [{ id: house.deps.newId(), requirementId: null, name: 'Giấy', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [unknown] }] });
  const requests = Array.from({ length: 40 }, (_, n) => (n % 10 === 7 ? bad() : receptionRequest(house, { person: person(n) })));
  const answers = await Promise.all(requests.map(receive));
  for (const [n, { status, body }] of answers.entries()) {
    assert.equal(status, n % 10 === 7 ? 422 : 200, JSON.stringify(body));
    if (n % 10 === 7) assert.equal(body['code'], 'dossier.file-unknown');
  }
  assert.deepEqual(await rowsOf('select count(*)::int as n, max(substr(code, length(code) - 3))::int as last from dossier'), [{ n: 36, last: 36 }]);
  assert.deepEqual(await rowsOf("select last::int from number_counter where book like 'dossier:%'"), [{ last: 36 }]);
  // Each has its receipt, numbered without a gap as well.
  assert.deepEqual(await rowsOf("select count(*)::int as n, max(number) as last from official_paper where kind = 'receipt'"), [{ n: 36, last: 36 }]);
});

test('a command id that comes at the same moment with another content is taken once and refused once', async () => {
  const first = receptionRequest(house, { person: person(1) });
  const other = { ...receptionRequest(house, { person: person(2) }), commandId: first['commandId'] };
  const answers = await Promise.all([receive(receptionRequest(house, { person: person(3) })), receive(first), receive(other)]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 409]);
  assert.deepEqual(answers.filter(({ status }) => status === 409).map(({ body }) => body['code']), ['command.reused-id']);
});

test('somebody who files ten requests at once is one person, written as one of the ten told it', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => receive(receptionRequest(house, { person: { ...person(5), phone: `090000010${String(n)}` } }))));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  const people = await rowsOf('select phone from person');
  assert.equal(people.length, 1);
  assert.match(String(people[0]?.['phone']), /^090000010\d$/);
  assert.deepEqual(await rowsOf('select count(distinct person_id)::int as people, count(*)::int as dossiers from dossier'), [{ people: 1, dossiers: 10 }]);
});
