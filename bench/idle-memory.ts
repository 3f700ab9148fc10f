// Program and database together, idle with the demo data, after the first pages were served.
import { startProgram } from '../test/start-program.ts';
import { postmasterPid, residentMegabytes } from './resident-memory.ts';
import { summarise, words } from './statistics.ts';

const IDLE_SECONDS = Number(process.argv[2] ?? 90);

const program = await startProgram({ log: 'silent' });
try {
  for (const path of ['/', '/tim?q=khai+sinh', '/t/1.001193', '/t/2.000815', '/tra-cuu']) {
    await fetch(`http://127.0.0.1:${String(program.port)}${path}`);
  }
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const samples: number[] = [];
  for (let index = 0; index < 5; index += 1) {
    const own = await residentMegabytes(program.pid);
    const postmaster = await postmasterPid(program.dataFolder);
    const isChild = await residentMegabytes(postmaster);
    samples.push(own > isChild ? own : own + isChild);
    if (index === 0) console.log(`database alone: ${isChild.toFixed(1)} MB`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  console.log(`program and database, idle ${String(IDLE_SECONDS)} s: ${words(summarise(samples), 'MB PSS')} (wanted: at most 350 MB)`);
} finally {
  await program.stop();
}
