import type { ReactNode } from 'react';
import { uiText } from './text.ts';

export type HistoryChange = { readonly label: string; readonly before: string | null; readonly after: string | null };

export type HistoryEntry = {
  readonly key: string;
  /** When, as it is shown: 2026/11/21（土） 14:05. */
  readonly at: string;
  readonly who: string;
  readonly what: ReactNode;
  readonly reason?: string | undefined;
  readonly changes?: readonly HistoryChange[];
};

function Change({ change }: { readonly change: HistoryChange }) {
  return (
    <li className="flex flex-wrap gap-x-2">
      <span className="text-solid-gray-700">{change.label}</span>
      <span>
        <span className="sr-only">{uiText.before}：</span>
        {change.before ?? uiText.noValue}
        <span aria-hidden="true"> → </span>
        <span className="sr-only">、{uiText.after}：</span>
        <b className="text-solid-gray-900">{change.after ?? uiText.noValue}</b>
      </span>
    </li>
  );
}

/** What happened to a record, newest first as given: when, who, what, and each value before and after. */
export function HistoryTimeline({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <ol className="ml-2 border-l-2 border-solid-gray-200 text-dns-16N-130">
      {entries.map(({ key, at, who, what, reason, changes = [] }) => (
        <li
          key={key}
          className="relative pb-5 pl-5 before:absolute before:top-1.5 before:-left-[0.4375rem] before:size-3 before:rounded-full before:border-2 before:border-solid-gray-600 before:bg-white"
        >
          <p className="flex flex-wrap gap-x-3 text-dns-14N-130 text-solid-gray-700">
            <span>{at}</span>
            <span>{who}</span>
          </p>
          <p className="mt-1 text-dns-16B-130 text-solid-gray-900">{what}</p>
          {reason ? (
            <p className="mt-1">
              {uiText.reason}：{reason}
            </p>
          ) : null}
          {changes.length > 0 ? (
            <ul className="mt-1 flex flex-col gap-1">
              {changes.map((change) => (
                <Change key={change.label} change={change} />
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
