import { kanaRows } from '../domain/kana-row.ts';
import { instructorText as words } from '../text.ts';

type KanaIndexProps = {
  readonly current: string;
  readonly address: (changes: Record<string, string | undefined>) => string;
};

/** あかさたな: leads to the names of one row, as the index tabs of a paper ledger do (SEA-12). */
export function KanaIndex({ current, address }: KanaIndexProps) {
  const entries = [{ code: '', label: words.everyKanaRow }, ...kanaRows];
  return (
    <nav aria-label={words.kanaRow} className="mb-4 print:hidden">
      <ul className="flex flex-wrap gap-1">
        {entries.map(({ code, label }) => (
          <li key={code}>
            <a
              href={address({ row: code || undefined })}
              aria-current={code === current ? 'true' : undefined}
              aria-label={code ? words.kanaRowOf(label) : undefined}
              className={`flex min-h-11 min-w-11 items-center justify-center rounded-8 border px-2 no-underline hover:underline ${code === current ? 'border-key-900 bg-key-50 text-oln-16B-100 text-key-900 visited:text-key-900' : 'border-solid-gray-420 bg-white text-oln-16N-100 text-solid-gray-800 visited:text-solid-gray-800'}`}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
