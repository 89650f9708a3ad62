import type { ReactNode } from 'react';
import { type ContactDetails, FrameFooter } from './frame-footer.tsx';
import { PrintFooter } from './print-footer.tsx';
import { mainId, SkipLink } from './skip-link.tsx';
import { uiText } from './text.ts';

export type PublicFrameProps = {
  readonly homeHref: string;
  /** Whose desk this is, where it is known. */
  readonly corner?: string | undefined;
  readonly contact?: ContactDetails | undefined;
  readonly printedOn?: string | undefined;
  /** The other pages, between the head and the page. */
  readonly menu?: ReactNode;
  /** Everything an eighth larger: pages of instructors, of whom many are past seventy (A11-20). */
  readonly large?: boolean;
  readonly children: ReactNode;
};

/** The frame of sign-in, public pages and pages behind a link: one column, larger text and controls (A11-20). */
export function PublicFrame({ homeHref, corner, contact, printedOn, menu, large, children }: PublicFrameProps) {
  return (
    <div
      data-frame="public"
      data-large={large ? '' : undefined}
      className="flex min-h-screen flex-col text-std-17N-170 print:block print:min-h-0"
    >
      <SkipLink />
      <header className="border-b border-solid-gray-420 px-4 desktop:px-8 print:hidden">
        <div className="mx-auto flex min-h-16 max-w-3xl flex-wrap items-center gap-x-4 py-1">
          <a
            href={homeHref}
            className="flex min-h-11 items-center text-std-22B-150 text-solid-gray-900 no-underline visited:text-solid-gray-900 hover:underline"
          >
            {uiText.product}
          </a>
          {corner ? <span className="text-dns-16N-130">{corner}</span> : null}
        </div>
      </header>
      {menu ? (
        <div className="px-4 pt-2 desktop:px-8">
          <div className="mx-auto max-w-3xl">{menu}</div>
        </div>
      ) : null}
      <main id={mainId} tabIndex={-1} className="mx-auto w-full max-w-3xl grow px-4 py-8 desktop:px-0">
        {children}
      </main>
      {contact ? (
        <div className="px-4 desktop:px-8">
          <div className="mx-auto max-w-3xl">
            <FrameFooter contact={contact} />
          </div>
        </div>
      ) : null}
      {printedOn ? <PrintFooter>{printedOn}</PrintFooter> : null}
    </div>
  );
}
