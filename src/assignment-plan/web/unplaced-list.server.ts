import { listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { nameInstructors, type BoardFilters } from '../board-queries.server.ts';
import { peopleOfRemedy } from '#matching/domain/proposal.ts';
import { blockerText, remedyWords } from '../explanation-text.ts';
import { boardText as words } from '../board-text.ts';
import { listUnplaced, UNPLACED_CURSOR_LENGTH, type UnplacedRow } from '../run-queries.server.ts';

/** One page of what a run leaves out. */
export async function loadUnplacedList({ ctx, url, href }: StaffCall, runId: string, { trade }: BoardFilters) {
  const cursor = decodeCursor(url.searchParams.get('cursor'), UNPLACED_CURSOR_LENGTH);
  const page = await listUnplaced(ctx, { runId, tradeCode: trade || undefined, cursor });
  const named = await nameInstructors(
    ctx,
    page.rows.flatMap(({ remedy }) => (remedy ? peopleOfRemedy(remedy) : [])),
  );
  const nameOf = (id: string) => named.get(id)?.name ?? '';
  const address = (place: string | undefined) => place && listAddress(url, { cursor: place });
  return {
    view: 'unplaced' as const,
    rows: page.rows.map((row) => showUnplaced(row, { href, nameOf })),
    count: page.count,
    more: page.more,
    nextHref: address(page.next),
    previousHref: address(page.previous),
  };
}

export type ShownUnplaced = Awaited<ReturnType<typeof loadUnplacedList>>;

type Showing = Pick<StaffCall, 'href'> & { readonly nameOf: (instructorId: string) => string };

function showUnplaced(row: UnplacedRow, { href, nameOf }: Showing) {
  const remedy = row.remedy && remedyWords(row.remedy, { requestId: row.requestId, nameOf });
  return {
    id: row.requestId,
    number: row.requestNumber,
    hostName: row.hostName,
    requestHref: href(`requests/${row.requestId}`),
    place: findMunicipality(row.municipalityCode)?.name ?? row.municipalityCode,
    trade: findTrade(row.tradeCode)?.name ?? row.tradeCode,
    priority: row.priority ?? '',
    left: words.leftText(row.sessions, row.wished),
    blockers: [...new Set(row.blockers.map(blockerText))],
    remedy: remedy && { ...remedy, href: href(remedy.path) },
    shortageHref: href(`shortage?trade=${row.tradeCode}`),
  };
}
