import { canLeadBoth, minutesOf, type Appointment } from './appointment.ts';
import { overlaps } from './occupation.ts';
import { travelMinutesBetween, travelOf, type DatedTravel } from './travel-time.ts';

/** 派遣の場所と時間. When and where one instructor leads a visit whose hours are written down. */
export type PlacedVisit = Appointment & {
  readonly id: string;
  readonly number: string;
  readonly host: string;
  readonly instructor: string;
  readonly instructorName: string;
  readonly startsAt: string;
  readonly endsAt: string;
};

/** 移動の注意. Another visit of the day that an instructor cannot reach, or does not come from, in time. */
export type TravelClash = {
  readonly instructorName: string;
  readonly other: Pick<PlacedVisit, 'id' | 'number' | 'host' | 'startsAt' | 'endsAt'>;
  readonly minutesBetween: number;
  /** Null where the way is not known. */
  readonly minutesNeeded: number | null;
};

/**
 * The visits between which and this one its instructor has no time to travel, by the very rule of an assignment
 * (`canLeadBoth`). Who enters a visit by hand is told and may go on: they may know better. What overlaps is refused by
 * another rule.
 */
export function findTravelClashes(
  visit: PlacedVisit,
  others: readonly PlacedVisit[],
  travel: readonly DatedTravel[],
): readonly TravelClash[] {
  return others
    .filter((other) => other.instructor === visit.instructor && other.id !== visit.id && !overlaps(visit, other))
    .filter((other) => !canLeadBoth(visit, other, travel))
    .map((other) => ({
      instructorName: visit.instructorName,
      other: pick(other),
      minutesBetween: minutesBetween(visit, other),
      minutesNeeded: travelMinutesBetween(visit.municipalityCode, other.municipalityCode, travelOf(travel, visit.day)),
    }));
}

function pick({ id, number, host, startsAt, endsAt }: PlacedVisit): TravelClash['other'] {
  return { id, number, host, startsAt, endsAt };
}

function minutesBetween(one: PlacedVisit, other: PlacedVisit): number {
  const [earlier, later] = one.startsAt <= other.startsAt ? [one, other] : [other, one];
  return minutesOf(later.startsAt) - minutesOf(earlier.endsAt);
}
