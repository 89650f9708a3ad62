import { uiText } from './text.ts';

/** Whom to call: stands at the same place on every page (A11-07, A11-23). */
export type ContactDetails = {
  readonly office: string;
  /** Empty while the office has not entered one. */
  readonly telephone: string;
  /** When somebody answers: 「平日 9:00〜17:00」. */
  readonly hours?: string | undefined;
  readonly links?: readonly { readonly label: string; readonly href: string }[];
};

export function FrameFooter({ contact }: { readonly contact: ContactDetails }) {
  return (
    <footer className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-solid-gray-420 py-3 text-dns-16N-130 print:hidden">
      <span>{contact.office}</span>
      {contact.telephone ? (
        <span>
          {uiText.telephone}：
          <a href={`tel:${contact.telephone.replaceAll('-', '')}`} className="inline-flex min-h-11 items-center">
            {contact.telephone}
          </a>
          {contact.hours ? `（${contact.hours}）` : null}
        </span>
      ) : null}
      {(contact.links ?? []).map(({ label, href }) => (
        <a key={href} href={href} className="flex min-h-11 items-center">
          {label}
        </a>
      ))}
    </footer>
  );
}
