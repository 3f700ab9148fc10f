import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { countDemoRows, DEMO_PASSWORD, type DemoRemoval, type DemoRemovalProblem, isDemoLoaded, loadDemo, type LoadDemoOptions, rehearseDemoRemoval, removeDemo } from '../demo/index.ts';
import { type Result } from '../kernel/result.ts';
import { loadForms } from '../modules/forms/index.ts';
import { loadPacks } from '../modules/procedures/index.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { type DatabaseHandle } from '../platform/db/database.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { createLinkSigner } from '../platform/secrets/link-signer.ts';
import { loadSecretKey } from '../platform/secrets/secret-key.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { type Command, type CommandIo, type ExitCode } from './command.ts';
import { withOwnDatabase } from './set-up-database.ts';

const USAGE = `Cách dùng: xaso demo --status            dữ liệu mẫu còn những gì
           xaso demo --remove            nói sẽ xóa những gì, chưa xóa
           xaso demo --remove --yes      xóa dữ liệu mẫu; dữ liệu thật giữ nguyên
           xaso demo --load              nạp lại dữ liệu mẫu khi chưa có xã nào
  Cơ sở dữ liệu: DATABASE_URL, hoặc thư mục XASO_DATA (chương trình đang chạy hay không đều được).
  Đầu ra: một dòng JSON. Mã thoát: 0 xong; 1 bị từ chối, có nêu lý do; 2 gọi sai cách.
Usage: xaso demo --status | --remove [--yes] | --load
  Shows, removes or loads again the demonstration commune. Without --yes nothing is removed; real data always stays.`;

const WISHES = ['--status', '--remove', '--load'] as const;

/** `xaso demo`: says what there is of the demonstration commune, takes it out, or brings it back. */
export const demoCommand: Command = {
  name: 'demo',
  summary: 'Xem, xóa, nạp lại dữ liệu mẫu (the demonstration commune: status, remove, load)',
  usage: USAGE,
  run: async (args, io) => {
    const [wish, yes, ...more] = [...args].sort((a, b) => Number(a === '--yes') - Number(b === '--yes'));
    const known = WISHES.find((one) => one === wish);
    if (known === undefined || more.length > 0 || (yes !== undefined && (yes !== '--yes' || known !== '--remove'))) {
      io.say(USAGE);
      return 2;
    }
    try {
      const config = readConfig(io.env);
      const now = new Date();
      return await withOwnDatabase(config, io.say, now, (database) => {
        switch (known) {
          case '--status':
            return showStatus(database, io);
          case '--remove':
            return remove(database, now, yes !== undefined, io);
          case '--load':
            return load(database, config, now, io);
        }
      });
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error;
      io.say(error.message);
      return 1;
    }
  },
};

async function showStatus({ db }: DatabaseHandle, io: CommandIo): Promise<ExitCode> {
  const loaded = await isDemoLoaded(db);
  const rows = await countDemoRows(db);
  io.out(`${JSON.stringify({ loaded, rows })}\n`);
  const total = sumOf(rows);
  if (loaded) {
    io.say(`Dữ liệu mẫu đang có ${total} dòng; mật khẩu chung: ${DEMO_PASSWORD}. / The demonstration has ${total} rows; its password is known to everybody.`);
  } else if (total > 0) {
    io.say(`Dữ liệu mẫu đã xóa; còn ${total} dòng mà dữ liệu thật nhắc tới. / Removed; ${total} rows stay because real data refers to them.`);
  } else {
    io.say('Không có dữ liệu mẫu. / There is no demonstration data.');
  }
  return 0;
}

async function remove({ db }: DatabaseHandle, now: Date, yes: boolean, io: CommandIo): Promise<ExitCode> {
  const outcome: Result<DemoRemoval, DemoRemovalProblem> = yes ? await removeDemo(db, now) : await rehearseDemoRemoval(db, now);
  if (!outcome.ok) {
    io.say(`Chưa xóa gì. Ở đơn vị ${communesOf(outcome.problem)} đã có dữ liệu thật (hồ sơ, người… do người dùng nhập), nhưng chưa có quản trị thật nào: xóa xong sẽ không ai đăng nhập được.`);
    io.say('Hãy đăng nhập bằng tài khoản quantri, tạo một cán bộ quản trị thật rồi xóa lại; hoặc bắt đầu với thư mục dữ liệu mới.');
    io.say(`Nothing was removed. Commune ${communesOf(outcome.problem)} holds real rows but no real administrator: afterwards nobody could sign in.`);
    io.say('Sign in as quantri, make a real administrator, and remove again; or begin with a new data folder.');
    return 1;
  }
  const { communes, kept, removed } = outcome.value;
  io.out(`${JSON.stringify({ done: yes, removed, kept, communes })}\n`);
  if (sumOf(removed) === 0 && kept.length === 0) {
    io.say('Không có dữ liệu mẫu để xóa. / There is no demonstration data to remove.');
    return 0;
  }
  io.say(`${yes ? 'Đã xóa' : 'Sẽ xóa'} ${sumOf(removed)} dòng dữ liệu mẫu. / ${yes ? 'Removed' : 'Would remove'} ${sumOf(removed)} demonstration rows.`);
  for (const row of kept) io.say(`  giữ lại vì dữ liệu thật nhắc tới / kept for real data: ${row.table} “${row.name}”`);
  for (const code of communes) {
    io.say(`  đơn vị ${code} không còn gì nên ${yes ? 'đã' : 'sẽ'} xóa cùng lịch làm việc / commune ${code} ${yes ? 'went' : 'would go'} with its calendar`);
  }
  if (!yes) io.say('Chưa xóa gì. Thêm --yes để xóa. / Nothing was removed yet; add --yes.');
  else if (communes.length > 0) io.say('Nếu chương trình đang chạy, hãy khởi động lại để thiết lập đơn vị thật. / Restart the program to set up the real office.');
  return 0;
}

async function load({ db }: DatabaseHandle, config: Config, now: Date, io: CommandIo): Promise<ExitCode> {
  for (const sentence of (await loadPacks(db, new URL('../../data/procedures/', import.meta.url), now)).sentences) io.say(sentence);
  for (const sentence of (await loadForms(db, new URL('../../data/forms/', import.meta.url), now)).sentences) io.say(sentence);
  const loaded = await loadDemo(db, now, { again: true, ...(await findInstallation(config)) });
  io.out(`${JSON.stringify({ loaded, rows: await countDemoRows(db) })}\n`);
  io.say(
    loaded
      ? `Đã nạp dữ liệu mẫu; mật khẩu chung: ${DEMO_PASSWORD}. / The demonstration is loaded.`
      : 'Không nạp: đã có một đơn vị trong cơ sở dữ liệu. / Not loaded: a commune is served already.',
  );
  return loaded ? 0 : 1;
}

/** The links of the slips and the pictures of the papers need the data folder that a start of the program has made; a command makes none. */
async function findInstallation({ dataFolder }: Config): Promise<Pick<LoadDemoOptions, 'files' | 'linkHash'>> {
  const place = join(dataFolder, 'secret-key');
  if ((await stat(place).catch(() => undefined)) === undefined) return {};
  const links = createLinkSigner(await loadSecretKey(place));
  return { files: openFileStore(join(dataFolder, 'files')), linkHash: (id) => links.hash(links.token('dossier', id)) };
}

function sumOf(rows: Readonly<Record<string, number>>): number {
  return Object.values(rows).reduce((sum, n) => sum + n, 0);
}

function communesOf(problem: DemoRemovalProblem): string {
  const communes = problem.facts?.['communes'];
  return Array.isArray(communes) ? communes.join(', ') : '';
}
