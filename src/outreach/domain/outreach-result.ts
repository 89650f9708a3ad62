import { accept, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { holdVisit, type VisitTransitionRefusal } from '#schedule/domain/visit-transition.ts';
import { attendees, attendeesOf, sumAttendees, type AttendeeSplit } from './attendee.ts';
import type { Booth } from './booth.ts';
import type { OutreachEvent } from './outreach-fields.ts';
import type { OutreachKind } from './outreach-kind.ts';
import { readSplit, type OutreachForm } from './outreach-form.ts';

const people = { codec: integer({ min: 0, max: 99_999 }), unit: '人' } as const;

/** The key under which the visitors of a booth are entered. */
export function visitorsKey(index: number): string {
  return `visitors${index + 1}`;
}

/** What 「結果を記録する」 asks for at an event: who came, and of a fair who stopped at each booth. */
export function resultFields(kind: OutreachKind, booths: readonly Booth[]): readonly AnyField[] {
  const [first] = attendeesOf(kind);
  return [
    { key: 'visitOn', header: '実施日', required: true, codec: date() },
    ...attendees
      .filter(({ code }) => attendeesOf(kind).includes(code))
      .map(({ code, label }) => ({ key: code, header: label, required: code === first, ...people })),
    ...booths.map(({ name }, index) => ({
      key: visitorsKey(index),
      header: `${name}の来場者`,
      required: false,
      ...people,
    })),
  ];
}

/**
 * The event as it was held: the people of the visit are the sum of those who were counted; booths are counted for
 * themselves. Of an event that was held before, the counts are mended.
 */
export function holdOutreach(
  event: OutreachEvent,
  { form, kind }: { readonly form: OutreachForm; readonly kind: OutreachKind },
): Result<OutreachEvent, VisitTransitionRefusal> {
  const visitOn = form['visitOn'] as PlainDate;
  const split: AttendeeSplit = readSplit(form, kind);
  const trainees = sumAttendees(split) ?? 0;
  const held =
    event.status === 'held' ? accept({ ...event, visitOn, trainees }) : holdVisit(event, { visitOn, trainees });
  if (!held.ok) return held;
  const booths = event.booths?.map((booth, index) => ({
    ...booth,
    visitors: (form[visitorsKey(index)] as number | null) ?? null,
  }));
  return accept({ ...event, ...held.value, kind, ...split, booths: booths ?? null });
}
