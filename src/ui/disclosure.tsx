import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type DisclosureProps = { readonly summary: ReactNode; readonly children: ReactNode; readonly open?: boolean };

/** Detail that most readers can skip. */
export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details open={open} className="group/disclosure">
      <summary className="flex min-h-11 w-fit items-center gap-1 underline-offset-[0.1875rem] hover:underline">
        <span className="group-open/disclosure:rotate-180">
          <Icon name="down" />
        </span>
        {summary}
      </summary>
      <div className="pt-2 pb-3 pl-6">{children}</div>
    </details>
  );
}
