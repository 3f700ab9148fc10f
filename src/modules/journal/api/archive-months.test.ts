import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { createSealer } from '../../../platform/secrets/sealer.ts';
import { openArchiveFiles } from '../store/archive-file.ts';
import { listArchivedMonths } from '../store/archived-months.ts';
import { findDayRoot, listDayRoots } from '../store/day-roots.ts';
import { type ArchiveHouse, COMMUNE, createArchiveHouse, DOSSIER, NOW } from './archive-house-for-tests.ts';
import { archiveDueMonths, archiveJournals, archiveOldestMonth, archiveWords } from './archive-months.ts';
import { faultWords } from './fault-words.ts';
import { findHeldMonth } from './held-month.ts';
import { journalView } from './journal-view.ts';
import { verifyJournal } from './verify-journal.ts';

const range = { communeCode: COMMUNE, from: null, to: null };
const signal = new AbortController().signal;

describe('months of the journal that are old enough', () => {
  let house: ArchiveHouse;
  before(async () => { house = await createArchiveHouse(); });
  after(() => house.close());
  afterEach(() => house.reset());

  const seal = () => archiveDueMonths(house.deps, [COMMUNE], NOW, 'program', signal);
  const verify = (archives = house.archives) => verifyJournal(house.database.db, range, archives);
  const rowsLeft = async () => (await house.database.owner.pool.query<{ n: number }>('select count(*)::int as n from journal')).rows[0]?.n;
  const pathOf = (month: string) => join(house.folder, COMMUNE, `${month}.xsj`);

  test('are sealed into one file each, oldest first, and the chain verifies across the seam', async () => {
    const before = await verify();
    const sealed = await seal();
    assert.deepEqual(sealed.map((one) => (one.kind === 'sealed' ? [one.month.month, one.month.rows] : one.kind)), [['2024-08', 12], ['2024-09', 12], ['2024-10', 12]]);
    assert.equal(await rowsLeft(), before.rows - 36 + 3, 'and each sealing is an entry itself');
    const after = await verify();
    assert.equal(after.fault, undefined);
    assert.equal(after.archives, 3);
    assert.equal(after.rows, before.rows + 3);
    assert.equal((await verifyJournal(house.database.db, range)).fault, undefined, 'the tables alone hang in the last sealed row');
    for (const [from, to] of [['2024-09-01', '2024-09-30'], ['2024-09-13', '2024-12-31'], ['2025-01-01', null]] as const) {
      assert.equal((await verifyJournal(house.database.db, { ...range, from, to }, house.archives)).fault, undefined, `${from} ${String(to)}`);
    }
    assert.deepEqual(await seal(), [], 'nothing more is due');
  });

  test('keep their roots for the screen and the public page', async () => {
    const before = await listDayRoots(house.database.db, COMMUNE, '2026-11-24', 200);
    await seal();
    assert.deepEqual(await listDayRoots(house.database.db, COMMUNE, '2026-11-24', 200), before);
    assert.deepEqual(await findDayRoot(house.database.db, COMMUNE, '2024-09-13'), before.find(({ day }) => day === '2024-09-13'));
  });

  test('are still read on the screen: by month, by day, by object, page by page, and with a sentence when the file is gone', async () => {
    await seal();
    const deps = { db: house.database.db, archives: house.archives, staffName: () => Promise.resolve('Lê Văn Chủ'), unitsOf: () => Promise.resolve([]), codesOf: () => Promise.resolve(new Map<string, string>()) };
    const president = { kind: 'staff', staffId: DOSSIER, communeCode: COMMUNE, fullName: '', userName: '', positions: [{ unitId: DOSSIER, role: 'president', title: '', fields: [] }] } as const;
    const view = async (query: Parameters<typeof journalView>[1]) => {
      const answer = await journalView(deps, query, president);
      assert.ok(answer.ok, JSON.stringify(answer));
      return answer.value;
    };
    const month = await view({ month: '2024-09' });
    assert.deepEqual([month.openedMonth, month.items.length, month.items[0]?.day, month.archived.map((one) => one.month)], ['2024-09', 12, '2024-09-24', ['2024-10', '2024-09', '2024-08']]);
    assert.equal((await view({ day: '2024-09-13' })).items.length, 4);
    assert.deepEqual((await view({ month: '2024-08', object: `dossier/${DOSSIER}`, action: 'signed-in' })).items.map(({ day }) => day), ['2024-08-24', '2024-08-13', '2024-08-02']);
    assert.equal((await view({ month: '2024-09', after: '2024-09-13~3' })).items.length, 6, 'from a place on');
    assert.equal((await view({})).openedMonth, null);
    await rm(pathOf('2024-09'));
    const gone = await journalView(deps, { month: '2024-09' }, president);
    assert.ok(!gone.ok && gone.problem.code === 'journal.archive-unreadable');
  });

  test('lie there sealed: neither names nor numbers can be read in the file', async () => {
    await seal();
    const bytes = await readFile(pathOf('2024-08'));
    assert.ok(!bytes.includes('H56.14') && !bytes.includes(DOSSIER) && !bytes.includes('10.0.0.7'));
    assert.match(bytes.subarray(0, 80).toString('utf8'), /^\{"format":"xaso-journal-archive","version":1,"commune":"16072","month":"2024-08"/u);
  });

  test('stay for twelve months whatever the setting says', async () => {
    await archiveDueMonths({ ...house.deps, monthsOf: () => Promise.resolve(1) }, [COMMUNE], NOW, 'program', signal);
    assert.equal((await listArchivedMonths(house.database.db, COMMUNE)).at(-1)?.month, '2025-10');
  });

  test('with an entry about a dossier under a legal hold stay in the tables, and all later ones with them', async () => {
    const outcome = await archiveOldestMonth({ ...house.deps, heldDossiers: () => Promise.resolve([DOSSIER]) }, COMMUNE, NOW, 'program');
    assert.deepEqual(outcome, { kind: 'held', month: '2024-08' });
    assert.match(archiveWords(outcome).vi, /được giữ theo yêu cầu pháp luật/u);
    assert.deepEqual(await listArchivedMonths(house.database.db, COMMUNE), []);
    await archiveJournals({ ...house.deps, heldDossiers: () => Promise.resolve([DOSSIER]) }, NOW, signal);
  });

  test('that a legal hold keeps are named to those who read everything, and nothing is when no month waits for that reason', async () => {
    const heldBy = (dossiers: readonly string[], months = 24) => findHeldMonth({ ...house.deps, heldDossiers: () => Promise.resolve(dossiers), monthsOf: () => Promise.resolve(months) }, COMMUNE, NOW);
    assert.equal(await heldBy([DOSSIER]), '2024-08');
    assert.equal(await heldBy([]), null);
    assert.equal(await heldBy([DOSSIER], 60), null, 'not yet due');
    assert.equal(await heldBy(['0190a000-0000-7000-8000-00000000ffff']), null, 'another dossier');
    await seal();
    assert.equal(await heldBy([DOSSIER]), null, 'what lies in a file is held there');
  });

  test('are not sealed while their chain is broken, and nothing is removed', async () => {
    await house.database.owner.pool.query("update journal set entry = replace(entry, 'dossier.received', 'dossier.urged') where day = '2024-08-13' and seq = 2");
    const before = await rowsLeft();
    const outcome = await archiveOldestMonth(house.deps, COMMUNE, NOW, 'program');
    assert.equal(outcome.kind, 'faulty');
    assert.match(archiveWords(outcome).vi, /chưa xóa dòng nào: Ngày 13\/08\/2024, dòng số 2: nội dung đã bị sửa/u);
    assert.equal(await rowsLeft(), before);
    await assert.rejects(archiveJournals(house.deps, NOW, signal), /Xã 16072: Không niêm phong tháng 08\/2024/u);
  });

  test('survive a full disk: nothing is removed, nothing half written lies there, and the next night it is done', async () => {
    const full = openArchiveFiles(house.folder, createSealer(randomBytes(32)));
    const noRoom = Object.assign(new Error('write'), { code: 'ENOSPC' });
    const archives = { ...full, write: (header: Parameters<typeof full.write>[0], parts: Parameters<typeof full.write>[1]) => full.write(header, (async function* broken() {
      for await (const part of parts) yield part;
      throw noRoom;
    })()) };
    const before = await rowsLeft();
    const outcome = await archiveOldestMonth({ ...house.deps, archives }, COMMUNE, NOW, 'program');
    assert.deepEqual(outcome, { kind: 'not-written', month: '2024-08', full: true, code: 'ENOSPC' });
    assert.match(archiveWords(outcome).vi, /ổ đĩa hết chỗ\. Chưa xóa dòng nào\./u);
    assert.deepEqual(await readdir(join(house.folder, COMMUNE)), []);
    assert.equal(await rowsLeft(), before);
    assert.equal((await seal()).length, 3);
    assert.equal((await verify()).fault, undefined);
  });

  for (const moment of ['before the file has its name', 'after the file has its name', 'after it was read back'] as const) {
    test(`survive being killed ${moment}`, async () => {
      const kill = (): Promise<never> => Promise.reject(new Error('killed'));
      const { archives } = house;
      const dying = moment === 'before the file has its name' ? { ...archives, write: kill } : moment === 'after the file has its name' ? { ...archives, read: async function* read() { yield await kill(); } } : { ...archives, digest: kill };
      if (moment === 'before the file has its name') {
        await mkdir(join(house.folder, COMMUNE), { recursive: true });
        await writeFile(join(house.folder, COMMUNE, `2024-08.xsj.${String(process.pid)}.tmp`), 'half');
      }
      const before = await verify();
      await assert.rejects(archiveOldestMonth({ ...house.deps, archives: dying }, COMMUNE, NOW, 'program'));
      assert.deepEqual(await verify(), before, 'everything is still in the tables');
      assert.equal((await seal()).length, 3);
      assert.equal((await verify()).fault, undefined);
    });
  }

  test('that are gone, altered, exchanged or sealed under another key are named in a sentence', async () => {
    await seal();
    const whole = await readFile(pathOf('2024-09'));
    const faultOf = async (archives = house.archives) => (await verify(archives)).fault;
    const words = async () => faultWords((await faultOf()) ?? { kind: 'head-alone' }).vi;
    for (const place of [120, Math.floor(whole.length / 2), whole.length - 1]) {
      const altered = Buffer.from(whole);
      altered[place] = (altered[place] ?? 0) ^ 1;
      await writeFile(pathOf('2024-09'), altered);
      assert.match(String((await faultOf())?.kind), /^archive-(?:altered|differs)$/u, `byte ${String(place)}`);
    }
    assert.match(await words(), /Tệp niêm phong tháng 09\/2024 \(archives\/journal\/16072\/2024-09\.xsj\) đã bị sửa hoặc hỏng/u);
    await writeFile(pathOf('2024-09'), whole.subarray(0, whole.length - 40));
    assert.equal((await faultOf())?.kind, 'archive-altered', 'cut off');
    await copyFile(pathOf('2024-08'), pathOf('2024-09'));
    assert.equal((await faultOf())?.kind, 'archive-differs');
    await rm(pathOf('2024-09'));
    assert.equal((await faultOf())?.kind, 'archive-missing');
    assert.match(await words(), /không còn\. Lấy lại tệp này từ bản sao lưu/u);
    await writeFile(pathOf('2024-09'), whole);
    assert.equal(await faultOf(), undefined, 'brought back from a copy it is whole again');
    assert.equal((await faultOf(openArchiveFiles(house.folder, createSealer(randomBytes(32)))))?.kind, 'archive-foreign');
  });

  test('leave a seam at which nothing can be taken out unnoticed', async () => {
    await seal();
    const { owner } = house.database;
    await owner.pool.query("delete from journal where day = (select min(day) from journal)");
    assert.equal((await verify()).fault?.kind, 'days-torn');
    await owner.pool.query('delete from journal_archive where month = (select max(month) from journal_archive)');
    assert.equal((await verify()).fault?.kind, 'days-torn');
  });

  test('leave the tables through the seal alone: no statement of the application and no wrong seal removes a row', async () => {
    const { pool } = house.database;
    const zeros = '00'.repeat(32);
    const order = (month: string, rows: number, last: string) => pool.query('select seal_journal_month($1, $2, $3, $4, 10, $5, decode($6, \'hex\'), decode($7, \'hex\'), $8, now())', [COMMUNE, month, 'x', 'a'.repeat(64), rows, zeros, last, '[{}]']);
    const { rows: [end] } = await house.database.owner.pool.query<{ hash: string }>("select encode(hash, 'hex') as hash from journal where day < '2024-09-01' order by day desc, seq desc limit 1");
    await pool.query("select set_config('xaso.commune', '*', false)");
    await assert.rejects(pool.query('delete from journal'), { code: '42501' });
    await assert.rejects(pool.query("insert into journal_archive select '16072', '2024-08-01', 'x', repeat('a', 64), 1, 1, repeat('a', 32)::bytea, '2024-08-01', 1, repeat('a', 32)::bytea, '[{}]', now()"), { code: '42501' });
    await assert.rejects(order('2024-08-01', 12, 'ff'.repeat(32)), { code: 'XS010' }, 'another last row');
    await assert.rejects(order('2024-08-01', 11, end?.hash ?? ''), { code: 'XS010' }, 'another count');
    await assert.rejects(order('2024-09-01', 12, end?.hash ?? ''), { code: 'XS010' }, 'not the oldest month');
    await assert.rejects(order('2026-08-01', 12, end?.hash ?? ''), { code: 'XS010' }, 'not twelve months old');
    assert.equal(await rowsLeft(), 28 * 12);
  });
});
