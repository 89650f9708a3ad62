import type { ReactNode } from 'react';

export type EmptyStateProps = { readonly title: string; readonly children?: ReactNode; readonly actions?: ReactNode };

/** A list without rows says why, and how it is filled (design.md §7). */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="break-inside-avoid rounded-12 border border-solid-gray-420 px-6 py-8">
      <p className="text-std-18B-160 text-solid-gray-900">{title}</p>
      {children ? <div className="mt-2 max-w-2xl">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}
