import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';

/** `nobody`: what root becomes where a rule is about people who may not do everything. */
const NOBODY = 65_534;

/** Loads first and gives up root's rights then, so that it does not matter who may read the program. */
const CALL = `
const [module, name, argument] = process.argv.slice(1);
const call = (await import(module))[name];
if (process.getuid?.() === 0) {
  process.setgroups([]);
  process.setgid(${String(NOBODY)});
  process.setuid(${String(NOBODY)});
}
try {
  await call(argument);
} catch (error) {
  process.stdout.write(String(error.code));
}`;

/** Makes a file or folder the property of the ordinary user; it is already, unless the tests run as root. */
export async function giveToOrdinaryUser(path: string): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, NOBODY, NOBODY);
}

/**
 * Calls an exported function of a module in a process of an ordinary user: `nobody` when the tests run as root, who may write everywhere.
 * Answers the code of the error that it threw; empty when it threw none.
 */
export async function errorCodeAsOrdinaryUser(module: URL, name: string, argument: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', CALL, module.href, name, argument]);
  return stdout;
}
