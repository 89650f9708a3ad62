import type { PlainDate } from '#kernel/plain-date.ts';
import type { AssignmentRefusal } from './assignment.ts';
import type { RequestFacts } from './candidate.ts';
import { sessionsLeft } from './host-cap.ts';
import { findIncomplete, incompleteSessions } from './request-session.ts';

/** 返事待ちの打診. Days of a request for which somebody was asked and has not answered. */
export type OpenOffer = {
  readonly instructorId: string;
  readonly instructorName: string;
  readonly days: readonly PlainDate[];
  /** HH:MM; null where no time was told. */
  readonly startsAt: string | null;
};

/** Why days are not given to one person while others have not answered. */
export type OfferRoomRefusal =
  | { readonly kind: 'open-already'; readonly instructorName: string }
  | { readonly kind: 'day-offered'; readonly day: PlainDate; readonly instructorNames: readonly string[] }
  | {
      readonly kind: 'offered-at-other-time';
      readonly day: PlainDate;
      readonly startsAt: string | null;
      readonly instructorName: string;
    }
  | { readonly kind: 'too-many-offered'; readonly chosen: number; readonly offered: number; readonly open: number };

type Wanted = Pick<OpenOffer, 'instructorId' | 'days' | 'startsAt'>;

/** What is known of the offers when somebody is asked or assigned. */
export type OfferRoom = {
  readonly request: Pick<RequestFacts, 'openSessions' | 'team' | 'sessions' | 'hostCap'>;
  /** The open offers of the request. */
  readonly open: readonly OpenOffer[];
  /** Days of open offers that count against the same cap of the host, of its other requests. */
  readonly offeredElsewhere: number;
};

type Check = (wanted: Wanted, room: OfferRoom) => OfferRoomRefusal | AssignmentRefusal | undefined;

/**
 * Whether days can be offered besides what is offered already: to each person once, on no day to more people than the
 * session still needs and for one time, and together not more days than are open or than the host may have. Pure.
 */
export function checkOfferRoom(wanted: Wanted, room: OfferRoom): ReturnType<Check> {
  const own = findOwn(wanted, room);
  return own ? { kind: 'open-already', instructorName: own.instructorName } : checkRoom(wanted, room);
}

/**
 * The same for somebody who is assigned without being asked. Of what they were asked for themselves their answer is waited
 * for; on other days they may go.
 */
export function checkAssignmentRoom(wanted: Wanted, room: OfferRoom): ReturnType<Check> {
  const own = findOwn(wanted, room);
  return own?.days.some((day) => wanted.days.includes(day))
    ? { kind: 'open-already', instructorName: own.instructorName }
    : checkRoom(wanted, room);
}

function findOwn({ instructorId }: Wanted, { open }: OfferRoom): OpenOffer | undefined {
  return open.find((offer) => offer.instructorId === instructorId);
}

function checkRoom(wanted: Wanted, { request, open, offeredElsewhere }: OfferRoom): ReturnType<Check> {
  const [taken] = wanted.days.flatMap((day) => findTaken(wanted, day, { request, open }) ?? []);
  if (taken) return taken;
  const offered = newDays(
    request,
    open.flatMap(({ days }) => days),
  );
  const more = newDays(request, wanted.days).filter((day) => !offered.includes(day));
  const room = request.openSessions - offered.length;
  if (more.length > room)
    return { kind: 'too-many-offered', chosen: more.length, offered: offered.length, open: request.openSessions };
  const { hostCap } = request;
  const left = sessionsLeft(hostCap);
  if (hostCap === null || left === null) return undefined;
  const leftOver = Math.max(0, left - offered.length - offeredElsewhere);
  return more.length > leftOver
    ? { kind: 'over-host-cap', chosen: more.length, left: leftOver, ...hostCap }
    : undefined;
}

/** On a day whoever it is offered to already are as many as are missing, or were told another time. */
function findTaken(
  { startsAt }: Wanted,
  day: PlainDate,
  { request, open }: Pick<OfferRoom, 'request' | 'open'>,
): OfferRoomRefusal | undefined {
  const asked = askedOn(open, day);
  const instructorNames = asked.map(({ instructorName }) => instructorName);
  if (asked.length >= missingOn(request, day)) return { kind: 'day-offered', day, instructorNames };
  const other = asked.find((offer) => offer.startsAt !== startsAt);
  return (
    other && { kind: 'offered-at-other-time', day, startsAt: other.startsAt, instructorName: other.instructorName }
  );
}

/** Of these days those for which a visit is to be planned yet, each once. */
function newDays(request: OfferRoom['request'], days: readonly PlainDate[]): readonly PlainDate[] {
  return [...new Set(days)].filter((day) => findIncomplete(request, day) === undefined);
}

/**
 * Of the days on which somebody is free those that can be offered to them (or given, by that check), each by itself and at
 * the time that others were told. Pure.
 */
export function listOfferable(
  { instructorId, days }: Pick<Wanted, 'instructorId' | 'days'>,
  asked: OfferRoom,
  check: Check = checkOfferRoom,
): readonly PlainDate[] {
  return days.filter((day) => {
    const startsAt = asked.open.find((offer) => offer.days.includes(day))?.startsAt ?? null;
    return check({ instructorId, days: [day], startsAt }, asked) === undefined;
  });
}

/** Of offerable days the first ones that can be offered together at a time. Pure. */
export function chooseOfferable(wanted: Wanted, asked: OfferRoom, check: Check = checkOfferRoom): readonly PlainDate[] {
  const chosen: PlainDate[] = [];
  for (const day of wanted.days) {
    if (check({ ...wanted, days: [...chosen, day] }, asked) === undefined) chosen.push(day);
  }
  return chosen;
}

/** How many days can be offered to one more person: those that nobody was asked for, and those that need more people. Pure. */
export function mostOffers({ request, open }: Pick<OfferRoom, 'request' | 'open'>): number {
  const offered = newDays(
    request,
    open.flatMap(({ days }) => days),
  );
  const waiting = incompleteSessions(request).map(({ day }) => day);
  const needMore = [...offered, ...waiting].filter((day) => askedOn(open, day).length < missingOn(request, day));
  return Math.max(0, request.openSessions - offered.length) + needMore.length;
}

function askedOn(open: readonly OpenOffer[], day: PlainDate): readonly OpenOffer[] {
  return open.filter(({ days }) => days.includes(day));
}

/** How many people the session of a day is short of. */
function missingOn(request: OfferRoom['request'], day: PlainDate): number {
  return request.team - (findIncomplete(request, day)?.people ?? 0);
}
