import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { BoardSession } from '../board-queries.server.ts';
import { listDroppedVisits } from '../dropped-visit-queries.server.ts';
import type { PlanRun } from '../plan-queries.server.ts';
import { droppedText as words } from '../board-text.ts';
import { nameOfInstructors, timeText } from './board-list.server.ts';

type Asked = {
  readonly run: PlanRun;
  /** What is about to be adopted, by the numbers of its requests. */
  readonly sessions: readonly (Pick<BoardSession, 'visitOn' | 'instructorIds'> & { readonly request: string })[];
};

/** Planned visits that have no place in a proposal, with what each keeps from being adopted and where it is called off. */
export async function loadDroppedVisits({ ctx, href }: StaffCall, { run, sessions }: Asked) {
  const rows = await listDroppedVisits(ctx, run);
  const nameOf = await nameOfInstructors(ctx, rows, []);
  const mayCancel = isAllowed(ctx.actor, 'visit.write', { corner: ctx.corner });
  return rows.map(
    ({ visitId, number, requestId, requestNumber, hostName, visitOn, startsAt, endsAt, instructorIds }) => {
      const blocked = sessions.filter(
        (session) => session.visitOn === visitOn && session.instructorIds.some((id) => instructorIds.includes(id)),
      );
      return {
        id: visitId,
        number,
        href: href(`visits/${visitId}`),
        request: requestNumber,
        requestHref: href(`requests/${requestId}`),
        hostName,
        when: `${formatSlashDate(visitOn)}　${timeText(startsAt, endsAt)}`,
        people: instructorIds.map(nameOf).join('、'),
        blocked: blocked.length === 0 ? '' : words.blocked([...new Set(blocked.map(({ request }) => request))]),
        cancelHref: mayCancel ? href(`visits/${visitId}?close=cancel#close-visit`) : undefined,
      };
    },
  );
}

export type ShownDropped = Awaited<ReturnType<typeof loadDroppedVisits>>;
