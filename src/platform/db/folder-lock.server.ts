import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** The folder is in use by a living process; `pid` is that process. */
export class FolderInUse extends Error {
  readonly folder: string;
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(
      `データフォルダ ${folder} は別のプロセス（番号 ${pid}）が使用しています。` +
        `同じデータを二重に開くと壊れるため、開きませんでした。` +
        `先に動いている匠デスクを終了するか、TAKUMI_DATA に別のフォルダを指定してください。`,
    );
    this.folder = folder;
    this.pid = pid;
  }
}

export type FolderLock = { readonly release: () => void };

/**
 * Makes this process the one owner of a data folder. A lock whose process is gone (killed, power cut) is taken over;
 * the start of the process is compared too where the system tells it, because process numbers are used again.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'owner.lock');
  const release = () => releaseLock(file);
  if (placeLock(file)) return { release };
  removeStaleLock(folder, file);
  if (placeLock(file)) return { release };
  throw new FolderInUse(folder, readOwner(file)?.pid ?? 0);
}

/** The lock appears whole or not at all: written beside, then linked to its name, which fails when that exists. */
function placeLock(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

const TAKEOVER_SECONDS = 10;

/** Only one process at a time may judge and remove a stale lock, or a second would remove the first one's new lock. */
function removeStaleLock(folder: string, file: string): void {
  const guard = `${file}.takeover`;
  const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > TAKEOVER_SECONDS * 1000) rmSync(guard, { force: true });
  try {
    closeSync(openSync(guard, 'wx'));
  } catch {
    throw new FolderInUse(folder, readOwner(file)?.pid ?? 0);
  }
  try {
    const owner = readOwner(file);
    if (owner && isAlive(owner)) throw new FolderInUse(folder, owner.pid);
    rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function releaseLock(file: string): void {
  if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
}

type Owner = { readonly pid: number; readonly started: string | null };

function readOwner(file: string): Owner | undefined {
  try {
    const owner: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof owner === 'object' && owner !== null && 'pid' in owner && typeof owner.pid === 'number') {
      return {
        pid: owner.pid,
        started: 'started' in owner && typeof owner.started === 'string' ? owner.started : null,
      };
    }
    return undefined;
  } catch {
    // A lock cut off while it was being written belongs to a process that died there.
    return undefined;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return owner.started === null || owner.started === startOf(owner.pid);
}

/** Linux only: boot identity and the start time of the process (field 22 of its stat file); null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readlinkSync(`/proc/${pid}/ns/pid`)}:${started}`;
  } catch {
    return null;
  }
}
