import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { createServer } from '../src/platform/http/server.ts';
import { readPdf } from '../src/platform/pdf/read-pdf-for-tests.ts';
import { createStaff } from './commune.ts';
import { createTwoCommunes, type TwoCommunes } from './matrix-things.ts';

/** Names with apostrophes and with five words and more, each with what somebody types who looks for it. */
const NAMES = [
  ["H'Hen Niê Êban Kđăm Bkrông", ['hhen nie', 'h’hen', 'Bkrông']],
  ['Nguyễn Thị Hoàng Bảo Ngọc Trân', ['bao ngoc tran', 'Nguyễn Thị Hoàng Bảo Ngọc Trân']],
  ["Y'Bliă Ayŭn", ["y'blia", 'ayun']],
  ["O'Connor Trần Văn Mười Hai", ['oconnor', "O'Connor"]],
] as const;
const PROCEDURE = '1.004873';

let program: TwoCommunes;
let real: FastifyInstance;
before(async () => {
  program = await createTwoCommunes();
  real = await createServer(program.parts);
});
after(async () => {
  await real.close();
  await program.close();
});

for (const [index, [fullName, searches]] of NAMES.entries()) {
  describe(`“${fullName}”`, () => {
    test('signs in and is called by the whole name; typed as a user name it lets nobody in and breaks nothing', async () => {
      const { units, commune } = program.home;
      const someone = await createStaff(program.database.db, commune, { userName: `ten.la.${String(index)}`, fullName, positions: [{ unitId: units.centre.id, role: 'reception', title: 'Cán bộ', fields: [] }] });
      const opened = await real.inject({ method: 'POST', url: '/api/session', remoteAddress: `10.9.${String(index)}.1`, payload: { userName: someone.userName, password: someone.password } });
      assert.equal(opened.json<{ fullName: string }>().fullName, fullName);
      const wrong = await real.inject({ method: 'POST', url: '/api/session', remoteAddress: `10.9.${String(index)}.2`, payload: { userName: `${fullName}' or 1=1 --`, password: someone.password } });
      assert.equal(wrong.json<{ code: string }>().code, 'identity.wrong-sign-in');
      const form = new URLSearchParams({ userName: fullName, password: 'x', tiep: '' }).toString();
      const page = await real.inject({ method: 'POST', url: '/can-bo/dang-nhap', remoteAddress: `10.9.${String(index)}.3`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: form });
      assert.ok(page.statusCode >= 400 && page.statusCode < 500, page.body);
    });

    test('is received, found however it is typed, and stands whole on the slip', async () => {
      const { actor } = program.home.staff.reception;
      const dossierId = randomUUID();
      const person = { citizenNumber: `00319099${String(8000 + index)}`, fullName, birthDate: '1990-03-05', sex: 'female', address: 'Thôn Hoa Phú', villageId: null, phone: null, email: null };
      const received = await program.send(actor, 'POST', '/api/dossiers', { commandId: randomUUID(), dossierId, procedureCode: PROCEDURE, channel: 'counter', person, authorisedBy: null, assistedBy: null, content: '', copies: 1, papers: [{ id: randomUUID(), requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }], delivery: { method: 'counter', address: null } });
      assert.equal(received.status, 200, received.body);
      for (const typed of searches) {
        const found = await program.send(actor, 'POST', '/api/dossiers/search', { list: 'all', q: typed, after: null });
        assert.ok((JSON.parse(found.body) as { items: readonly { id: string }[] }).items.some(({ id }) => id === dossierId), `“${typed}” finds nothing: ${found.body}`);
        const people = await program.send(actor, 'POST', '/api/persons/search', { q: typed });
        assert.ok(people.body.includes(JSON.stringify(fullName).slice(1, -1)), `“${typed}” finds nobody`);
      }
      const slip = await program.server.inject({ url: `/api/dossiers/${dossierId}/receipt.pdf`, headers: program.as(actor) });
      assert.equal(slip.statusCode, 200);
      const words = readPdf(slip.rawPayload).pages.map(({ text }) => text).join(' ').replaceAll(/\s+/gu, ' ');
      assert.ok(words.includes(fullName), words.slice(0, 1_500));
    });
  });
}
