import { Icon } from './icon.tsx';
import { sortWord } from './text.ts';

/** Where a column's header leads, and how the column is sorted now. */
export type ColumnSort = { readonly href: string; readonly direction: keyof typeof sortWord };

const arrows = { ascending: 'ascending', descending: 'descending', none: 'unsorted' } as const;

/** The name of a column; a link when the list can be sorted by it, with arrow and word for the direction. */
export function SortLink({ header, sort }: { readonly header: string; readonly sort: ColumnSort | undefined }) {
  if (!sort) return header;
  return (
    <a
      href={sort.href}
      className="inline-flex min-h-11 items-center gap-0.5 whitespace-nowrap text-solid-gray-900 visited:text-solid-gray-900 print:min-h-0"
    >
      {header}
      <span className={sort.direction === 'none' ? 'text-solid-gray-600 print:hidden' : ''}>
        <Icon name={arrows[sort.direction]} />
      </span>
      {sort.direction === 'none' ? null : <span className="font-400">{sortWord[sort.direction]}</span>}
    </a>
  );
}
