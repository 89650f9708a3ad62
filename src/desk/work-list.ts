import { courseKindLabel } from '#course/text.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import type { Dashboard } from './dashboard-queries.server.ts';
import { waitingKinds, type WaitingKind } from './domain/waiting.ts';
import { waitingText } from './text.ts';
import { workText as words } from './work-text.ts';

type Line = {
  readonly label: string;
  readonly lead: string;
  readonly count: string;
  readonly unit: string;
  readonly href: string;
};

type Places = { readonly href: (path: string) => string };

/** 今日の仕事: a line for each kind of which something waits, with the way to the list of just these records. */
export function listTasks(
  { waiting, since }: Pick<Dashboard, 'waiting' | 'since'>,
  { href, today, unreportedHref }: Places & { readonly today: PlainDate; readonly unreportedHref: string },
): readonly Line[] {
  const hrefs: Readonly<Record<WaitingKind, string>> = {
    unreported: unreportedHref,
    unplanned: `${href('requests')}?status=open`,
    declined: `${href('visits')}?status=planned&reply=declined&from=${today}`,
    followUp: `${href('consultations')}?state=due`,
    due: `${href('certification-batches')}?state=open`,
    returned: `${href('certifications')}?state=returned&sort=waiting`,
    received: `${href('certifications')}?state=received&sort=waiting`,
    interview: `${href('certifications')}?state=interview&sort=waiting`,
    willing: `${href('upkeep')}?view=running&state=willing`,
    unwilling: `${href('upkeep')}?view=running&state=unwilling`,
    unrecorded: `${href('scouting')}?status=planned&to=${addDays(today, -1)}&sort=earliest`,
    unwritten: href('reports/status'),
  };
  return waitingKinds
    .filter((kind) => waiting[kind] > 0)
    .map((kind) => ({
      label: words.waiting[kind].label,
      lead: `${words.waiting[kind].lead}${dayText(kind, since[kind])}`,
      count: waitingText(waiting[kind]),
      unit: peopleKinds.includes(kind) ? words.people : words.unit,
      href: hrefs[kind],
    }));
}

const peopleKinds: readonly WaitingKind[] = ['willing', 'unwilling'];

function dayText(kind: WaitingKind, day: PlainDate | null): string {
  if (day === null) return '';
  if (kind === 'due') return words.deadline(day);
  return kind === 'declined' ? words.declinedOn(day) : words.since(day);
}

/** 近づいていること: what a deadline comes to, the nearest to an act first. */
export function listWatch({ watch }: Pick<Dashboard, 'watch'>, { href }: Places): readonly Line[] {
  const { batch, courses, quiet, untrained } = watch;
  const people = (of: {
    readonly label: string;
    readonly lead: string;
    readonly count: number;
    readonly href: string;
  }) => (of.count === 0 ? [] : [{ ...of, count: of.count.toLocaleString('ja-JP'), unit: words.people }]);
  return [
    ...(batch && batch.complete > 0
      ? [
          {
            label: words.complete.label,
            lead: words.complete.lead(batch.deadlineOn),
            count: String(batch.complete),
            unit: words.unit,
            href: href(`certification-batches/${batch.id}`),
          },
        ]
      : []),
    ...courses.flatMap(({ id, kind, firstDay, unanswered }) =>
      people({
        label: words.unanswered.label(firstDay, courseKindLabel(kind)),
        lead: words.unanswered.lead,
        count: unanswered,
        href: href(`courses/${id}`),
      }),
    ),
    ...people({
      label: words.dormant.label,
      lead: words.dormant.lead(quiet.dormant.firstLapseOn),
      count: quiet.dormant.count,
      href: href('upkeep'),
    }),
    ...people({
      label: words.lapsing.label,
      lead: words.lapsing.lead(quiet.soon.firstLapseOn),
      count: quiet.soon.count,
      href: `${href('upkeep')}?view=soon`,
    }),
    ...people({
      label: words.untrained.label,
      lead: words.untrained.lead(untrained.certifiedOn),
      count: untrained.count,
      href: `${href('instructors')}?kind=meister&course=not-taken`,
    }),
  ];
}
