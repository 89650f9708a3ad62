import { useLocation } from 'react-router';
import { ButtonLink } from '#ui/button.tsx';
import type { ContactDetails } from '#ui/frame-footer.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { invitationText } from '../text.ts';

type LetterProps = {
  readonly letter: {
    readonly name: string;
    readonly number: string;
    readonly code: string;
    readonly address: string;
    readonly qrCodeSvg: string;
    readonly lastDay: string;
  };
  readonly contact: ContactDetails;
};

const words = invitationText.letter;

/** The letter, told once: printed alone on one sheet, or read out on the phone. */
export function Letter({ letter, contact }: LetterProps) {
  const { name, number, code, address, qrCodeSvg, lastDay } = letter;
  const { pathname } = useLocation();
  return (
    <>
      <div className="mb-6 max-w-3xl print:hidden">
        <Notification kind="success" title={invitationText.issuedTitle} announce>
          <p>{invitationText.issuedLead}</p>
          <p>{invitationText.print}</p>
        </Notification>
      </div>
      <article className="max-w-3xl rounded-12 border border-solid-gray-420 p-6 text-std-18N-160 print:border-0 print:p-0">
        <p className="mb-4 text-std-20N-150">{words.to(name)}</p>
        <PageHeader title={words.heading} lead={words.lead} />
        <section className="mb-4 flex flex-wrap items-start gap-4">
          <div className="min-w-0 grow basis-60">
            <h2 className="text-std-20B-150">{words.phone}</h2>
            <p>{words.phoneLead}</p>
          </div>
          <div
            role="img"
            aria-label={words.qrCode}
            className="size-48 shrink-0 [&>svg]:size-full"
            // The picture is drawn by the server from its own text.
            dangerouslySetInnerHTML={{ __html: qrCodeSvg }}
          />
        </section>
        <section className="mb-4">
          <h2 className="text-std-20B-150">{words.computer}</h2>
          <p>{words.computerLead}</p>
          <dl className="mt-2 grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-1">
            <dt>{words.address}</dt>
            <dd className="font-mono">{address}</dd>
            <dt>{words.number}</dt>
            <dd className="font-mono text-std-24B-150">{number}</dd>
            <dt>{words.code}</dt>
            <dd className="font-mono text-std-24B-150">{code}</dd>
          </dl>
        </section>
        <p className="mb-2">{words.until(lastDay)}</p>
        <p className="mb-2">{words.help}</p>
        <p>
          {contact.office}
          {contact.telephone ? `　電話 ${contact.telephone}` : ''}
        </p>
      </article>
      <div className="mt-6 print:hidden">
        <ButtonLink href={pathname}>{invitationText.back}</ButtonLink>
      </div>
    </>
  );
}
