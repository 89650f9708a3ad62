import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { loadRecordView } from '#record/web/record-pages.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { getVisitLinks } from '#schedule/visit-form-queries.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { attendees, attendeesOf, sumAttendees } from '../domain/attendee.ts';
import { instructorsOfBooths } from '../domain/booth.ts';
import { outreachKindLabel } from '../domain/outreach-kind.ts';
import { getOutreachRow } from '../outreach-queries.server.ts';
import { outreachRecords } from '../outreach-records.server.ts';
import { nextOfOutreach, outreachText as words } from '../text.ts';

/** An event as its pages show it. */
export async function loadOutreachView(call: StaffCall) {
  const { ctx, params, href } = call;
  const row = await getOutreachRow(ctx, params['id'] ?? '');
  const { input: event, version } = await outreachRecords.get(ctx, row.id);
  const { organization, request, instructors } = await getVisitLinks(ctx, row.id);
  const mayWrite = isAllowed(ctx.actor, 'visit.write', { corner: ctx.corner });
  const asked = row.kind === null ? [] : attendeesOf(row.kind);
  const isDue = row.visitOn <= ctx.today();
  const pageHref = href(`outreach/${row.id}`);
  return {
    id: row.id,
    version,
    number: row.number,
    status: row.status,
    split: row.split,
    splitSum: sumAttendees(event) ?? 0,
    trainees: row.trainees,
    kind: row.kind,
    title: [row.title ?? outreachKindLabel(row.kind ?? undefined), row.number].join(' '),
    next: nextOfOutreach(row.status, { day: formatSlashDate(row.visitOn), isDue }),
    facts: [
      { term: words.kind, detail: outreachKindLabel(row.kind ?? undefined) },
      { term: words.event, detail: row.title ?? '' },
      { term: words.day, detail: formatSlashDate(row.visitOn) },
      { term: words.time, detail: [row.startsAt, row.endsAt].filter(Boolean).join('〜') },
      {
        term: words.place,
        detail: [findMunicipality(row.municipalityCode)?.name, row.place].filter(Boolean).join('　'),
      },
      { term: words.trade, detail: findTrade(row.tradeCode)?.name ?? row.tradeCode },
      { term: words.note, detail: event.note ?? '' },
      ...(row.cancelReason === null ? [] : [{ term: words.cancelReason, detail: row.cancelReason }]),
    ],
    host: { name: organization.name, href: href(`organizations/${organization.id}`) },
    request: request && { number: request.number, href: href(`requests/${request.id}`) },
    instructors: instructors.map(({ id, number, name }) => ({ number, name, href: href(`instructors/${id}`) })),
    attendees: attendees
      .filter(({ code }) => asked.includes(code) || event[code] !== null)
      .map(({ code, label }) => ({ key: code, label, people: event[code] })),
    ...showBooths(event.booths ?? [], instructors),
    pageHref,
    visitHref: href(`visits/${row.id}`),
    canEdit: mayWrite && row.kind !== null,
    canCancel: mayWrite && row.status === 'planned',
    canRecord: mayWrite && row.kind !== null && row.status !== 'cancelled' && isDue,
    isDue,
    history: (await loadRecordView(call, outreachRecords)).history,
  };
}

type Booths = NonNullable<Awaited<ReturnType<typeof outreachRecords.get>>['input']['booths']>;

/** Whoever the visit no longer has, or has without a booth, is named: the visit may have been changed by itself. */
function showBooths(booths: Booths, instructors: readonly { readonly number: string; readonly name: string }[]) {
  const nameOf = (number: string) =>
    instructors.find((instructor) => instructor.number === number)?.name ?? words.leftVisit(number);
  const placed = instructorsOfBooths(booths);
  const rest = booths.length === 0 ? [] : instructors.filter(({ number }) => !placed.includes(number));
  return {
    booths: booths.map(({ name, tradeCode, instructorNumbers, material, visitors }, index) => ({
      key: String(index + 1),
      name,
      trade: findTrade(tradeCode)?.name ?? tradeCode,
      instructors: instructorNumbers.map(nameOf).join('、'),
      material: material ?? '',
      visitors,
    })),
    withoutBooth: rest.length === 0 ? undefined : words.withoutBooth(rest.map(({ name }) => name).join('、')),
  };
}
