import type { ReactNode } from 'react';
import { pageTitle } from './text.ts';

export type PageHeaderProps = {
  readonly title: string;
  /** The state of a record, beside its name. */
  readonly status?: ReactNode;
  /** One or two lines: what this page is for, or what happens next and who does it. */
  readonly lead?: ReactNode;
  /** The main act of the page, top right. */
  readonly action?: ReactNode;
  /** The form below was refused: the title of the window says so first (DES-20). */
  readonly hasErrors?: boolean;
};

/** The one h1 of a page. */
export function PageHeader({ title, status, lead, action, hasErrors = false }: PageHeaderProps) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <title>{pageTitle(title, hasErrors)}</title>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-std-28B-150">{title}</h1>
          {status}
        </div>
        {lead ? <div className="mt-1 max-w-3xl">{lead}</div> : null}
      </div>
      {action ? <div className="flex flex-wrap gap-3 print:hidden">{action}</div> : null}
    </div>
  );
}
