import { formatEraDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { rosterFields } from '../domain/roster.ts';
import { rosterText as words } from '../roster-text.ts';
import { visitText } from '../text.ts';
import type { Route } from './+types/roster-sheet.ts';
import { showRoster } from './roster-call.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: visitText.listTitle, href: href('visits') },
    { label: data.number, href: data.visitHref },
    { label: words.title, href: data.rosterHref },
    { label: words.print },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'roster.read');
  const { number, visitOn, host, rows, visitHref, rosterHref } = await showRoster(call);
  return { number, day: formatEraDate(visitOn, 'weekday'), host, rows, visitHref, rosterHref };
});

const line = 'border border-solid-gray-600 px-2 py-1 text-start align-middle';
/** Percent of the sheet: number, 氏名, フリガナ, 年齢か生年, 所属・学年, 目標の級, 出席. */
const widths = [7, 20, 21, 13, 20, 9, 10];
/** For people who come without having been named. */
const spareLines = ['spare-1', 'spare-2', 'spare-3'] as const;

/** 印刷用の名簿: A4 with a box to tick for each person. */
export default function RosterSheet({ loaderData }: Route.ComponentProps) {
  const { number, day, host, rows } = loaderData;
  return (
    <>
      <div className="print:hidden">
        <PageHeader title={`${words.print} ${number}`} lead={words.sheetLead} />
      </div>
      <article
        data-sheet=""
        className="max-w-4xl border border-solid-gray-420 bg-white px-6 py-6 print:max-w-none print:border-0 print:p-0 print:text-black"
      >
        <p className="text-end">{words.sheetNumber(number)}</p>
        <h2 className="my-3 text-center text-std-24B-150">{words.sheetTitle}</h2>
        <p>
          {day}　{host}
        </p>
        <SheetTable rows={rows} />
        <p className="text-dns-14N-130">{words.sheetFoot}</p>
      </article>
    </>
  );
}

/** One line a person, and a few for those who come without having been named. */
function SheetTable({ rows }: Pick<Route.ComponentProps['loaderData'], 'rows'>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div role="region" aria-label={words.title} tabIndex={0} className="overflow-x-auto print:overflow-visible">
      <table className="my-3 w-full min-w-2xl table-fixed border-collapse print:min-w-0">
        <caption className="sr-only">{words.sheetTitle}</caption>
        <colgroup>
          {widths.map((width, index) => (
            <col key={index} width={`${width}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {[words.row, ...rosterFields.map(({ header }) => header), words.came].map((header) => (
              <th key={header} scope="col" className={`${line} font-700`}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place} className="h-10 break-inside-avoid">
              <td className={`${line} text-end`}>{row.place}</td>
              <th scope="row" className={`${line} wrap-anywhere`}>
                {row.name}
              </th>
              {rosterFields.slice(1).map(({ key }) => (
                <td key={key} className={`${line} wrap-anywhere`}>
                  {row[key]}
                </td>
              ))}
              <td className={`${line} text-center text-std-20B-150`}>{row.present === true ? '☑' : '☐'}</td>
            </tr>
          ))}
          {spareLines.map((place) => (
            <tr key={place} className="h-10 break-inside-avoid">
              <td className={line} />
              {rosterFields.map(({ key }) => (
                <td key={key} className={line} />
              ))}
              <td className={`${line} text-center text-std-20B-150`}>☐</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
