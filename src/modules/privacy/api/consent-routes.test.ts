import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { type ConsentCountsResponse, type DossierConsentsResponse } from '../contract/consent-schemas.ts';
import { type RetentionResponse } from '../contract/retention-schemas.ts';

let program: TwoCommunes;
before(async () => { program = await createTwoCommunes(); });
after(() => program.close());

const at = async (id: string) => JSON.parse((await program.send(program.home.staff.reception.actor, 'GET', `/api/dossiers/${id}/consents`)).body) as DossierConsentsResponse;
const say = (id: string, act: 'given' | 'withdrawn', purpose = 'messages') => program.send(program.home.staff.reception.actor, 'POST', `/api/dossiers/${id}/consents`, { commandId: randomUUID(), purpose, act });
const recipients = async (purpose = 'messages') => (await program.send(program.home.staff.president.actor, 'GET', `/api/consents/${purpose}/recipients.csv`)).body;

describe('consents at the counter', () => {
  test('nothing is agreed beforehand; who agrees is on the list of recipients, who takes it back is not', async () => {
    const { params } = await program.make('dossier', program.home);
    const id = params['id'] ?? '';
    const { rows: [person] } = await program.database.owner.pool.query<{ full_name: string; phone: string | null; person_id: string }>('select p.full_name, p.phone, p.id as person_id from dossier d join person p on p.id = d.person_id where d.id = $1', [id]);
    assert.ok(person);
    await program.database.owner.pool.query("update person set phone = '0900000777' where id = $1", [person.person_id]);
    assert.deepEqual((await at(id)).items.map(({ standing }) => standing), [null, null, null, null]);
    assert.ok(!(await recipients()).includes('0900000777'));
    assert.equal((await say(id, 'given')).status, 200);
    assert.equal((await at(id)).items.find(({ purpose }) => purpose === 'messages')?.standing, 'given');
    assert.match(await recipients(), new RegExp(`${person.full_name},0900000777`, 'u'));
    assert.ok(!(await recipients('surveys')).includes('0900000777'), 'one purpose is not another');
    const counts = JSON.parse((await program.send(program.home.staff.administrator.actor, 'GET', '/api/consents')).body) as ConsentCountsResponse;
    assert.deepEqual(counts.items.map(({ purpose, given, reachable }) => [purpose, given, reachable]).slice(0, 2), [['messages', 1, 1], ['surveys', 0, 0]]);
    assert.equal((await say(id, 'withdrawn')).status, 200);
    assert.ok(!(await recipients()).includes('0900000777'));
  });

  test('who agreed to older words, or asked for restriction, is written to no longer', async () => {
    const { params } = await program.make('dossier', program.home);
    const id = params['id'] ?? '';
    const { pool } = program.database.owner;
    const { rows: [person] } = await pool.query<{ person_id: string }>('select person_id from dossier where id = $1', [id]);
    assert.ok(person);
    await pool.query("update person set phone = '0900000888' where id = $1", [person.person_id]);
    await say(id, 'given');
    assert.ok((await recipients()).includes('0900000888'));
    await pool.query('update person set restricted_at = now() where id = $1', [person.person_id]);
    assert.ok(!(await recipients()).includes('0900000888'));
    await pool.query('update person set restricted_at = null where id = $1', [person.person_id]);
    assert.ok((await recipients()).includes('0900000888'));
    await pool.query('update consent_event set version = 99 where person_id = $1', [person.person_id]);
    assert.ok(!(await recipients()).includes('0900000888'));
    assert.equal((await at(id)).items.find(({ purpose }) => purpose === 'messages')?.outdated, true);
  });

  test('a purpose that nobody may ask for is refused, and the list that was taken stands in the journal', async () => {
    const { params } = await program.make('dossier', program.home);
    assert.equal((await say(params['id'] ?? '', 'given', 'advertising')).code, 'privacy.purpose-unknown');
    assert.equal((await program.send(program.home.staff.president.actor, 'GET', '/api/consents/advertising/recipients.csv')).code, 'privacy.purpose-unknown');
    await recipients();
    const { rows } = await program.database.owner.pool.query<{ entry: string }>("select entry from journal where entry like '%consents.recipients-taken%' limit 1");
    assert.equal(rows.length, 1);
    assert.ok(!rows[0]?.entry.includes('0900000'));
  });
});

describe('days of retention', () => {
  test('are a setting of the commune whose dry run counts what would go, and the job and the screen count with it', async () => {
    const { actor } = program.home.staff.administrator;
    const days = async () => (JSON.parse((await program.send(actor, 'GET', '/api/retention')).body) as RetentionResponse).kinds.find(({ kind }) => kind === 'card-picture')?.days;
    assert.equal(await days(), 30);
    const wish = { key: 'privacy.kept-days-card-picture', level: 'commune', act: 'set', value: 60, fixed: false, validFrom: '2026-11-23', reason: 'Nghị quyết 3' };
    const preview = await program.send(actor, 'POST', '/api/settings/preview', wish);
    assert.equal(preview.status, 200, preview.body);
    const seen = JSON.parse(preview.body) as { revision: number; communes: readonly { effects: readonly { count: number }[] }[] };
    assert.equal(seen.communes[0]?.effects.length, 2);
    const changed = await program.send(actor, 'POST', '/api/settings/changes', { ...wish, commandId: randomUUID(), expectedRevision: seen.revision });
    assert.equal(changed.status, 200, changed.body);
    assert.equal(await days(), 60);
    assert.equal((await program.send(actor, 'POST', '/api/settings/preview', { ...wish, value: 1 })).status, 422);
  });
});
