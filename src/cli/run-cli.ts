import { createInterface } from 'node:readline';
import { type Command, type CommandIo, type ExitCode } from './command.ts';

/** Each command is loaded only when it is called, so that `xaso vietqr` does not pay for the server. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  'set-up': async () => (await import('./set-up.ts')).setUpCommand,
  deadline: async () => (await import('./deadline.ts')).deadlineCommand,
  lunar: async () => (await import('./lunar.ts')).lunarCommand,
  'id-card': async () => (await import('./id-card.ts')).idCardCommand,
  vietqr: async () => (await import('./vietqr.ts')).vietqrCommand,
  place: async () => (await import('./place.ts')).placeCommand,
  forms: async () => (await import('./forms.ts')).formsCommand,
  procedures: async () => (await import('./procedures.ts')).proceduresCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  'second-factor': async () => (await import('./second-factor.ts')).secondFactorCommand,
  'installation-administrator': async () => (await import('./installation-administrator.ts')).installationAdministratorCommand,
  journal: async () => (await import('./journal.ts')).journalCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
};

// A reader that has seen enough (`| head`) closes the pipe: that is its right and no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const processIo: CommandIo = {
  out: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(`${text}\n`),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
  env: process.env,
};

/**
 * Runs one command line (without `node` and the script name) and answers its exit code.
 * `help`, `--help` or nothing lists the commands.
 */
export async function runCli(argv: readonly string[], io: CommandIo = processIo): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    for (const load of Object.values(COMMANDS)) {
      const command = await load();
      io.say(`  ${command.name.padEnd(10)} ${command.summary}`);
    }
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    io.say(`Không có lệnh “${name}”. Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help')) {
    io.say(command.usage);
    return 0;
  }
  return command.run(args, io);
}
