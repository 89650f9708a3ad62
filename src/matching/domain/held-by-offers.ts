import type { PlainDate } from '#kernel/plain-date.ts';
import { sessionEnd, type Appointment } from '#schedule/domain/appointment.ts';
import type { Assignment, AssignmentRefusal } from './assignment.ts';
import type { CandidateFacts } from './candidate.ts';
import type { Result } from '#kernel/result.ts';

/** An open offer of another request to the same person: when and where they would be. */
export type OfferElsewhere = {
  readonly requestNumber: string;
  readonly hostName: string;
  readonly days: readonly PlainDate[];
  readonly startsAt: string | null;
  readonly sessionMinutes: number | null;
  readonly municipalityCode: string;
};

/** What offers of other requests keep free of a person's year. */
export type HeldByOffers = {
  readonly kind: 'held-by-offers';
  readonly offers: readonly Pick<OfferElsewhere, 'requestNumber' | 'hostName' | 'days'>[];
};

type Decision = Result<Assignment, AssignmentRefusal>;

/**
 * Whether an assignment that the ordinary rule accepts would break what the person was asked for elsewhere: the same rule is
 * asked again as if they had said yes to all of it. Their day, with the time to travel, and their caps count alike.
 */
export function findHeldByOffers(
  candidate: CandidateFacts,
  offers: readonly OfferElsewhere[],
  decide: (candidate: CandidateFacts) => Decision,
): HeldByOffers | undefined {
  const isHeld = (some: readonly OfferElsewhere[]) => !decide(withOffers(candidate, some)).ok;
  if (offers.length === 0 || !isHeld(offers)) return undefined;
  const alone = offers.filter((offer) => isHeld([offer]));
  const told = alone.length > 0 ? alone : offers;
  return {
    kind: 'held-by-offers',
    offers: told.map(({ requestNumber, hostName, days }) => ({ requestNumber, hostName, days })),
  };
}

function withOffers(candidate: CandidateFacts, offers: readonly OfferElsewhere[]): CandidateFacts {
  const asked = offers.flatMap(({ days, startsAt, sessionMinutes, municipalityCode }) =>
    days.map((day): Appointment => ({ day, startsAt, endsAt: sessionEnd(startsAt, sessionMinutes), municipalityCode })),
  );
  return { ...candidate, busy: [...candidate.busy, ...asked], planned: candidate.planned + asked.length };
}
