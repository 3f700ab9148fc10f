import { startProgram } from '../src/main.ts';

// The program with a clock of its own, so that a test can let days pass. Its parent sends an instant (ISO 8601) and hears it back once it
// holds; from there on the clock runs as every clock does. The arguments: the instant at which it starts.

let ahead = Date.parse(process.argv[2] ?? '') - Date.now();
if (Number.isNaN(ahead)) throw new Error(`not an instant: ${process.argv[2] ?? ''}`);

const program = await startProgram(process.env, (text) => { process.stderr.write(`${text}\n`); }, () => new Date(Date.now() + ahead));
process.on('message', (instant) => {
  ahead = Date.parse(String(instant)) - Date.now();
  process.send?.(instant);
});
process.on('SIGTERM', () => {
  void program.stop().then(() => { process.exit(0); });
});
