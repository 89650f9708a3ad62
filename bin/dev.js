#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Builds, serves, and does both again whenever a source changes. Pages are documents: reload the browser to see it.
const root = fileURLToPath(new URL('..', import.meta.url));
const build = [`${root}node_modules/@react-router/dev/bin.cjs`, 'build'];
const serve = [`${root}bin/start.js`, ...process.argv.slice(2)];
const QUIET_MS = 200;

let server;
let timer;

async function restart() {
  if (spawnSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) return;
  if (server) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  }
  server = spawn(process.execPath, serve, { cwd: root, stdio: 'inherit' });
}

watch(`${root}src`, { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(() => void restart(), QUIET_MS);
});
await restart();
