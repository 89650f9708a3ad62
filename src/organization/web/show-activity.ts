import { requestStatus, requestStatusLabel } from '#dispatch/domain/request-status.ts';
import type { RequestRow } from '#dispatch/request-queries.server.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { visitStatusLabel } from '#schedule/domain/visit-status.ts';
import type { VisitRow } from '#schedule/visit-queries.server.ts';
import { organizationText as words } from '../text.ts';

type Href = (path: string) => string;

/** A 派遣要請 as a line on the page of its 派遣先. */
export function showRequest(row: RequestRow, href: Href) {
  const status = requestStatus(row);
  return {
    id: row.id,
    href: href(`requests/${row.id}`),
    number: row.number,
    receivedOn: formatSlashDate(plainDate(row.receivedOn)),
    trade: tradeName(row.tradeCode),
    progress: words.progressOf(row.planned + row.held, row.wished),
    status,
    statusLabel: requestStatusLabel(status),
  };
}

/** A 派遣 as a line on the page of its 派遣先. */
export function showVisit(row: VisitRow, href: Href) {
  return {
    id: row.id,
    href: href(`visits/${row.id}`),
    number: row.number,
    day: formatSlashDate(plainDate(row.visitOn)),
    trade: tradeName(row.tradeCode),
    instructors: row.instructorNames.join('、'),
    trainees: row.trainees,
    status: row.status,
    statusLabel: visitStatusLabel(row.status),
  };
}

function tradeName(code: string): string {
  return findTrade(code)?.name ?? code;
}
