import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { listBatches } from '../batch-queries.server.ts';
import { batchStates, noticeDeadline } from '../domain/batch.ts';
import { batchLabel, batchText as words, noticeText } from '../text.ts';
import type { Route } from './+types/batch-list.ts';
import { batchTones } from '../state-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  const state = batchStates.find((known) => known === url.searchParams.get('state')) ?? '';
  const every = await listBatches(ctx, { fiscalYear: year });
  const batches = every.filter((batch) => state === '' || batch.state === state);
  const today = ctx.today();
  const rows = batches.map((batch) => {
    const notice = noticeDeadline(batch, today);
    return {
      id: batch.id,
      label: batchLabel(batch),
      href: href(`certification-batches/${batch.id}`),
      deadline: formatSlashDate(batch.deadlineOn),
      notice: notice && { kind: notice.kind, text: noticeText(notice) },
      state: batch.state,
      sentOn: batch.sentOn === null ? words.notYet : formatSlashDate(batch.sentOn),
      receivedOn: batch.receivedOn === null ? words.notYet : formatSlashDate(batch.receivedOn),
      cases: words.fileCount(batch.cases),
      decided: words.fileCount(batch.decided),
      returned: words.fileCount(batch.returned),
    };
  });
  const may = (permission: 'certification.write' | 'certification.decide') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  return {
    rows,
    tabs: (['', ...batchStates] as const).map((known) => ({
      label: known === '' ? words.everyState : words.states[known],
      href: href(known === '' ? 'certification-batches' : `certification-batches?state=${known}`),
      current: known === state,
      count: every.filter((batch) => known === '' || batch.state === known).length,
    })),
    narrowed: state !== '' && every.length > 0,
    yearLabel: fiscalYearLabel(year),
    newHref: may('certification.write') ? href('certification-batches/new') : undefined,
    wordsHref: may('certification.decide') ? href('certification-batches/words') : undefined,
  };
});

type Page = Route.ComponentProps['loaderData'];

export default function BatchList({ loaderData }: Route.ComponentProps) {
  const { rows, tabs, narrowed, newHref, wordsHref, yearLabel } = loaderData;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          <>
            {newHref ? (
              <ButtonLink variant="solid" href={newHref}>
                {words.add}
              </ButtonLink>
            ) : null}
            {wordsHref ? <ButtonLink href={wordsHref}>{words.toWords}</ButtonLink> : null}
          </>
        }
      />
      <Deadlines rows={rows} />
      <div className="mb-4">
        <TabLinks label={words.state} tabs={tabs} />
      </div>
      {rows.length === 0 && narrowed ? (
        <EmptyState title={words.nothingInState}>{words.nothingInStateLead}</EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState title={words.empty(yearLabel)}>{newHref ? words.emptyLead : words.emptyReadOnly}</EmptyState>
      ) : (
        <BatchTable rows={rows} />
      )}
    </>
  );
}

/** What presses: deadlines that are near or over, before everything else. */
function Deadlines({ rows }: { readonly rows: Page['rows'] }) {
  const due = rows.filter(({ notice }) => notice);
  if (due.length === 0) return null;
  return (
    <div className="mb-6 flex flex-col gap-3">
      {due.map(({ id, label, href, deadline, notice }) => (
        <Notification
          key={id}
          kind={notice?.kind === 'overdue' ? 'error' : 'warning'}
          title={`${label}：${notice?.text}（${deadline}）`}
        >
          <a href={href}>{words.open(label)}</a>
        </Notification>
      ))}
    </div>
  );
}

function BatchTable({ rows }: { readonly rows: Page['rows'] }) {
  return (
    <DataTable
      caption={`${words.title} ${words.fileCount(rows.length)}`}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'round',
          header: words.round,
          cell: ({ label, href }) => <a href={href}>{label}</a>,
          rowHeader: true,
          keepTogether: true,
        },
        { key: 'deadline', header: words.deadline, cell: ({ deadline }) => deadline, keepTogether: true },
        {
          key: 'state',
          header: words.state,
          cell: ({ state }) => <ChipLabel tone={batchTones[state]}>{words.states[state]}</ChipLabel>,
          keepTogether: true,
        },
        { key: 'cases', header: words.cases, cell: ({ cases }) => cases, align: 'end', keepTogether: true },
        { key: 'decided', header: words.decided, cell: ({ decided }) => decided, align: 'end', keepTogether: true },
        { key: 'returned', header: words.returned, cell: ({ returned }) => returned, align: 'end', keepTogether: true },
        { key: 'sent', header: words.sentOn, cell: ({ sentOn }) => sentOn, keepTogether: true },
        { key: 'received', header: words.receivedOn, cell: ({ receivedOn }) => receivedOn, keepTogether: true },
      ]}
    />
  );
}
