import { readConfig } from '../platform/config.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { type Command, type CommandIo, type ExitCode } from './command.ts';
import { archiveJournal } from './journal-archive.ts';
import { exportJournal } from './journal-export.ts';
import { type JournalAct, type JournalOptions, readJournalOptions } from './journal-options.ts';
import { showRoot, verifyChains, verifyFile } from './journal-verify.ts';
import { openOwnArchives } from './own-archives.ts';
import { withOwnDatabase } from './set-up-database.ts';

const USAGE = `Cách dùng: xaso journal verify [--commune MÃ] [--from NGÀY] [--to NGÀY]   kiểm tra nhật ký và các tháng đã niêm phong, nêu dòng sai đầu tiên
           xaso journal verify --file TỆP                               kiểm tra một tệp xuất, không cần cơ sở dữ liệu
           xaso journal root [--commune MÃ] --day NGÀY                  mã chốt của một ngày
           xaso journal export --from NGÀY --to NGÀY --purpose "LÝ DO" --out TỆP.jsonl|TỆP.csv
                               [--commune MÃ] [--unit TÊN] [--person TÊN_ĐĂNG_NHẬP] [--kind looks|changes|sign-ins]
                                                                        xuất cho kiểm toán; lý do được ghi vào nhật ký trước khi xuất
           xaso journal archive [--commune MÃ]                          niêm phong ngay các tháng cũ hơn thiết đặt
  NGÀY viết NĂM-THÁNG-NGÀY. Cơ sở dữ liệu: DATABASE_URL, hoặc thư mục XASO_DATA (chương trình đang chạy hay không đều được).
  Mã thoát: 0 nhật ký nguyên vẹn, đã làm xong; 1 có chỗ bị sửa, bị lấy đi, đổi chỗ, hoặc không làm được; 2 gọi sai cách.
Usage: xaso journal verify [--commune CODE] [--from DAY] [--to DAY] | verify --file FILE | root [--commune CODE] --day DAY
       | export --from DAY --to DAY --purpose "WHY" --out FILE.jsonl|FILE.csv [--commune CODE] [--unit NAME] [--person USER] [--kind looks|changes|sign-ins]
       | archive [--commune CODE]
  Recomputes the hash chain over sealed months and tables and names the first entry that was altered, removed or reordered; the same for an exported
  file alone; prints the root of a day; writes an export for auditors; seals months that are older than the setting.`;

/** `xaso journal`: verifies the chain of every commune or an exported file, prints the root of a day, exports, seals old months. */
export const journalCommand: Command = {
  name: 'journal',
  summary: 'Kiểm tra, xuất, niêm phong nhật ký; mã chốt của ngày (verify, export, seal the journal)',
  usage: USAGE,
  run: async ([act, ...args], io) => {
    const read = readJournalOptions(act, args);
    if (read === undefined) {
      io.say(USAGE);
      return 2;
    }
    const { act: known, options } = read;
    if (known === 'verify' && options.file !== undefined) return verifyFile(options.file, io);
    try {
      return await perform(known, options, io);
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error;
      io.say(error.message);
      return 1;
    }
  },
};

async function perform(act: JournalAct, options: JournalOptions, io: CommandIo): Promise<ExitCode> {
  const [config, now] = [readConfig(io.env), new Date()];
  return withOwnDatabase(config, io.say, now, async ({ db }) => {
    const archives = await openOwnArchives(config);
    switch (act) {
      case 'verify':
        return verifyChains(db, archives, options, io);
      case 'root':
        return showRoot(db, options, now, io);
      case 'export':
        return exportJournal({ db, archives }, options, now, io);
      case 'archive':
        return archiveJournal(db, archives, options, now, io);
    }
  });
}
