import { Disclosure } from '#ui/disclosure.tsx';
import type { EntryChange } from '../entry-changes.ts';
import { auditText as words } from '../text.ts';

/** Few changes stand in the row; a whole record is folded away. */
const SHOWN = 3;

/** The values of an entry, before and after. */
export function EntryContent({ changes }: { readonly changes: readonly EntryChange[] }) {
  if (changes.length === 0) return null;
  const list = (
    <ul className="flex flex-col gap-1 text-dns-14N-130">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          <span className="text-solid-gray-700">{label}：</span>
          {before === '' ? null : (
            <>
              <span className="sr-only">{words.before}：</span>
              {before}
              <span aria-hidden="true"> → </span>
            </>
          )}
          <span className="sr-only">{words.after}：</span>
          {after === '' ? words.none : after}
        </li>
      ))}
    </ul>
  );
  return changes.length <= SHOWN ? list : <Disclosure summary={words.changes(changes.length)}>{list}</Disclosure>;
}
