import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { programLabel } from '#dispatch/domain/program.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isPlainDate, type PlainDate } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { time } from '#record/domain/date-codecs.ts';
import { problemText } from '#record/text.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { assignInstructor } from '../assign-instructor.server.ts';
import { preselectDays } from '../domain/assignment.ts';
import type { CandidateFacts } from '../domain/candidate.ts';
import type { Verdict } from '../domain/eligibility.ts';
import {
  checkAssignmentRoom,
  chooseOfferable,
  listOfferable,
  mostOffers,
  type OfferRoom,
} from '../domain/offer-room.ts';
import type { RankedCandidate } from '../domain/ranking.ts';
import { mostDays } from '../domain/request-session.ts';
import { rankForRequest } from '../rank-candidates.server.ts';
import { assignmentRefusalText, kindLabel, matchingText as words, reasonText, verdictText } from '../text.ts';

/** What the page of candidates shows; `?choose=` names the instructor whose days are being chosen. */
export async function loadCandidatePage({ ctx, params, url, href }: StaffCall) {
  const { request, ranking, room } = await rankForRequest(ctx, params['id'] ?? '');
  const pageHref = href(`requests/${request.id}/candidates`);
  const { facts } = request;
  const choosing = ranking.ranked.find(({ candidate }) => candidate.id === url.searchParams.get('choose'));
  return {
    request: {
      number: request.number,
      href: href(`requests/${request.id}`),
      hostName: facts.hostName,
      place: findMunicipality(facts.municipalityCode)?.name ?? facts.municipalityCode,
      program: programLabel(facts.program),
      trade: findTrade(facts.tradeCode)?.name ?? facts.tradeCode,
      wished: request.wished,
      planned: request.planned,
      held: request.held,
      open: mostDays(facts),
      minutes: facts.sessionMinutes,
      startsAt: facts.wishedStart ?? '',
    },
    pageHref,
    ranked: ranking.ranked.map((ranked, index) => showRanked(ranked, { rank: index + 1, href, pageHref })),
    excluded: ranking.excluded.map(({ candidate, eligibility }) => ({
      ...showPerson(candidate, href),
      reasons: eligibility.verdicts.filter(({ passed }) => !passed).map((verdict: Verdict) => verdictText(verdict)),
    })),
    choosing: choosing && {
      id: choosing.candidate.id,
      name: choosing.candidate.name,
      key: randomUUID(),
      offerHref: isAllowed(ctx.actor, 'offer.write', { corner: ctx.corner })
        ? href(`requests/${request.id}/offers/new?instructor=${choosing.candidate.id}`)
        : undefined,
      ...chooseDays(choosing, room, facts.wishedStart),
      held: room.open.map(({ instructorName }) => instructorName),
      offersHref: href(`requests/${request.id}/offers`),
    },
    mayAssign: isAllowed(ctx.actor, 'matching.assign', { corner: ctx.corner }) && mostDays(facts) > 0,
  };
}

/** The free days that nobody else was asked for, and of them those to begin with. */
function chooseDays({ candidate, eligibility }: RankedCandidate, room: OfferRoom, startsAt: string | null) {
  const person = { instructorId: candidate.id, startsAt };
  const days = listOfferable({ ...person, days: eligibility.freeDays }, room, checkAssignmentRoom);
  const together = chooseOfferable({ ...person, days }, room, checkAssignmentRoom);
  const most = mostOffers(room);
  return {
    days: days.map((day) => ({ value: day, label: formatSlashDate(day) })),
    most,
    preselected: preselectDays(candidate, together, most),
  };
}

function showPerson({ id, number, name, kind }: CandidateFacts, href: StaffCall['href']) {
  return { id, number, name, kind: kindLabel(kind), href: href(`instructors/${id}`) };
}

type Place = { readonly rank: number; readonly href: StaffCall['href']; readonly pageHref: string };

function showRanked(
  { candidate, eligibility, kilometres, reasons, score }: RankedCandidate,
  { rank, href, pageHref }: Place,
) {
  const { yearlyCap, held, planned, lastActivityOn } = candidate;
  return {
    ...showPerson(candidate, href),
    rank,
    score,
    distance: kilometres === null ? words.unknown : `${kilometres}km`,
    freeDays: `${eligibility.freeDays.length}日`,
    left: yearlyCap === null ? words.noLimit : `${yearlyCap - held - planned}回`,
    lastActivity: lastActivityOn === null ? words.never : formatSlashDate(lastActivityOn),
    reasons: reasons.map(reasonText),
    verdicts: eligibility.verdicts.map(verdictText),
    chooseHref: `${pageHref}?choose=${candidate.id}#choose`,
  };
}

/** What the form of an assignment answers when nobody was assigned. */
export type AssignmentAnswer = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly days: readonly string[];
  readonly startsAt: string;
};

/** Takes 「この日で割り当てる」 and goes to the request, where the planned visits stand. */
export async function takeAssignment({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'matching.assign');
  const form = await readForm(request);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const days = form.getAll('days').filter((day): day is PlainDate => isPlainDate(day));
  const again = (errors: AssignmentAnswer['errors'], status: number) =>
    data<AssignmentAnswer>({ errors, days, startsAt: text('startsAt') }, { status });
  const startsAt = text('startsAt') === '' ? undefined : time().parse(text('startsAt'));
  if (startsAt && !startsAt.ok)
    return again([{ name: 'startsAt', message: problemText(words.startsAt, startsAt.refusal) }], 422);
  const requestId = params['id'] ?? '';
  const assigned = await assignInstructor(ctx, {
    requestId,
    instructorId: text('instructor'),
    days,
    startsAt: startsAt?.value ?? null,
    key: text('idempotency-key') || undefined,
  });
  if (assigned.ok) throw redirect(href(`requests/${requestId}`));
  return again(
    [{ name: 'days', message: assignmentRefusalText(assigned.refusal) }],
    assigned.refusal.kind === 'no-day' ? 422 : 409,
  );
}
