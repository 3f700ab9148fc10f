import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { dateAt } from '../src/kernel/local-time.ts';
import { type Program, startProgram } from '../src/main.ts';
import { type DraftResponse } from '../src/modules/procedure-editor/contract/editor-schemas.ts';
import { findFreePort } from '../src/platform/embedded-postgres/postgres-address.ts';
import { createCommune, type TestCommune } from './commune.ts';
import { createDatabase, type TestDatabase } from './database.ts';

const CODE = '1.001193';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140';
const WITHIN_MS = 5_000;

describe('two processes of one installation', () => {
  let database: TestDatabase;
  let commune: TestCommune;
  const running: { readonly program: Program; readonly folder: string }[] = [];
  let cookie = '';
  before(async () => {
    database = await createDatabase();
    for (const first of [true, false]) {
      const folder = await mkdtemp(join(tmpdir(), 'xaso-beside-'));
      const env = { DATABASE_URL: database.config.connectionString, XASO_DATA: folder, PORT: String(await findFreePort()), XASO_LOG: 'silent', XASO_DEMO: '0' };
      running.push({ program: await startProgram(env, () => undefined, () => new Date()), folder });
      if (first) commune = await createCommune(database.owner.db, { now: new Date() });
    }
    const { administrator } = commune.staff;
    const signed = await ask('POST', here(), '/api/session', { userName: administrator.userName, password: administrator.password });
    assert.ok(signed.ok, await signed.clone().text());
    cookie = signed.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  });
  after(async () => {
    for (const { program, folder } of running) {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    }
    await database.close();
  });

  const here = (): string => running[0]?.program.address ?? '';
  const there = (): string => running[1]?.program.address ?? '';
  function ask(method: string, origin: string, path: string, body?: object): Promise<Response> {
    const headers = { 'user-agent': BROWSER, 'accept-language': 'vi', cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return fetch(`${origin}${path}`, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }
  async function post<T>(path: string, body: object): Promise<T> {
    const answer = await ask('POST', here(), `/api/procedure-editor/${path}`, { commandId: randomUUID(), ...body });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as T;
  }
  /** A page as a citizen sees it, who is never the one that is signed in. */
  const publicPage = async (origin: string): Promise<string> => (await fetch(`${origin}/t/${CODE}`)).text();
  async function publish(name: string): Promise<number> {
    const id = randomUUID();
    await post('drafts', { id, code: CODE, version: 1 });
    const { content } = (await (await ask('GET', here(), `/api/procedure-editor/drafts/${id}`)).json()) as DraftResponse;
    await post(`drafts/${id}/save`, { revision: 1, content: { ...content, name } });
    const { version } = await post<{ readonly version: number }>(`drafts/${id}/publish`, { revision: 2, validFrom: dateAt(Date.now()), reason: 'Quyết định 12' });
    return version;
  }
  async function seen(fulfilled: () => Promise<boolean>, fault: string): Promise<void> {
    const end = Date.now() + WITHIN_MS;
    while (!(await fulfilled())) {
      assert.ok(Date.now() < end, `${fault} after five seconds`);
      await wait(50);
    }
  }
  async function untilSeen(name: string, wanted: boolean): Promise<void> {
    await seen(async () => (await publicPage(there())).includes(name) === wanted, `${name} ${wanted ? 'was not seen' : 'was still seen'}`);
  }

  test('see what the other one published and took back within five seconds, in pages that were ready before', async () => {
    assert.doesNotMatch(await publicPage(there()), /lần một/u);
    const version = await publish('Đăng ký khai sinh lần một');
    assert.match(await publicPage(here()), /lần một/u, 'at once where it was published');
    await untilSeen('Đăng ký khai sinh lần một', true);
    await post('versions/withdraw', { code: CODE, version, reason: 'Nhầm' });
    await untilSeen('Đăng ký khai sinh lần một', false);
  });

  test('see it too when the connection that tells of it was killed in between', async () => {
    await database.owner.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'xaso reference data'");
    await publish('Đăng ký khai sinh lần hai');
    assert.match(await publicPage(here()), /lần hai/u, 'at once where it was published');
    await untilSeen('Đăng ký khai sinh lần hai', true);
  });

  test('read a form that was loaded by another process', async () => {
    // As an update of the program does it: a newer version of the same form in the database.
    const { rows } = await database.owner.pool.query<{ code: string; content: { readonly title: unknown; readonly procedures: readonly string[] } }>("select code, content from form_version where content -> 'procedures' ? $1 order by version desc limit 1", [CODE]);
    const [form] = rows;
    assert.ok(form !== undefined);
    const open = async () => (await fetch(`${there()}/to-khai/bat-dau/${CODE}`)).text();
    const before = await open();
    assert.doesNotMatch(before, /Tờ khai mới nhất/u);
    await database.owner.pool.query(
      "insert into form_version (code, version, valid_from, content, content_hash, loaded_at) select code, 900, valid_from, jsonb_set(jsonb_set(content, '{version}', '900'), '{title}', $2), repeat('a', 64), now() from form_version where code = $1 order by version desc limit 1",
      [form.code, JSON.stringify({ vi: 'Tờ khai mới nhất', en: 'The newest form' })],
    );
    await seen(async () => (await open()).includes('Tờ khai mới nhất'), 'the newer form was not seen');
  });
});
