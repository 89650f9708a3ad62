import { RecordHistory } from '#record/web/record-details.tsx';
import { recordWords } from '#record/web/text.ts';
import { visitStatusLabel } from '#schedule/domain/visit-status.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { outreachText as words } from '../text.ts';
import type { Route } from './+types/outreach-detail.ts';
import { BoothTable } from './outreach-booths.tsx';
import { CancelOutreach } from './outreach-cancel.tsx';
import { cancelOutreach } from './outreach-cancel.server.ts';
import { loadOutreachView } from './outreach-view.server.ts';
import { statusTones } from './outreach-tones.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('outreach') },
    { label: data.number },
  ],
};

export const loader = staffPage(loadOutreachView);

export const action = staffPage(cancelOutreach);

export default function OutreachDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { title, status, next, pageHref, visitHref, canEdit, canRecord, canCancel, booths } = loaderData;
  return (
    <>
      <PageHeader
        title={title}
        status={<ChipLabel tone={statusTones[status]}>{visitStatusLabel(status)}</ChipLabel>}
        lead={next}
        hasErrors={actionData !== undefined}
        action={
          <>
            {canRecord ? (
              <ButtonLink variant={status === 'planned' ? 'solid' : 'outline'} href={`${pageHref}/result`}>
                {status === 'planned' ? words.result : words.mendResult}
              </ButtonLink>
            ) : null}
            {booths.length > 0 ? <ButtonLink href={`${pageHref}/sheet`}>{words.sheet}</ButtonLink> : null}
            {canEdit ? <ButtonLink href={`${pageHref}/edit`}>{recordWords.edit}</ButtonLink> : null}
            <ButtonLink href={visitHref}>{words.openVisit}</ButtonLink>
          </>
        }
      />
      <Notices event={loaderData} />
      {canCancel ? <CancelOutreach version={loaderData.version} answer={actionData} /> : null}
      <Facts event={loaderData} />
      <Attendees event={loaderData} />
      <Booths event={loaderData} />
      <RecordHistory history={loaderData.history} />
    </>
  );
}

type EventProps = { readonly event: Route.ComponentProps['loaderData'] };

function Notices({ event: { kind, status, split, splitSum, trainees } }: EventProps) {
  if (kind === null) {
    return (
      <div className="mb-6">
        <Notification kind="warning" title={words.noKindTitle}>
          {words.noKindLead}
        </Notification>
      </div>
    );
  }
  if (split !== 'differs' || status === 'cancelled') return null;
  return (
    <div className="mb-6">
      <Notification kind="warning" title={words.differsTitle}>
        {words.differsLead(splitSum, trainees)}
      </Notification>
    </div>
  );
}

function Facts({ event: { facts, host, request, instructors } }: EventProps) {
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-std-18B-160">{words.event}</h2>
      <DescriptionList
        columns={2}
        items={[
          ...facts,
          { term: words.host, detail: <a href={host.href}>{host.name}</a> },
          ...(request ? [{ term: words.request, detail: <a href={request.href}>{request.number}</a> }] : []),
          {
            term: words.instructors,
            detail: (
              <ul>
                {instructors.map(({ number, name, href }) => (
                  <li key={number}>
                    <a href={href}>{name}</a>（{number}）
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Who came, apart; the last line is the number of the visit, which is what reports count. */
function Attendees({ event: { attendees, trainees, split, status } }: EventProps) {
  // Expected are those that somebody expects; counted may also be nobody.
  const shown = attendees.filter(
    ({ people: count }) => split !== 'missing' && (status !== 'planned' || count !== null),
  );
  const lineOf = (label: string, count: number | null) => ({ label, people: people(count) });
  const people = (count: number | null) => (count === null ? words.notCounted : `${count.toLocaleString('ja-JP')}人`);
  return (
    <section className="mb-6 max-w-md">
      <h2 className="mb-2 text-std-18B-160">{status === 'planned' ? words.expected : words.perAttendee}</h2>
      <DataTable
        caption={words.split}
        captionHidden
        dense
        rows={shown.map(({ label, people: count }) => lineOf(label, count))}
        totals={[lineOf(words.total, trainees)]}
        rowKey={({ label }) => label}
        columns={[
          { key: 'label', header: words.attendee, cell: ({ label }) => label, rowHeader: true },
          { key: 'people', header: words.people, cell: (row) => row.people, align: 'end', keepTogether: true },
        ]}
      />
      {split === 'missing' ? <p className="mt-1">{words.missing}</p> : null}
    </section>
  );
}

function Booths({ event: { booths, withoutBooth } }: EventProps) {
  if (booths.length === 0) return null;
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-std-18B-160">{words.booths}</h2>
      <BoothTable booths={booths} visitors={words.visitors} />
      <p className="mt-1">{words.visitorsNote}</p>
      {withoutBooth ? <p className="mt-1">{withoutBooth}</p> : null}
    </section>
  );
}
