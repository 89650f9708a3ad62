import { programLabel } from '#dispatch/domain/program.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { visitStatusLabel } from '#schedule/domain/visit-status.ts';
import type { OwnVisit } from '#schedule/own-visit-queries.server.ts';
import { ownText } from '../text.ts';

/** Whether the instructor is still to answer. */
export function isOpen({ status, reply }: Pick<OwnVisit, 'status' | 'reply'>): boolean {
  return status === 'planned' && (reply === 'unanswered' || reply === 'outdated');
}

/** A visit in the words of its instructor. */
export function showVisit(visit: OwnVisit) {
  const { id, number, version, status, reply, trainees } = visit;
  const municipality = findMunicipality(visit.municipalityCode)?.name ?? '';
  const address = visit.address ?? '';
  return {
    id,
    number,
    version,
    status,
    reply,
    trainees,
    day: dayText(visit.visitOn),
    time: [visit.startsAt, visit.endsAt].filter(Boolean).join('〜'),
    host: visit.host,
    place: address.includes(municipality) ? address : `${municipality}${address}`,
    program: programLabel(visit.program),
    trade: findTrade(visit.tradeCode)?.name ?? visit.tradeCode,
    state: status === 'planned' ? ownText.states[reply] : visitStatusLabel(status),
    isOpen: isOpen(visit),
    cancelReason: visit.cancelReason ?? '',
    reason: visit.reason ?? '',
    enteredBy: visit.enteredBy,
    href: `/my/visits/${id}`,
  };
}

export type ShownVisit = ReturnType<typeof showVisit>;

/** 令和4年12月5日（月）: the era, as letters to instructors write it. */
export function dayText(day: PlainDate): string {
  return formatEraDate(day, 'weekday');
}
