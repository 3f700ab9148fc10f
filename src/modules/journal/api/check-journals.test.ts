import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { appendLines } from '../../../platform/journal/append-lines.ts';
import { sayFinding } from '../../../platform/health/health-words.ts';
import { noteVerifications } from './note-verifications.ts';
import { findChecked } from '../store/checked-chains.ts';
import { type ArchiveHouse, COMMUNE, createArchiveHouse, NOW } from './archive-house-for-tests.ts';
import { archiveDueMonths } from './archive-months.ts';
import { checkJournals } from './check-journals.ts';

const signal = new AbortController().signal;
const DAY = 24 * 3_600_000;

describe('the examination of the journals', () => {
  let house: ArchiveHouse;
  before(async () => { house = await createArchiveHouse(); });
  after(() => house.close());
  afterEach(() => house.reset());

  const check = (now = NOW, all = false) => checkJournals(house.database.owner.db, house.archives, now, all);
  const verifyAtNight = (now = NOW) => noteVerifications(house.database.db, house.archives, now, signal);

  test('goes on from where the last night ended, and says how much is whole', async () => {
    assert.deepEqual((await check()).map(({ code, facts }) => [code, facts['rows']]), [['journal.well', 336]]);
    await verifyAtNight();
    await appendLines(house.database.db, COMMUNE, [{ at: NOW, actor: { kind: 'anonymous' }, address: 'console', action: 'demo.loaded', object: `commune:${COMMUNE}` }]);
    assert.deepEqual((await check()).map(({ code, facts }) => [code, facts['rows']]), [['journal.well', 337]]);
    await verifyAtNight(new Date(NOW.getTime() + DAY));
    const noted = await findChecked(house.database.db, COMMUNE);
    assert.deepEqual([noted?.rows, noted?.wholeAt.getTime(), noted?.at.getTime()], [337, NOW.getTime(), NOW.getTime() + DAY]);
  });

  test('says what was altered, also where it was verified before, once the week is over', async () => {
    await verifyAtNight();
    await house.database.owner.pool.query("update journal set entry = replace(entry, 'signed-in', 'signed-out') where day = '2025-03-13' and seq = 3");
    assert.equal((await check())[0]?.code, 'journal.well', 'before the last verified entry nobody looks every time');
    assert.equal((await check(NOW, true))[0]?.code, 'journal.broken');
    await verifyAtNight(new Date(NOW.getTime() + 7 * DAY));
    const [found] = await check(new Date(NOW.getTime() + 7 * DAY));
    assert.equal(found?.code, 'journal.broken');
    assert.match(sayFinding(found, 'vi').what, /Nhật ký xã 16072 bị can thiệp\. Ngày 13\/03\/2025, dòng số 3: nội dung đã bị sửa\./u);
    assert.match(sayFinding(found, 'en').what, /2025-03-13, entry 3: its content was altered/u);
    await house.database.owner.pool.query("update journal set entry = replace(entry, 'signed-out', 'signed-in') where day = '2025-03-13' and seq = 3");
    await verifyAtNight(new Date(NOW.getTime() + 8 * DAY));
    assert.equal((await check(new Date(NOW.getTime() + 8 * DAY)))[0]?.code, 'journal.well', 'a whole verification takes the fault back');
  });

  test('says that nobody verified for days', async () => {
    await verifyAtNight();
    assert.deepEqual((await check(new Date(NOW.getTime() + 4 * DAY))).map(({ code, grade }) => [code, grade]), [['journal.not-verified', 'attention']]);
  });

  test('misses a sealed month that is gone or was changed', async () => {
    await archiveDueMonths(house.deps, [COMMUNE], NOW, 'program', signal);
    assert.deepEqual((await check()).map(({ code, facts }) => [code, facts['months']]), [['journal.well', 3]]);
    const newest = join(house.folder, COMMUNE, '2024-10.xsj');
    await writeFile(newest, 'x');
    await rm(join(house.folder, COMMUNE, '2024-08.xsj'));
    const found = await check();
    assert.deepEqual(found.map(({ code }) => code), ['journal.archive-faulty', 'journal.archive-faulty']);
    assert.ok(found[0] !== undefined && sayFinding(found[0], 'vi').what.includes('Tệp niêm phong tháng 08/2024'));
  });
});
