import { courseKindLabel } from '#course/text.ts';
import { sinceText, workText } from '#work/text.ts';
import type { Dashboard } from './dashboard-queries.server.ts';
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
export function listTasks({ waiting }: Pick<Dashboard, 'waiting'>, { href }: Places): readonly Line[] {
  return waiting.map(({ kind, count, ...days }) => ({
    label: workText.kinds[kind].label,
    lead: `${workText.kinds[kind].lead}${sinceText(kind, days)}`,
    count: count.toLocaleString('ja-JP'),
    unit: workText.kinds[kind].unit ?? words.unit,
    href: `${href('work')}?kind=${kind}`,
  }));
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
