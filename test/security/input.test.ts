import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type TSchema } from 'typebox';
import { type Actor } from '../../src/kernel/actor.ts';
import { createTwoCommunes, RIGHT_BODY, type TwoCommunes } from '../matrix-things.ts';

const NOBODY: Actor = { kind: 'anonymous' };

const STATEMENTS = [
  "'", "''", "' or '1'='1", "' or 1=1--", "'; drop table dossier; --", '" or ""="', "1; select pg_sleep(5)", "' union select null,null,null--", "') or ('a'='a", '\\', "\\'; select 1--", '%', '_', '%27%20or%201=1',
  "'||(select password_hash from staff limit 1)||'", "16072' --", "$$; select 1; $$", "x' and extractvalue(1,1)--", "'::tsquery", "a & | b", ":*", "!('", "{\"a\":1}", "[1]", "null", "'\u2019\u02bc",
  "-1", "9999999999999999999", "1e400", "NaN", "2026-13-45", "2026-02-30T25:61:61Z", "${7*7}", "{{7*7}}", "<%= 7*7 %>", "#{7*7}",
];

/** The names of a schema's own properties whose value may be a text. */
function textsOf(schema: TSchema | undefined): readonly string[] {
  const properties = (schema as { readonly properties?: Readonly<Record<string, unknown>> } | undefined)?.properties ?? {};
  return Object.keys(properties);
}

