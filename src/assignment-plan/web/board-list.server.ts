import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { ExtraInstructor } from '#matching/domain/planning-settings.ts';
import type { Context } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { ChipTone } from '#ui/chip-label.tsx';
import {
  listBoardRequests,
  listSessionsOf,
  nameInstructors,
  type BoardFilters,
  type BoardRequest,
  type BoardSession,
} from '../board-queries.server.ts';
import type { PlanRun } from '../plan-queries.server.ts';
import { reasonLine } from '../explanation-text.ts';
import { boardText as words } from '../board-text.ts';

/** The run that is shown, and the one before it of the same plan, with which chips compare. */
export type ShownRuns = { readonly run: PlanRun; readonly before: PlanRun | undefined };

/** One page of the board's list. */
export async function loadBoardList(call: StaffCall, { run, before }: ShownRuns, filters: BoardFilters) {
  const { ctx, url, href } = call;
  const cursor = decodeCursor(url.searchParams.get('cursor'), 2);
  const page = await listBoardRequests(ctx, { runId: run.id, filters, cursor });
  const requestIds = page.rows.map(({ id }) => id);
  const sessions = await listSessionsOf(ctx, { runId: run.id, requestIds });
  const earlier = before ? await listSessionsOf(ctx, { runId: before.id, requestIds }) : undefined;
  const nameOf = await nameOfInstructors(ctx, sessions, run.settings.extraInstructors);
  const planHref = href(`assignment/${run.planId}`);
  const address = (place: string | undefined) => place && listAddress(url, { cursor: place });
  return {
    view: 'list' as const,
    rows: page.rows.map((request) => {
      const own = sessions.filter(({ requestId }) => requestId === request.id);
      return {
        ...showRequest(request, planHref),
        isOpen: own.some(({ state }) => state === 'open'),
        sessions: own.map((session) =>
          showSession(session, { nameOf, earlier: earlier?.filter(({ requestId }) => requestId === request.id) }),
        ),
      };
    }),
    count: page.count,
    more: page.more,
    nextHref: address(page.next),
    previousHref: address(page.previous),
    isNarrowed: Object.values(filters).some(Boolean),
    mayAdopt: isAllowed(ctx.actor, 'assignment.adopt', { corner: ctx.corner }),
    adoptHref: `${planHref}/adopt`,
  };
}

export type ShownList = Awaited<ReturnType<typeof loadBoardList>>;
export type ShownRequest = ShownList['rows'][number];
export type ShownSession = ShownRequest['sessions'][number];

/** Names of everybody in some sessions, those who are only supposed included. */
export async function nameOfInstructors(
  ctx: Context,
  sessions: readonly { readonly instructorIds: readonly string[] }[],
  extra: readonly ExtraInstructor[],
): Promise<(instructorId: string) => string> {
  const known = await nameInstructors(
    ctx,
    sessions.flatMap(({ instructorIds }) => instructorIds),
  );
  const supposed = new Map(extra.map(({ id, name }) => [id, name]));
  return (id) => known.get(id)?.name ?? supposed.get(id) ?? words.nobody;
}

/** A request on the board. */
export function showRequest(
  { id, number, hostName, municipalityCode, tradeCode, priority }: BoardRequest,
  planHref: string,
) {
  return {
    id,
    number,
    hostName,
    href: `${planHref}/requests/${id}`,
    place: findMunicipality(municipalityCode)?.name ?? municipalityCode,
    trade: findTrade(tradeCode)?.name ?? tradeCode,
    priority,
  };
}

type Beside = {
  readonly nameOf: (instructorId: string) => string;
  /** The sessions of the same request in the calculation before; undefined where there is none. */
  readonly earlier: readonly BoardSession[] | undefined;
};

/** A proposed session on one line. */
export function showSession(session: BoardSession, { nameOf, earlier }: Beside) {
  const { visitOn, startsAt, endsAt, instructorIds, explanation } = session;
  return {
    key: visitOn,
    day: formatSlashDate(visitOn),
    time: timeText(startsAt, endsAt),
    people: instructorIds.map((id) => {
      const way = explanation.instructors.find(({ instructorId }) => instructorId === id);
      return { key: id, name: nameOf(id), way: way ? `${way.kilometres}km` : words.unknown };
    }),
    chips: chipsOf(session, earlier),
    reason: reasonLine(explanation.parts),
  };
}

/** 「13:30〜16:30」, or that the time is open. */
export function timeText(startsAt: string | null, endsAt: string | null): string {
  if (startsAt === null) return words.timeOpen;
  return `${startsAt.slice(0, 5)}〜${endsAt?.slice(0, 5) ?? ''}`;
}

type Chip = { readonly label: string; readonly tone: ChipTone };

/** What became of a proposal, whether it is fixed, and in what it differs from the calculation before. */
export function chipsOf(session: BoardSession, earlier: readonly BoardSession[] | undefined): readonly Chip[] {
  const { state, explanation, visitOn, instructorIds } = session;
  const same = earlier?.find((each) => each.visitOn === visitOn);
  const isChanged = same !== undefined && same.instructorIds.toSorted().join() !== instructorIds.toSorted().join();
  return [
    ...(state === 'adopted' ? [{ label: words.adopted, tone: 'done' as const }] : []),
    ...(state === 'dismissed' ? [{ label: words.dismissed, tone: 'stopped' as const }] : []),
    ...(explanation.replaces ? [{ label: words.replaces, tone: 'attention' as const }] : []),
    ...(explanation.instructors.some(({ pinned }) => pinned)
      ? [{ label: words.pinned, tone: 'progress' as const }]
      : []),
    ...(earlier && !same ? [{ label: words.isNew, tone: 'attention' as const }] : []),
    ...(isChanged ? [{ label: words.changed, tone: 'attention' as const }] : []),
  ];
}
