import { formatEraDate } from '#kernel/japanese-era.ts';
import { programLabel } from '#dispatch/domain/program.ts';
import { getCornerContact } from '#desk/corner-queries.server.ts';
import { drawQrCode } from '#own/draw-qr-code.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { listTicketSheets } from '../issue-tickets.server.ts';
import { sheetText as words, surveyText } from '../text.ts';
import type { Route } from './+types/ticket-sheets.ts';
import { requireAudience } from './survey-call.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: surveyText.title, href: href('surveys') },
    { label: data.number, href: data.surveyHref },
    { label: words.title },
  ],
};

export const loader = (args: Route.LoaderArgs) =>
  staffPage(async ({ ctx, params, href }) => {
    const audience = requireAudience(params['audience']);
    const visitId = params['id'] ?? '';
    const { visit, lastDay, addresses } = await listTicketSheets(ctx, { visitId, audience, ...letterDeskOf(args) });
    const { office, telephone } = await getCornerContact(ctx);
    return {
      number: visit.number,
      surveyHref: href(`visits/${visitId}/survey`),
      visit: words.visit(formatEraDate(visit.visitOn), programLabel(visit.program), visit.trade),
      lead: audience === 'pupil' ? words.pupilLead : words.lead,
      once: audience === 'host' ? words.hostOnce : words.once,
      until: words.until(formatEraDate(lastDay)),
      office: words.office(office, telephone),
      sheets: await Promise.all(addresses.map(async (address) => ({ address, qrCodeSvg: await drawQrCode(address) }))),
    };
  })(args);

export default function TicketSheets({ loaderData }: Route.ComponentProps) {
  const { sheets } = loaderData;
  return (
    <>
      <div className="print:hidden">
        <PageHeader title={words.count(sheets.length)} lead={words.print} />
      </div>
      {sheets.length === 0 ? <EmptyList title={words.none} lead={words.noneLead} /> : null}
      <ul
        data-sheet={sheets.length === 0 ? undefined : ''}
        className="grid max-w-5xl gap-4 desktop:grid-cols-2 print:grid-cols-2 print:gap-0"
      >
        {sheets.map(({ address, qrCodeSvg }) => (
          <li
            key={address}
            className="break-inside-avoid rounded-8 border border-dashed border-solid-gray-600 p-4 print:rounded-none print:text-black"
          >
            <h2 className="text-std-18B-160">{words.heading}</h2>
            <p className="text-dns-14N-130">{loaderData.visit}</p>
            <div
              role="img"
              aria-label={words.qrCode}
              className="mx-auto my-2 size-40 [&>svg]:size-full"
              // The picture is drawn by the server from its own text.
              dangerouslySetInnerHTML={{ __html: qrCodeSvg }}
            />
            <p className="text-dns-14N-130">{loaderData.lead}</p>
            <p className="my-1 font-mono text-dns-14N-130 wrap-anywhere">{address}</p>
            <p className="text-dns-14N-130">{loaderData.until}</p>
            <p className="text-dns-14N-130">{loaderData.once}</p>
            <p className="mt-1 text-dns-14N-130">{loaderData.office}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
