import type { PlainDate } from '#kernel/plain-date.ts';
import { sessionEnd, type Appointment } from '#schedule/domain/appointment.ts';
import type { CandidateFacts } from './candidate.ts';
import type { OfferRoomRefusal } from './offer-room.ts';

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

/** Why nobody is assigned without being asked while others have not answered. */
export type HeldRefusal = OfferRoomRefusal | HeldByOffers;

/** Whether an open offer keeps its days free: one of which a day is over is accepted no more. */
export function keepsDaysFree({ days }: Pick<OfferElsewhere, 'days'>, today: PlainDate): boolean {
  return days.every((day) => day >= today);
}

/**
 * Whether an assignment that the ordinary rule accepts would break what the person was asked for elsewhere: the same rule is
 * asked again as if they had said yes to all of it. Their day, with the time to travel, and their caps count alike.
 */
export function findHeldByOffers(
  candidate: CandidateFacts,
  offers: readonly OfferElsewhere[],
  decide: (candidate: CandidateFacts) => { readonly ok: boolean },
): HeldByOffers | undefined {
  const isHeld = (some: readonly OfferElsewhere[]) => !decide(asIfAccepted(candidate, some)).ok;
  if (offers.length === 0 || !isHeld(offers)) return undefined;
  const alone = offers.filter((offer) => isHeld([offer]));
  const told = alone.length > 0 ? alone : offers;
  return {
    kind: 'held-by-offers',
    offers: told.map(({ requestNumber, hostName, days }) => ({ requestNumber, hostName, days })),
  };
}

/** Somebody who has said yes to all of it. */
export function asIfAccepted<Facts extends CandidateFacts>(
  candidate: Facts,
  offers: readonly Omit<OfferElsewhere, 'requestNumber' | 'hostName'>[],
): Facts {
  const asked = offers.flatMap(({ days, startsAt, sessionMinutes, municipalityCode }) =>
    days.map((day): Appointment => ({ day, startsAt, endsAt: sessionEnd(startsAt, sessionMinutes), municipalityCode })),
  );
  return { ...candidate, busy: [...candidate.busy, ...asked], planned: candidate.planned + asked.length };
}