describe('what people type', () => {
  let program: TwoCommunes;
  let visitors = 0;
  before(async () => {
    program = await createTwoCommunes();
    await program.make('dossier', program.home);
    await program.make('dossier', program.other);
  });
  after(() => program.close());

  const ask = (actor: Actor, method: string, url: string, payload?: object) => {
    visitors += 1;
    return program.server.inject({
      method: method as 'GET', url, remoteAddress: `10.${String(20 + (visitors >> 16))}.${String((visitors >> 8) & 255)}.${String(visitors & 255)}`, headers: { ...program.as(actor) }, ...(payload === undefined ? {} : { payload }),
    });
  };

  test('no statement in an address is a fault of the server or lets anything be seen, in any place of any GET route', async () => {
    const actor = program.home.staff.administrator.actor;
    const everybody = { ...actor, positions: Object.values(program.home.staff).flatMap((person) => person.actor.positions) };
    let asked = 0;
    for (const { method, url, schema } of program.routes.filter((route) => route.method === 'GET')) {
      const places = [...url.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
      for (const [turn, statement] of STATEMENTS.entries()) {
        const text = encodeURIComponent(statement);
        const addresses = [
          ...(places.length === 0 ? [] : [url.replaceAll(/:(\w+)/gu, text)]),
          ...textsOf(schema.query).map((name) => `${url.replaceAll(/:(\w+)/gu, randomUUID())}?${name}=${text}`),
          // One pass with everything at once, on which the parameters may lean on each other.
          ...(turn % 6 === 0 && textsOf(schema.query).length > 1 ? [`${url.replaceAll(/:(\w+)/gu, randomUUID())}?${textsOf(schema.query).map((name) => `${name}=${text}`).join('&')}`] : []),
        ];
        for (const address of addresses) {
          asked += 1;
          const answer = await ask(everybody, method, address);
          assert.ok(answer.statusCode < 500, `${address}: ${String(answer.statusCode)} ${answer.body.slice(0, 300)}`);
          assert.doesNotMatch(answer.body, /\$argon2id|syntax error|pg_catalog|relation "|invalid input syntax/u, address);
          assert.ok(!answer.body.includes(program.other.commune.agencyCode), `${address} shows another commune`);
        }
      }
    }
    assert.ok(asked > 2000, String(asked));
    assert.equal((await program.database.owner.pool.query('select count(*)::int as n from dossier')).rowCount, 1, 'the table is still there');
  });

  test('a search finds what was meant and nothing beyond, whatever is typed', async () => {
    const { actor } = program.home.staff.reception;
    const own = await program.database.owner.pool.query<{ id: string }>('select id from dossier where commune_code = $1', [program.home.commune.code]);
    const ids = new Set(own.rows.map(({ id }) => id));
    for (const q of STATEMENTS) {
      for (const [url, body] of [['/api/dossiers/search', { list: 'all', q, after: null }], ['/api/persons/search', { q }]] as const) {
        const answer = await ask(actor, 'POST', url, body);
        assert.ok(answer.statusCode < 500, `${url} ${q}: ${answer.body}`);
        if (answer.statusCode !== 200) continue;
        const { items = [], people = [] } = answer.json<{ items?: readonly { id: string }[]; people?: readonly { dossiers: readonly { id: string }[] }[] }>();
        for (const { id } of [...items, ...people.flatMap(({ dossiers }) => dossiers)]) assert.ok(ids.has(id), `${q} finds ${id}`);
      }
    }
    const filtered = await ask(actor, 'POST', '/api/dossiers/search', { list: 'all', q: "' or 1=1 --", after: null });
    assert.ok(filtered.statusCode !== 200 || filtered.json<{ items: readonly unknown[] }>().items.length === 0, filtered.body);
  });

  test('the forms that everybody may send are as safe', async () => {
    for (const statement of STATEMENTS) {
      for (const [url, fields] of [['/tra-cuu', ['ma', 'bonSo']], ['/x', ['ma']], ['/can-bo/dang-nhap', ['userName', 'password', 'tiep']], ['/khai/1.004873', ['hoTen', 'soDinhDanh', 'dienThoai']]] as const) {
        for (const field of fields) {
          visitors += 1;
          const answer = await program.server.inject({
            method: 'POST', url, remoteAddress: `10.60.${String((visitors >> 8) & 255)}.${String(visitors & 255)}`,
            headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ ...Object.fromEntries(fields.map((name) => [name, '1'])), [field]: statement }).toString(),
          });
          assert.ok(answer.statusCode < 500, `${url} ${field}=${statement}: ${String(answer.statusCode)}`);
          assert.equal(answer.headers['set-cookie'] === undefined || !String(answer.headers['set-cookie']).includes('xaso-phien='), true, `${url} signs in`);
        }
      }
    }
  });

  const MARKUP = '<img src=x onerror=alert(1)>"\'><script>alert(1)</script>';

  test('markup in a name is shown as it was typed and never run, on pages, in answers and in papers', async () => {
    const thing = await program.make('dossier', program.home);
    const id = thing.params['id'] ?? '';
    await program.database.owner.pool.query('update dossier set applicant_name = $2, applicant_address = $2, content = $2, procedure_name = $2 where id = $1', [id, MARKUP]);
    const page = await ask(NOBODY, 'GET', `/h/${program.links.token('dossier', id)}`);
    assert.equal(page.statusCode, 200);
    assert.doesNotMatch(page.body, /<img src=x|<script>alert/u);
    assert.match(page.body, /&lt;img src=x onerror=alert\(1\)&gt;/u);
    const sheet = await ask(program.home.staff.reception.actor, 'GET', `/api/dossiers/${id}`);
    assert.match(String(sheet.headers['content-type']), /^application\/json/u);
    assert.equal(sheet.headers['x-content-type-options'], 'nosniff');
    const receipt = await ask(program.home.staff.reception.actor, 'GET', `/api/dossiers/${id}/receipt.pdf`);
    assert.equal(receipt.statusCode, 200);
    assert.match(String(receipt.headers['content-type']), /^application\/pdf/u);
    for (const asked of [`/tim?q=${encodeURIComponent(MARKUP)}`, `/tra-cuu?ma=${encodeURIComponent(MARKUP)}`, `/can-bo/dang-nhap?tiep=${encodeURIComponent(MARKUP)}`, `/x/${encodeURIComponent(MARKUP)}`, `/khong/${encodeURIComponent(MARKUP)}`, `/lua-chon?ve=${encodeURIComponent(MARKUP)}`]) {
      assert.doesNotMatch((await ask(NOBODY, 'GET', asked)).body, /<img src=x|<script>alert/u, asked);
    }
  });

  test('a request cannot bring along what is not its to say: role, commune, state, who did it', async () => {
    const extra = {
      role: 'administrator', communeCode: program.other.commune.code, commune_code: program.other.commune.code, state: 'returned', staffId: program.other.staff.president.id, actor: { kind: 'staff' }, isAdmin: true,
      version: 99, synthetic: true, decidedAt: '2020-01-01T00:00:00Z', holderId: program.home.staff.president.id, __proto__: { admin: true }, constructor: { prototype: { admin: true } },
    };
    const other = async () => (await program.database.owner.pool.query<{ n: number }>("select count(*)::int as n from journal where commune_code = $1", [program.other.commune.code])).rows[0]?.n;
    const before = await other();
    const id = (await program.make('appraised dossier', program.home)).params['id'] ?? '';
    const body = RIGHT_BODY['POST /api/dossiers/:id/claim']?.(program.home) ?? {};
    const claimed = await ask(program.home.staff.specialist.actor, 'POST', `/api/dossiers/${id}/claim`, { ...extra, ...body });
    assert.ok(claimed.statusCode === 200 || claimed.statusCode === 400, claimed.body);
    const { rows } = await program.database.owner.pool.query('select commune_code, state, synthetic, holder_id, version from dossier where id = $1', [id]);
    const taken = claimed.statusCode === 200;
    assert.deepEqual(rows, [{ commune_code: program.home.commune.code, state: 'in-progress', synthetic: false, holder_id: taken ? program.home.staff.specialist.id : null, version: taken ? 3 : 2 }]);
    const clerk = program.home.staff.clerk;
    const changed = await ask(clerk.actor, 'PUT', '/api/password', { commandId: randomUUID(), current: 'x', wanted: 'y', ...extra });
    assert.notEqual(changed.statusCode, 200);
    assert.equal(await other(), before, 'nothing happened in the other commune');
    assert.equal(({} as { admin?: boolean }).admin, undefined);
  });

  /** Every object of a schema that takes names which it does not know. */
  function openObjects(schema: unknown, place: string): readonly string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    const { type, properties, additionalProperties, patternProperties } = schema as Readonly<Record<string, unknown>>;
    const own = type === 'object' && properties !== undefined && patternProperties === undefined && additionalProperties === true ? [place] : [];
    return [...own, ...Object.entries(schema).flatMap(([name, child]) => openObjects(child, `${place}.${name}`))];
  }

  test('no request is described as taking whatever comes', () => {
    const open = program.routes.flatMap(({ method, url, schema }) => openObjects(schema.body, `${method} ${url}`));
    assert.deepEqual(open, []);
  });
});
