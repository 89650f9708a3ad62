import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.ts';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge', 'microsoft-edge'];
const installedElsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const debianPackages = { chromium: 'chromium', font: 'fonts-noto-cjk' };

/** The browser for journeys: CHROMIUM when set, else the first Chromium, Chrome or Edge found. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')];
  const candidates = programs.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...installedElsewhere].find((path) => existsSync(path));
}

/** Without a Japanese font every picture of a page is boxes. Only fontconfig machines can be asked. */
async function hasJapaneseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const { code, output } = await runCommand(['fc-list', ':lang=ja']);
  return code === 0 && output.trim() !== '';
}

async function install(packages: readonly string[]): Promise<void> {
  const manual = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`Chromium journeys need more on this machine; install it as root: ${manual}`);
  }
  console.log(`installing ${packages.join(', ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
  ]) {
    const { code, output } = await runCommand(command, { env });
    if (code !== 0)
      throw new Error(`${output.trim().slice(-2_000)}\nCould not be installed; install it as root: ${manual}`);
  }
}

/** The path of a browser that can show Japanese. Installs Debian's packages when it may, else throws the one line to type. */
export async function ensureChromium(): Promise<string> {
  if (process.env.CHROMIUM && !findChromium())
    throw new Error(`CHROMIUM names ${process.env.CHROMIUM}, which does not exist`);
  const missing = [
    ...(findChromium() ? [] : [debianPackages.chromium]),
    // fontconfig brings fc-list, which a bare machine lacks together with the font.
    ...((await hasJapaneseFont()) ? [] : ['fontconfig', debianPackages.font]),
  ];
  if (missing.length > 0) await install(missing);
  const path = findChromium();
  if (!path) throw new Error('Chromium was installed, and no browser was found; set CHROMIUM to its path');
  return path;
}
