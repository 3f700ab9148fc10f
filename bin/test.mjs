// npm test: everything that must be green before a commit, in order, up to the first stage that is not.
// Plain JavaScript on purpose: it must run on the oldest Node that npm itself runs on (20).
import { ensureInstalled } from './ensure-installed.mjs';
import { readTestOptions, USAGE } from './testing/test-options.mjs';

const { options, fault } = readTestOptions(process.argv.slice(2), process.env);
if (fault !== undefined) {
  console.error(`${fault}\n\n${USAGE}`);
  process.exitCode = 2;
} else if (!(await ensureInstalled())) {
  process.exitCode = 1;
} else {
  process.exitCode = await runStages(options);
}

async function runStages({ stages, fresh, ...wish }) {
  const { forget, hasWork, interruptStage, RUN_STAGE } = await import('./testing/stages.mjs');
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      interrupted = true;
      interruptStage();
    });
  }
  if (fresh) forget();
  const done = [];
  const wanted = stages.filter((stage) => hasWork(stage, wish));
  for (const stage of wanted) {
    console.log(`\n── ${stage}`);
    const startedAt = Date.now();
    const outcome = await RUN_STAGE[stage](wish).catch(describeCrash);
    done.push({ stage, seconds: (Date.now() - startedAt) / 1000, ...outcome });
    if (!outcome.ok || interrupted) break;
  }
  return summarise(wanted, done);
}

function describeCrash(error) {
  console.error(error);
  return { ok: false, passed: 0, failed: 0 };
}

function summarise(stages, done) {
  console.log('');
  for (const stage of stages) {
    const outcome = done.find((one) => one.stage === stage);
    if (outcome === undefined) console.log(`  ${stage.padEnd(9)} not run`);
    else console.log(`  ${stage.padEnd(9)} ${outcome.ok ? 'right ' : 'FAILED'} ${outcome.seconds.toFixed(1).padStart(6)} s  ${wordsOf(outcome)}`);
  }
  const passed = sum(done.map((one) => one.passed));
  // A stage may fail without a failing test: a type error, a wall, a crash. It must not look like nothing.
  const failed = sum(done.map((one) => (one.ok ? one.failed : Math.max(one.failed, 1))));
  if (done.length === 0) console.log('No test has such a path.');
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && done.length > 0 ? 0 : 1;
}

function wordsOf({ passed, failed }) {
  return passed + failed === 0 ? '' : `${passed} passed, ${failed} failed`;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
