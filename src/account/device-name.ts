// Edge and Opera also call themselves Chrome, and Chrome also Safari: the first that fits is meant.
const browsers = [
  [/Edg(e|A|iOS)?\//u, 'Edge'],
  [/Firefox\/|FxiOS\//u, 'Firefox'],
  [/Chrome\/|CriOS\//u, 'Chrome'],
  [/Safari\//u, 'Safari'],
] as const;

const systems = [
  [/Windows/u, 'Windows'],
  [/iPhone/u, 'iPhone'],
  [/iPad/u, 'iPad'],
  [/Android/u, 'Android'],
  [/Macintosh/u, 'Mac'],
  [/Linux/u, 'Linux'],
] as const;

/** A browser's own description as people know it: 「Edge（Windows）」; nothing when it says neither. */
export function deviceName(userAgent: string | null): string | undefined {
  const find = (known: readonly (readonly [RegExp, string])[]) =>
    known.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const browser = find(browsers);
  const system = find(systems);
  return browser && system ? `${browser}（${system}）` : (browser ?? system);
}
