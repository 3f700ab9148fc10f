// How long the preview of a list of staff takes: 500 lines of a workbook against a commune of 300 people, read, compared and answered over HTTP.
import { randomBytes, randomUUID } from 'node:crypto';
import { createCommune, createStaff } from '../test/commune.ts';
import { createWholeProgram } from '../test/whole-program.ts';
import { writeSheet } from '../src/platform/xlsx/write-sheet.ts';
import { startTestPostgres } from './start-test-postgres.ts';

const RUNS = Number(process.argv[2] ?? 7);
const LINES = Number(process.argv[3] ?? 500);
const KNOWN = 300;
const HEAD = ['Họ và tên', 'Tên đăng nhập', 'Số định danh', 'Số điện thoại', 'Đơn vị', 'Vai trò', 'Chức danh', 'Từ ngày'];

const stopPostgres = await startTestPostgres();
const program = await createWholeProgram();
try {
  const home = await createCommune(program.database.db, { now: program.clock.now() });
  for (let person = 0; person < KNOWN; person += 1) {
    await createStaff(program.database.db, home.commune, { userName: `can.bo.${String(person)}`, fullName: `Nguyễn Văn Thử ${'ABCDEFGHIJKLMNOPQRST'.charAt(person % 20)}`, positions: [{ unitId: home.units.office.id, role: 'clerk', title: 'Văn thư', fields: [] }] });
  }
  const rows = Array.from({ length: LINES }, (_, line) => [
    `Trần Thị Mẫu ${'ABCDEFGHIJKLMNOPQRST'.charAt(line % 20)}`, line < KNOWN ? `can.bo.${String(line)}` : '', `0381900${String(10_000 + line)}`, `0912${String(100_000 + line)}`,
    line % 50 === 49 ? 'Phòng không có' : home.units.centre.name, 'Một cửa', 'Cán bộ Một cửa', '01/12/2026',
  ]);
  const workbook = writeSheet({ title: 'Cán bộ', widths: HEAD.map(() => 20), headRows: 1, rows: [HEAD, ...rows] });
  const csv = Buffer.from([HEAD, ...rows].map((cells) => cells.join(';')).join('\n'));
  for (const [name, bytes] of [['xlsx', workbook], ['csv', csv]] as const) {
    const took: number[] = [];
    let counts = '';
    for (let run = -1; run < RUNS; run += 1) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), `ds.${name}`);
      const request = new Request('http://xa.test', { method: 'POST', body: form });
      const payload = Buffer.from(await request.arrayBuffer());
      const start = performance.now();
      const answer = await program.server.inject({ method: 'POST', url: '/api/staff-lists/preview', headers: { ...program.as(home.staff.administrator.actor), 'content-type': request.headers.get('content-type') ?? '' }, payload });
      if (run >= 0) took.push(performance.now() - start);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      counts = JSON.stringify(answer.json<{ counts: unknown }>().counts);
    }
    took.sort((a, b) => a - b);
    console.log(`preview of ${String(LINES)} lines as ${name} (wanted ≤ 2 s): ${(took[Math.floor(took.length / 2)] ?? 0).toFixed(0)} ms (${(took[0] ?? 0).toFixed(0)}–${(took.at(-1) ?? 0).toFixed(0)}, ${String(RUNS)} runs), ${counts}`);
    if (name === 'xlsx') {
      const write = async (): Promise<void> => {
        const send = async (url: string, fields: Readonly<Record<string, string>>): Promise<{ readonly basis: string }> => {
          const form = new FormData();
          for (const [field, value] of Object.entries(fields)) form.append(field, value);
          form.append('file', new Blob([new Uint8Array(bytes)]), 'ds.xlsx');
          const request = new Request('http://xa.test', { method: 'POST', body: form });
          const answer = await program.server.inject({ method: 'POST', url, headers: { ...program.as(home.staff.administrator.actor), 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()) });
          if (answer.statusCode !== 200) throw new Error(answer.body);
          return answer.json();
        };
        const { basis } = await send('/api/staff-lists/preview', {});
        const start = performance.now();
        await send('/api/staff-lists', { commandId: randomUUID(), seed: randomBytes(32).toString('base64url'), basis, close: '', end: '' });
        console.log(`writing it, with the passwords of the newcomers hashed at full cost: ${((performance.now() - start) / 1000).toFixed(1)} s`);
      };
      if (process.argv[4] === 'write') await write();
    }
  }
} finally {
  await program.close();
  await stopPostgres();
}
