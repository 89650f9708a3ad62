import type { ReactNode } from 'react';
import { ChipLabel, type ChipTone } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { organizationText as words } from '../text.ts';
import type { showRequest, showVisit } from './show-activity.ts';

type HostRequestsProps = {
  readonly year: string;
  readonly requestCount: string;
  readonly requests: readonly ReturnType<typeof showRequest>[];
  readonly requestsHref: string;
  readonly newRequestHref: string | undefined;
};

const requestTones = { open: 'attention', assigned: 'progress', done: 'done' } as const satisfies Record<
  string,
  ChipTone
>;

const visitTones = { planned: 'progress', held: 'done', cancelled: 'stopped' } as const satisfies Record<
  string,
  ChipTone
>;

/** What the 派遣先 asked for in the 年度, and the way to a new 派遣要請. */
export function HostRequests({ year, requestCount, requests, requestsHref, newRequestHref }: HostRequestsProps) {
  const title = words.requestsTitle(year, requestCount);
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{title}</h2>
      {requests.length === 0 ? (
        <p>{words.noRequests(year)}</p>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          dense
          rows={requests}
          rowKey={(row) => row.id}
          columns={[
            { key: 'received', header: words.received, cell: (row) => row.receivedOn, keepTogether: true },
            {
              key: 'number',
              header: words.requestNumber,
              cell: (row) => <a href={row.href}>{row.number}</a>,
              rowHeader: true,
              keepTogether: true,
            },
            { key: 'trade', header: words.trade, cell: (row) => row.trade },
            { key: 'progress', header: words.progress, cell: (row) => row.progress, align: 'end', keepTogether: true },
            {
              key: 'status',
              header: words.status,
              cell: (row) => <ChipLabel tone={requestTones[row.status]}>{row.statusLabel}</ChipLabel>,
              keepTogether: true,
            },
          ]}
        />
      )}
      <Ways>
        {requests.length > 0 ? <Way href={requestsHref}>{words.allRequests}</Way> : null}
        {newRequestHref === undefined ? null : <Way href={newRequestHref}>{words.newRequest}</Way>}
      </Ways>
    </section>
  );
}

type HostVisitsProps = {
  readonly year: string;
  readonly visits: readonly ReturnType<typeof showVisit>[];
  readonly visitsHref: string;
};

/** The latest visits of the 年度 at the 派遣先. */
export function HostVisits({ year, visits, visitsHref }: HostVisitsProps) {
  const title = words.visitsTitle(year);
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{title}</h2>
      {visits.length === 0 ? (
        <p>{words.noVisits(year)}</p>
      ) : (
        <>
          <DataTable
            caption={title}
            captionHidden
            dense
            rows={visits}
            rowKey={(row) => row.id}
            columns={[
              { key: 'day', header: words.day, cell: (row) => row.day, keepTogether: true },
              {
                key: 'number',
                header: words.visitNumber,
                cell: (row) => <a href={row.href}>{row.number}</a>,
                rowHeader: true,
                keepTogether: true,
              },
              { key: 'trade', header: words.trade, cell: (row) => row.trade },
              { key: 'instructors', header: words.instructors, cell: (row) => row.instructors },
              { key: 'trainees', header: words.trainees, cell: (row) => row.trainees, align: 'end' },
              {
                key: 'status',
                header: words.status,
                cell: (row) => <ChipLabel tone={visitTones[row.status]}>{row.statusLabel}</ChipLabel>,
                keepTogether: true,
              },
            ]}
          />
          <Ways>
            <Way href={visitsHref}>{words.allVisits}</Way>
          </Ways>
        </>
      )}
    </section>
  );
}

function Ways({ children }: { readonly children: ReactNode }) {
  return <p className="mt-1 flex flex-wrap gap-x-6 print:hidden">{children}</p>;
}

function Way({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center">
      {children}
    </a>
  );
}
