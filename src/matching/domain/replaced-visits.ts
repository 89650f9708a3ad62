import { compareDates, daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import type { AgreedVisit, PlanningFacts } from './planning-facts.ts';
import type { AssignmentProposal, DroppedVisit } from './proposal.ts';

/**
 * Proposals of a plan that may move visits, beside those visits: what is planned just so already is left out, for there is
 * nothing to adopt of it, and of the others each says in which visit's place it stands, as long as there are any.
 */
export function markReplaced(
  proposals: readonly AssignmentProposal[],
  { agreed }: Pick<PlanningFacts, 'agreed'>,
): readonly AssignmentProposal[] {
  if (agreed.length === 0) return proposals;
  const visits = Map.groupBy(agreed, ({ requestId }) => requestId);
  const replaced = new Map<AssignmentProposal, AgreedVisit | undefined>();
  for (const [requestId, own] of Map.groupBy(proposals, (proposal) => proposal.requestId))
    for (const [proposal, visit] of pair(own, visits.get(requestId) ?? []).paired) replaced.set(proposal, visit);
  return proposals.flatMap((proposal) => {
    if (!replaced.has(proposal)) return [];
    const visit = replaced.get(proposal);
    return [visit ? { ...proposal, explanation: { ...proposal.explanation, replaces: toReplaced(visit) } } : proposal];
  });
}

/** Visits that a plan may move for which no session is proposed, by day: what is proposed of their requests has other ones. */
export function listDropped(
  proposals: readonly AssignmentProposal[],
  { agreed }: Pick<PlanningFacts, 'agreed'>,
): readonly DroppedVisit[] {
  const sessions = Map.groupBy(proposals, ({ requestId }) => requestId);
  const dropped = [...Map.groupBy(agreed, ({ requestId }) => requestId)].flatMap(([requestId, own]) => {
    const { kept, paired } = pair(sessions.get(requestId) ?? [], own);
    const placed = new Set([...kept, ...paired.values()]);
    return own.filter((visit) => !placed.has(visit)).map((visit) => ({ ...toReplaced(visit), requestId }));
  });
  return dropped.toSorted((left, right) => compareDates(left.visitOn, right.visitOn));
}

type Pairs = {
  /** Visits that are planned as it is proposed. */
  readonly kept: ReadonlySet<AgreedVisit>;
  readonly paired: ReadonlyMap<AssignmentProposal, AgreedVisit | undefined>;
};

/** The sessions of a request that are not planned so already, each with the visit that changes least by becoming it. */
function pair(proposals: readonly AssignmentProposal[], visits: readonly AgreedVisit[]): Pairs {
  const kept = new Set(proposals.flatMap((proposal) => visits.find((visit) => isPlannedSo(proposal, visit)) ?? []));
  const open = proposals.filter((proposal) => !visits.some((visit) => isPlannedSo(proposal, visit)));
  const paired = new Map<AssignmentProposal, AgreedVisit | undefined>(open.map((proposal) => [proposal, undefined]));
  const pairs = open.flatMap((proposal) =>
    visits.filter((visit) => !kept.has(visit)).map((visit) => ({ proposal, visit, change: changeOf(proposal, visit) })),
  );
  const taken = new Set<AgreedVisit>();
  for (const { proposal, visit } of pairs.toSorted((left, right) => left.change - right.change)) {
    if (taken.has(visit) || paired.get(proposal)) continue;
    taken.add(visit);
    paired.set(proposal, visit);
  }
  return { kept, paired };
}

function isPlannedSo({ visitOn, instructorIds }: AssignmentProposal, visit: AgreedVisit): boolean {
  return visit.day === visitOn && instructorIds.every((id) => visit.instructorIds.includes(id));
}

/** More than any two days of a 年度 are apart. */
const A_PERSON = 1000;

/** How much of a visit becomes another: first the people, then how far the day goes; ties keep the order of the days. */
function changeOf({ visitOn, instructorIds }: AssignmentProposal, visit: AgreedVisit): number {
  if (visit.day === visitOn) return 0;
  const others = instructorIds.filter((id) => !visit.instructorIds.includes(id)).length;
  return 1 + others * A_PERSON + Math.abs(daysBetween(visit.day, visitOn));
}

function toReplaced({ visitId, number, day, startsAt, endsAt, instructorIds }: AgreedVisit) {
  return { visitId, number, visitOn: day satisfies PlainDate, startsAt, endsAt, instructorIds };
}
