import type { ReactNode } from 'react';
import { uiText } from './text.ts';

export type DescriptionItem = {
  readonly term: string;
  /** `null` or an empty text is shown as 「未登録」. */
  readonly detail: ReactNode;
  /** A link to change this value, at the end of its line. */
  readonly action?: ReactNode;
};

export type DescriptionListProps = {
  readonly items: readonly DescriptionItem[];
  /** Two pairs side by side on wide screens, for short values. */
  readonly columns?: 1 | 2;
};

function isEmpty(detail: ReactNode): boolean {
  return detail === null || detail === undefined || detail === '';
}

/** The values of a record, term and detail. */
export function DescriptionList({ items, columns = 1 }: DescriptionListProps) {
  return (
    <dl
      className={`border-t border-solid-gray-420 ${columns === 2 ? 'desktop:grid desktop:grid-cols-2 desktop:gap-x-8' : ''}`}
    >
      {items.map(({ term, detail, action }) => (
        <div
          key={term}
          className="flex flex-col gap-x-4 gap-y-0.5 border-b border-solid-gray-420 py-2 desktop:flex-row desktop:items-baseline"
        >
          <dt className="shrink-0 text-dns-16B-130 desktop:w-40">{term}</dt>
          <dd className="min-w-0 grow text-dns-16N-130">
            {isEmpty(detail) ? <span className="text-solid-gray-600">{uiText.notEntered}</span> : detail}
          </dd>
          {action ? <dd className="shrink-0 print:hidden">{action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
