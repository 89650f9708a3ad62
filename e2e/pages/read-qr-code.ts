import type { Locator } from '@playwright/test';

type Modules = readonly (readonly boolean[])[];

/** Of QR codes of level M, by version from 1: all codewords, those of correction a block, and the blocks (JIS X 0510). */
const CODEWORDS = [26, 44, 70, 100, 134, 172, 196, 242, 292];
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5];
const ALIGNMENT = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46]];

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row * column) % 3) + ((row + column) % 2)) % 2 === 0,
];

/** What a telephone's camera reads in a QR code of level M that a page shows as SVG, without any correction. */
export async function readQrCode(picture: Locator): Promise<string> {
  const modules = await readModules(picture);
  const version = (modules.length - 17) / 4;
  const data = orderCodewords(readCodewords(modules, version), version);
  return readSegments(data.map((codeword) => codeword.toString(2).padStart(8, '0')).join(''));
}

/** The dark places of the picture as the browser draws them, without the margin. */
function readModules(picture: Locator): Promise<Modules> {
  return picture.locator('svg').evaluate((svg) => {
    const { width } = (svg as SVGSVGElement).viewBox.baseVal;
    const dark = [...svg.querySelectorAll('path')].find((path) => path.hasAttribute('stroke'));
    if (!dark) throw new Error('no QR code is drawn');
    const isDark = (x: number, y: number) => dark.isPointInStroke(new DOMPoint(x + 0.5, y + 0.5));
    const places = [...Array(width).keys()];
    const margin = places.findIndex((place) => isDark(place, place));
    const inside = places.slice(margin, width - margin);
    return inside.map((y) => inside.map((x) => isDark(x, y)));
  });
}

/** Whether a place belongs to the patterns that are the same in every code of a version. */
function isPattern(row: number, column: number, version: number): boolean {
  const size = version * 4 + 17;
  const [low, high] = [9, size - 8];
  if ((row < low && (column < low || column >= high)) || (row >= high && column < low)) return true;
  if (row === 6 || column === 6) return true;
  if (version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11))) return true;
  const centers = ALIGNMENT[version - 1] ?? [];
  const last = size - 7;
  const isCorner = (y: number, x: number) => (y === 6 && x === 6) || (y === 6 && x === last) || (y === last && x === 6);
  return centers.some((y) =>
    centers.some((x) => !isCorner(y, x) && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2),
  );
}

function readCodewords(modules: Modules, version: number): readonly number[] {
  const size = modules.length;
  const bitAt = (row: number, column: number) => (modules[row]?.[column] ? 1 : 0);
  // The format is written with 101 0100 0001 0010 over it: level M is 00, and three bits name the mask.
  if ((bitAt(8, 0) ^ 1) !== 0 || bitAt(8, 1) !== 0) throw new Error('the QR code is not of level M');
  const mask = MASKS[((bitAt(8, 2) ^ 1) << 2) | (bitAt(8, 3) << 1) | (bitAt(8, 4) ^ 1)];
  const bits: number[] = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2, upwards = !upwards) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = upwards ? size - 1 - step : step;
      const places = [right, right - 1].filter((column) => !isPattern(row, column, version));
      bits.push(...places.map((column) => bitAt(row, column) ^ (mask?.(row, column) ? 1 : 0)));
    }
  }
  const count = CODEWORDS[version - 1] ?? 0;
  return Array.from({ length: count }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2));
}

/** The codewords of data in the order in which they are read: written, the blocks take turns. */
function orderCodewords(codewords: readonly number[], version: number): readonly number[] {
  const blocks = BLOCKS[version - 1] ?? 1;
  const count = codewords.length - blocks * (CORRECTION[version - 1] ?? 0);
  const short = Math.floor(count / blocks);
  const lengths = Array.from({ length: blocks }, (_, block) => (block < blocks - (count % blocks) ? short : short + 1));
  const ordered: number[][] = lengths.map(() => []);
  let at = 0;
  for (let turn = 0; turn <= short; turn += 1)
    for (const [block, length] of lengths.entries()) if (turn < length) ordered[block]?.push(codewords[at++] ?? 0);
  return ordered.flat();
}

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The text of the segments: digits in threes, capitals in twos, anything else byte by byte. */
function readSegments(bits: string): string {
  let at = 0;
  const take = (length: number) => Number.parseInt(bits.slice(at, (at += length)), 2);
  let text = '';
  for (;;) {
    const mode = bits.length - at < 4 ? 0 : take(4);
    if (mode === 4) {
      const bytes = Array.from({ length: take(8) }, () => take(8));
      text += new TextDecoder().decode(Uint8Array.from(bytes));
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        text +=
          left > 1 ? `${LETTERS.charAt(Math.floor(pair / 45))}${LETTERS.charAt(pair % 45)}` : LETTERS.charAt(pair);
      }
    } else if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        text += String(take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0');
      }
    } else return text;
  }
}
