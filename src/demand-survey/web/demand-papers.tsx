import { getCornerContact } from '#desk/corner-queries.server.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { drawQrCode } from '#own/draw-qr-code.server.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { useLocation } from 'react-router';
import { getDemandSurvey } from '../demand-survey-queries.server.ts';
import { listPapers, PAPER_CURSOR_LENGTH } from '../paper-queries.server.ts';
import { paperText as words } from '../paper-text.ts';
import { demandText } from '../text.ts';
import type { Route } from './+types/demand-papers.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: data.number, href: data.surveyHref },
    { label: data.title },
  ],
};

export const loader = (args: Route.LoaderArgs) =>
  staffPage(async ({ ctx, params, url, href }) => {
    const surveyId = params['id'] ?? '';
    const isReminder = url.searchParams.get('kind') === 'reminder';
    const survey = await getDemandSurvey(ctx, surveyId);
    const page = await listPapers(ctx, {
      surveyId,
      recipientId: url.searchParams.get('recipient') ?? '',
      isReminder,
      cursor: decodeCursor(url.searchParams.get('cursor'), PAPER_CURSOR_LENGTH),
      ...letterDeskOf(args),
    });
    const { office, telephone } = await getCornerContact(ctx);
    return {
      number: survey.number,
      surveyHref: href(`demand-surveys/${surveyId}`),
      title: isReminder ? words.reminderTitle : words.title,
      lead: isReminder ? words.reminderLead : words.lead,
      isReminder,
      survey: survey.title,
      year: fiscalYearLabel(survey.fiscalYear),
      note: survey.note,
      until: formatEraDate(survey.answerBy),
      office: [words.office(office, telephone), page.fax ? words.fax(page.fax) : ''].filter(Boolean).join('　'),
      count: countText(page),
      next: page.next,
      previous: page.previous,
      papers: await Promise.all(
        page.rows.map(async (paper) => ({
          ...paper,
          qrCodeSvg: paper.address === undefined ? undefined : await drawQrCode(paper.address),
        })),
      ),
    };
  })(args);

export default function DemandPapers({ loaderData: page }: Route.ComponentProps) {
  const location = useLocation();
  const address = (cursor: string) => listAddress(location, { cursor });
  return (
    <>
      <div className="print:hidden">
        <PageHeader title={`${page.title} ${page.count}`} lead={page.lead} />
        <Pager nextHref={page.next && address(page.next)} previousHref={page.previous && address(page.previous)} />
      </div>
      {page.papers.length === 0 ? <EmptyList title={words.none} lead={words.noneLead} /> : null}
      {page.papers.map((paper) => (
        <Paper key={paper.id} page={page} paper={paper} />
      ))}
    </>
  );
}

type PaperProps = { readonly page: Page; readonly paper: Page['papers'][number] };

/** 派遣希望調査票: one A4 a recipient, with its number and its own QR code (domain.md §5.8). */
function Paper({ page, paper }: PaperProps) {
  return (
    <article
      data-sheet=""
      className="mb-8 max-w-3xl break-after-page border border-solid-gray-420 bg-white px-6 py-6 last:break-after-auto print:mb-0 print:max-w-none print:border-0 print:p-0 print:text-black"
    >
      <p className="text-end font-700">{words.number(paper.number)}</p>
      <p className="text-dns-14N-130">
        {paper.postalCode ? `〒${paper.postalCode.slice(0, 3)}-${paper.postalCode.slice(3)}　` : ''}
        {paper.place}
      </p>
      <p className="text-std-18B-160">{words.to(paper.host)}</p>
      <h2 className="my-3 text-center text-std-24B-150">{page.survey}</h2>
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          {page.isReminder ? <p className="mb-1 font-700">{words.again}</p> : null}
          <p>{words.asking(page.year)}</p>
          {page.note === null ? null : <p className="mt-1 whitespace-pre-wrap">{page.note}</p>}
          <p className="mt-1 font-700">{words.until(page.until)}</p>
        </div>
        {paper.qrCodeSvg === undefined ? null : (
          <div className="w-44 shrink-0 text-center">
            <p className="text-dns-14N-130">{words.how}</p>
            <div
              role="img"
              aria-label={words.qrCode}
              className="mx-auto size-32 [&>svg]:size-full"
              // The picture is drawn by the server from its own text.
              dangerouslySetInnerHTML={{ __html: paper.qrCodeSvg }}
            />
          </div>
        )}
      </div>
      {paper.address === undefined ? null : (
        <p className="mt-1 font-mono text-dns-14N-130 wrap-anywhere">{paper.address}</p>
      )}
      <p className="mt-3">{words.byPaper}</p>
      <p className="my-2 font-700">{words.wants}</p>
      <WishTable number={paper.number} />
      <p className="mt-3 text-dns-14N-130">{words.contact}</p>
      <p className="mt-2 text-dns-14N-130">{words.comment}</p>
      <div className="h-16 border border-solid-gray-800 print:h-24" />
      <p className="mt-2 text-dns-14N-130">{words.privacy}</p>
      <p className="mt-1 font-700">{page.office}</p>
    </article>
  );
}

const blankLines = [1, 2, 3, 4, 5];

function WishTable({ number }: { readonly number: string }) {
  return (
    <table className="w-full table-fixed border-collapse text-dns-14N-130">
      <caption className="sr-only">{words.number(number)}</caption>
      <colgroup>
        {['w-[18%]', 'w-[8%]', 'w-[26%]', 'w-[20%]', 'w-[28%]'].map((width) => (
          <col key={width} className={width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {words.columns.map((header) => (
            <th key={header} scope="col" className="border border-solid-gray-800 px-1 py-0.5 text-start">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {blankLines.map((line) => (
          <tr key={line} className="h-16 align-top print:h-20">
            {words.columns.map((header, index) => (
              <td key={header} className="border border-solid-gray-800 px-1 py-0.5">
                {index === 2 ? words.months : ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
