import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel, type ChipTone } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Notification } from '#ui/notification.tsx';
import { courseText, instructorText as words } from '../text.ts';
import { courseStatus } from '../domain/course-status.ts';
import type { ShownActivity } from './show-activity.ts';

/** Kind, division, course and publication beside the name. */
export function InstructorChips({ texts }: { readonly texts: Readonly<Record<string, string>> }) {
  const course = courseStatus().parse(texts['course'] ?? '');
  const isReady = course.ok && course.value.status !== 'not-taken';
  return (
    <span className="flex flex-wrap gap-2">
      <ChipLabel tone="progress">{texts['kind']}</ChipLabel>
      {texts['division'] ? <ChipLabel>{texts['division']}</ChipLabel> : null}
      <ChipLabel tone={isReady ? 'done' : 'attention'}>
        {words.course}：{courseText(course.ok ? course.value : null)}
      </ChipLabel>
      {texts['isPublic'] ? <ChipLabel>{texts['isPublic'] === '可' ? words.public : words.notPublic}</ChipLabel> : null}
    </span>
  );
}

/** Says that three years without activity are near or over, and what to do about it. */
export function DormancyNotice({
  notice,
  upkeepHref,
}: {
  readonly notice: ShownActivity['notice'];
  /** Where the intent is asked and the registration ended. */
  readonly upkeepHref: string | undefined;
}) {
  if (!notice) return null;
  return (
    <div className="mb-6">
      <Notification
        kind="warning"
        title={notice.title}
        actions={upkeepHref ? <ButtonLink href={upkeepHref}>{words.upkeep}</ButtonLink> : undefined}
      >
        {notice.lead}
      </Notification>
    </div>
  );
}

/** The last activity with both of its sources, and how many visits the 年度 still allows. */
export function ActivitySection({ activity }: { readonly activity: ShownActivity }) {
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{words.activity}</h2>
      <DescriptionList
        columns={2}
        items={[
          { term: words.lastActivity, detail: <b>{activity.lastActivityOn}</b> },
          { term: words.visitsOf(activity.fiscalYear), detail: activity.count },
          { term: words.heldActivity, detail: activity.lastHeldOn },
          { term: words.remaining, detail: activity.remaining },
          { term: words.enteredActivity, detail: activity.enteredOn },
        ]}
      />
    </section>
  );
}

const statusTones: Readonly<Record<string, ChipTone>> = { planned: 'progress', held: 'done', cancelled: 'stopped' };

/** The visits of the 年度 by day. */
export function YearVisits({ activity }: { readonly activity: ShownActivity }) {
  const { fiscalYear, visits } = activity;
  return (
    <section className="mb-6">
      <h2 className="text-std-18B-160 mb-2">{words.visitsTitle(fiscalYear)}</h2>
      {visits.length === 0 ? (
        <p>{words.noVisits(fiscalYear)}</p>
      ) : (
        <DataTable
          caption={words.visitsTitle(fiscalYear)}
          captionHidden
          dense
          rows={visits}
          rowKey={(visit) => visit.id}
          columns={[
            {
              key: 'day',
              header: words.visitDay,
              cell: (visit) => <a href={visit.href}>{visit.day}</a>,
              rowHeader: true,
              keepTogether: true,
            },
            { key: 'host', header: words.host, cell: (visit) => visit.host },
            { key: 'trade', header: words.trade, cell: (visit) => visit.trade },
            {
              key: 'status',
              header: words.status,
              cell: (visit) => <ChipLabel tone={statusTones[visit.status] ?? 'neutral'}>{visit.statusText}</ChipLabel>,
            },
          ]}
        />
      )}
    </section>
  );
}
