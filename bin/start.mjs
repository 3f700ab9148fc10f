// npm start on a fresh clone: install what is missing, build what has changed, run the server on the pinned Node.
// Plain JavaScript on purpose: it must run on the oldest Node that npm itself runs on (20).
import { ensureInstalled } from './ensure-installed.mjs';

const OLDEST_NODE = 20;
const STRIPS_TYPES = 24;

if (nodeMajor() < OLDEST_NODE) {
  fail(
    `Cần Node.js ${OLDEST_NODE} trở lên; máy này có ${process.version}. Hãy tải bản mới tại https://nodejs.org.`,
    `Node.js ${OLDEST_NODE} or later is needed; this machine has ${process.version}. Get a new one at https://nodejs.org.`,
  );
} else if (!(await ensureInstalled())) {
  process.exitCode = 1;
} else {
  const { pinnedNode, runOnPinnedNode } = await import('./pinned-node.mjs');
  const { ensureBuilt } = await import('./build.mjs');
  if (pinnedNode() === process.execPath && nodeMajor() < STRIPS_TYPES) {
    fail(
      `Chưa có Node.js ${STRIPS_TYPES} đóng gói sẵn cho máy này (${process.platform} ${process.arch}); hãy cài Node.js ${STRIPS_TYPES} rồi chạy lại.`,
      `There is no packaged Node.js ${STRIPS_TYPES} for this machine (${process.platform} ${process.arch}); install Node.js ${STRIPS_TYPES} and start again.`,
    );
  } else if (!(await ensureBuilt())) {
    process.exitCode = 1;
  } else {
    await runOnPinnedNode(new URL('../src/cli.ts', import.meta.url), ['serve', ...process.argv.slice(2)]);
  }
}

function nodeMajor() {
  return Number(process.versions.node.split('.')[0]);
}

function fail(vi, en) {
  console.error(vi);
  console.error(en);
  process.exitCode = 1;
}
