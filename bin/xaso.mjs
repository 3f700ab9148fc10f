#!/usr/bin/env node
// Runs the command line on the pinned Node, whatever Node the machine has (type stripping needs 24).
import { runOnPinnedNode } from './pinned-node.mjs';

await runOnPinnedNode(new URL('../src/cli.ts', import.meta.url), process.argv.slice(2));
