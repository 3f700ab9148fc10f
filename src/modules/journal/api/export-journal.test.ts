import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Actor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { DAY } from '../../../../test/clock.ts';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { decodeRecord, type ExportFormat, type ExportRow, splitMark } from '../domain/export-format.ts';
import { exportFaultWords, verifyExport } from './verify-export.ts';

describe('an export of the journal', () => {
  let program: TwoCommunes;
  let folder: string;
  before(async () => {
    program = await createTwoCommunes();
    folder = await mkdtemp(join(tmpdir(), 'xaso-export-'));
    for (let day = 0; day < 3; day += 1) {
      await program.make('dossier', program.home);
      await program.make('member of staff', program.home);
      program.clock.pass(DAY);
    }
  });
  after(async () => {
    await program.close();
    await rm(folder, { recursive: true, force: true });
  });

  const president = (): Actor => program.home.staff.president.actor;
  const wish = (more: object = {}) => ({ commandId: randomUUID(), format: 'jsonl', from: '2020-01-01', to: dateAt(program.clock.now().getTime()), unitId: null, staffId: null, kind: 'all', purpose: 'inspection', words: 'Đoàn kiểm tra số 12', ...more });
  const begin = async (more: object = {}) => {
    const body = wish(more);
    const answer = await program.send(president(), 'POST', '/api/journal/exports', body);
    assert.equal(answer.status, 200, answer.body);
    return body.commandId;
  };
  const take = async (more: object = {}): Promise<string> => {
    const answer = await program.send(president(), 'GET', `/api/journal/exports/${await begin(more)}/file`);
    assert.equal(answer.status, 200, answer.body.slice(0, 300));
    return answer.body;
  };
  const verify = async (text: string) => {
    const path = join(folder, randomUUID());
    await writeFile(path, text);
    return verifyExport(path);
  };
  const rowsOf = (format: ExportFormat, text: string): readonly ExportRow[] =>
    text.trim().split(/\r?\n/u).flatMap((line) => {
      const record = decodeRecord(format, splitMark(format, line)?.text ?? '');
      return record?.record === 'row' ? [record.row] : [];
    });
  const entries = async (action: string) => (await program.database.owner.pool.query<{ entry: string }>('select entry from journal where commune_code = $1 and action = $2 order by day, seq', [program.home.commune.code, action])).rows.map(({ entry }) => JSON.parse(entry) as { readonly purpose?: unknown; readonly facts?: Readonly<Record<string, unknown>>; readonly object: string });

  test('begins with its purpose, which stands in the journal before anything leaves', async () => {
    for (const [more, code] of [
      [{ words: 'kiểm tra' }, 'journal.purpose-words-missing'], [{ purpose: 'curious' }, 'journal.purpose-unknown'],
      [{ from: '2026-02-30' }, 'journal.export-period'], [{ from: '2026-12-01', to: '2026-11-01' }, 'journal.export-period'],
    ] as const) assert.equal((await program.send(president(), 'POST', '/api/journal/exports', wish(more))).code, code);
    assert.deepEqual(await entries('journal.export-begun'), []);
    const id = await begin();
    const [begun] = await entries('journal.export-begun');
    assert.deepEqual([begun?.object, begun?.purpose], [`journal:${id}`, { code: 'inspection', words: 'Đoàn kiểm tra số 12' }]);
    const first = await program.send(president(), 'GET', `/api/journal/exports/${id}/file`);
    const [finished] = await entries('journal.export-finished');
    const { check } = await verify(first.body);
    assert.deepEqual(finished?.facts, { rows: check.rows, mark: check.mark }, 'its mark is noted, so that the file can be told from another');
    assert.equal((await program.send(president(), 'GET', `/api/journal/exports/${id}/file`)).body, first.body, 'asked again it is the same file');
    assert.ok((await entries('journal.exported')).length > 0);
  });

  test('is fetched by nobody but who began it', async () => {
    const id = await begin();
    for (const actor of [program.home.staff.administrator.actor, program.other.staff.president.actor]) {
      assert.equal((await program.send(actor, 'GET', `/api/journal/exports/${id}/file`)).code, 'journal.export-unknown');
    }
    assert.equal((await program.send(program.home.staff.clerk.actor, 'GET', `/api/journal/exports/${id}/file`)).code, 'access.not-allowed');
  });

  for (const format of ['jsonl', 'csv'] as const) {
    test(`as ${format} is verified by the file alone, with every entry, its words and the roots of its days`, async () => {
      const text = await take({ format });
      const { check, fault } = await verify(text);
      assert.equal(fault, undefined, JSON.stringify(fault));
      assert.ok(check.rows > 10 && check.days >= 3 && check.head?.whole === true);
      const rows = rowsOf(format, text);
      assert.equal(rows.length, check.rows);
      const received = rows.find(({ action }) => action === 'Tiếp nhận');
      assert.equal(received?.person, program.home.staff.reception.actor.fullName);
      assert.match(received.code, /^H56\.14/u);
      assert.ok(!text.includes(program.other.staff.reception.actor.staffId), 'nothing of another commune');
      if (format === 'csv') assert.ok(text.startsWith('\ufeffloại,thứ tự,ngày,'));
    });

    test(`as ${format}: whatever is done to it is found, and the first place named`, async () => {
      const lines = (await take({ format })).trimEnd().split(/\r?\n/u);
      const at = (n: number) => lines.findIndex((line) => {
        const record = decodeRecord(format, splitMark(format, line)?.text ?? '');
        return record?.record === 'row' && record.row.n === n;
      });
      const faultAfter = async (change: (copy: string[]) => void) => {
        const copy = [...lines];
        change(copy);
        return (await verify(`${copy.join('\n')}\n`)).fault;
      };
      const replaceIn = (copy: string[], n: number, from: string | RegExp, to: string) => {
        const before = copy[at(n)] ?? '';
        copy[at(n)] = before.replace(from, to);
        assert.notEqual(copy[at(n)], before, `${String(from)} is not in line ${String(n)}`);
      };
      const removed = await faultAfter((copy) => { copy.splice(at(3), 1); });
      assert.deepEqual([removed?.kind, removed !== undefined && 'n' in removed ? removed.n : 0], ['removed', 3]);
      assert.ok(removed !== undefined && exportFaultWords(removed).vi.startsWith('Thiếu dòng thứ 3 của tệp'));
      const moved = await faultAfter((copy) => { [copy[at(3)], copy[at(4)]] = [copy[at(4)] ?? '', copy[at(3)] ?? '']; });
      assert.deepEqual([moved?.kind, moved !== undefined && 'n' in moved ? moved.n : 0], ['moved', 3]);
      const altered = await faultAfter((copy) => { replaceIn(copy, 4, /actor\\?"+:(?:\\?"+)?/u, '$&x'); });
      assert.deepEqual([altered?.kind, altered !== undefined && 'n' in altered ? altered.n : 0], ['altered', 4]);
      const renamed = await faultAfter((copy) => { replaceIn(copy, 2, rowsOf(format, lines.join('\n'))[1]?.at ?? '', '2026-01-01T00:00:00.000Z'); });
      assert.deepEqual([renamed?.kind, renamed !== undefined && 'n' in renamed ? renamed.n : 0], ['words-altered', 2]);
      assert.equal((await faultAfter((copy) => { copy.pop(); }))?.kind, 'cut-off');
      assert.equal((await faultAfter((copy) => { copy.push(copy[at(1)] ?? ''); }))?.kind, 'unreadable');
      assert.equal((await verify('Họ tên,Ngày\n')).fault?.kind, 'not-an-export');
      const root = lines.findIndex((line) => decodeRecord(format, splitMark(format, line)?.text ?? '')?.record === 'root');
      assert.equal((await faultAfter((copy) => { copy[root] = (copy[root] ?? '').replace(/[0-9a-f]{64}/u, 'f'.repeat(64)); }))?.kind, 'root-differs');
    });
  }

  test('of a part says that it is one, and still shows every change', async () => {
    const { reception } = program.home.staff;
    const text = await take({ staffId: reception.id, kind: 'changes' });
    const { check, fault } = await verify(text);
    assert.equal(fault, undefined);
    assert.equal(check.head?.whole, false);
    const rows = rowsOf('jsonl', text);
    assert.ok(rows.length > 0 && rows.every(({ person }) => person === reception.actor.fullName));
    const lines = text.trimEnd().split('\n');
    assert.equal((await verify(`${lines.filter((line) => !line.includes('"n":2,')).join('\n')}\n`)).fault?.kind, 'removed');
    const unitId = reception.actor.positions[0]?.unitId ?? '';
    const ofUnit = rowsOf('jsonl', await take({ unitId }));
    assert.ok(ofUnit.length >= rows.length && ofUnit.every(({ entry }) => entry.includes(unitId)));
    assert.equal(rowsOf('jsonl', await take({ unitId: randomUUID() })).length, 0, 'a part may be empty');
  });

  test('of a period begins in the middle of the chain and ends there', async () => {
    const day = dateAt(program.clock.now().getTime() - 2 * DAY);
    const { check, fault } = await verify(await take({ from: day, to: day }));
    assert.equal(fault, undefined);
    assert.ok(check.rows > 0 && check.days === 1);
  });

  test('runs nothing in a spreadsheet, whatever people wrote', async () => {
    const id = (await program.make('dossier', program.home)).params['id'] ?? '';
    const given = await program.send(program.home.staff.cashier.actor, 'POST', '/api/journal/purposes', { commandId: randomUUID(), dossierId: id, purpose: 'figures', words: '=HYPERLINK("http://x") đối chiếu biên lai' });
    assert.equal(given.status, 200, given.body);
    const text = await take({ format: 'csv' });
    assert.ok(text.includes(`"'=HYPERLINK(""http://x"") đối chiếu biên lai"`));
    assert.doesNotMatch(text, /(?:^|,)"?[=+@]/mu);
    assert.equal((await verify(text)).fault, undefined);
  });
});
