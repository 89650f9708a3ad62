import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = `${root}build/server/takumi.js`;
const inputs = ['src', 'public', 'package-lock.json', 'react-router.config.ts', 'vite.config.ts'];

/** Builds the application when it was never built or its sources are newer: the first start of a fresh clone. */
export async function ensureBuild() {
  if (existsSync(built) && statSync(built).mtimeMs >= newestInput()) return;
  process.stderr.write('匠デスクを組み立てています（初回のみ、数秒かかります）…\n');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}node_modules/@react-router/dev/bin.cjs`, 'build'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status === 0) return;
  process.stderr.write(`${stdout}\n${stderr}\n組み立てに失敗しました。npm ci をやり直してください。\n`);
  process.exit(1);
}

/** An installed package carries its build and no sources: nothing is newer than it. */
function newestInput() {
  return Math.max(0, ...inputs.filter((path) => existsSync(root + path)).map((path) => newestBelow(root + path)));
}

function newestBelow(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestBelow(`${path}/${name}`)));
}
