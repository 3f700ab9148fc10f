import { fileURLToPath } from 'node:url';
import { type FormFiles, readFormFiles } from '../modules/forms/store/read-form-files.ts';
import { type Command, type CommandIo, type ExitCode } from './command.ts';

const USAGE = `Cách dùng: xaso forms check [thư mục]
  Kiểm tra mọi biểu mẫu tờ khai trong thư mục (mặc định: biểu mẫu của chương trình).
  In danh sách biểu mẫu và chỗ sai dạng JSON ra đầu ra chuẩn, tóm tắt bằng lời ra đầu ra lỗi.
  Mã thoát: 0 mọi biểu mẫu đúng; 1 có biểu mẫu sai hoặc không đọc được thư mục; 2 gọi sai cách.
Usage: xaso forms check [folder]
  Checks every declaration form of the folder (by default the program's own).`;

const OWN_FORMS = fileURLToPath(new URL('../../data/forms/', import.meta.url));
const MOST_LINES = 50;

/** `xaso forms check`: prints the forms and what is wrong with them as JSON and says it in words; exit 1 if any form is faulty. */
export const formsCommand: Command = {
  name: 'forms',
  summary: 'Kiểm tra biểu mẫu tờ khai: forms check [thư mục] (check the declaration forms)',
  usage: USAGE,
  run: ([action, folder = OWN_FORMS, ...rest], io) => {
    if (action !== 'check' || rest.length > 0 || folder.startsWith('-')) {
      io.say(USAGE);
      return 2;
    }
    const read = readFolder(folder, io);
    return read === undefined ? 1 : tell(folder, read, io);
  },
};

function readFolder(folder: string, io: CommandIo): FormFiles | undefined {
  try {
    return readFormFiles(folder);
  } catch (error) {
    io.say(`Không đọc được thư mục ${folder} / the folder cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
}

function tell(folder: string, { files, definitions, faults }: FormFiles, io: CommandIo): ExitCode {
  const forms = definitions.map(({ definition }) => ({
    code: definition.code,
    version: definition.version,
    title: definition.title.vi,
    procedures: definition.procedures,
    pages: definition.groups.length,
    fields: definition.groups.flatMap(({ fields }) => fields).length,
  }));
  io.out(`${JSON.stringify({ folder, files, forms, faults }, null, 2)}\n`);
  io.say(`Đọc ${String(files)} tệp: ${String(forms.length)} biểu mẫu đúng, dùng cho ${String(new Set(forms.flatMap(({ procedures }) => procedures)).size)} thủ tục.`);
  io.say(`Read ${String(files)} files: ${String(forms.length)} sound forms.`);
  for (const { file, at, words } of faults.slice(0, MOST_LINES)) io.say(`  ${file} ${at}: ${words.vi} / ${words.en}`);
  if (faults.length > MOST_LINES) io.say(`  và ${String(faults.length - MOST_LINES)} chỗ nữa trong báo cáo JSON / and ${String(faults.length - MOST_LINES)} more`);
  return faults.length > 0 ? 1 : 0;
}
