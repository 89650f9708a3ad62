import { daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import type { Option, Period, Slot } from '#optimizer/problem.ts';
import { minutesOf, sessionEnd } from '#schedule/domain/appointment.ts';
import { monthOf } from './free-days.ts';
import { HOLD_OF_OFFER, type PlanningFacts } from './planning-facts.ts';
import type { RequestOptions } from './planning-options.ts';
import { createWays, findPlaceOn, type PlanningPlace, type Way } from './planning-travel.ts';

/** Day and hours that a slot of a problem stands for. */
export type SlotKey = { readonly day: PlainDate; readonly startsAt: string | null; readonly endsAt: string | null };

type Making = {
  readonly facts: PlanningFacts;
  readonly periods: readonly Period[];
  readonly places: readonly PlanningPlace[];
};

/** Slots with what they stand for, options, and the keys of those that were fixed by hand. */
export type MadeSlots = {
  readonly slots: readonly Slot[];
  readonly slotKeys: readonly SlotKey[];
  readonly options: readonly Option[];
  readonly pinned: ReadonlySet<string>;
  /** The options for which somebody was asked and has not answered. */
  readonly offered: readonly number[];
};

/** One slot for each day on which anybody can lead a session of the request, and one option for each person and slot. */
export function listSlots(requests: readonly RequestOptions[], { facts, periods, places }: Making): MadeSlots {
  const periodOf = new Map(periods.map(({ id }, index) => [id, index]));
  const slots: Slot[] = [];
  const slotKeys: SlotKey[] = [];
  const starts = requests.map(({ request, people }, task) => {
    const slotOf = new Map<PlainDate, number>();
    const { startsAt, endsAt, ...hours } = hoursOf(request);
    for (const day of [...new Set(people.flatMap(({ days }) => days))].toSorted(compareDays)) {
      slotOf.set(day, slots.length);
      const period = periodOf.get(monthOf(day)) ?? 0;
      const place = Math.max(0, findPlaceOn(places, request.municipalityCode, day));
      slots.push({ task, day: daysBetween(facts.from, day), period, ...hours, place });
      slotKeys.push({ day, startsAt, endsAt });
    }
    return slotOf;
  });
  return { slots, slotKeys, ...listOptions(requests, facts, starts) };
}

function listOptions(
  requests: readonly RequestOptions[],
  facts: PlanningFacts,
  slotsOf: readonly ReadonlyMap<PlainDate, number>[],
): Pick<MadeSlots, 'options' | 'pinned' | 'offered'> {
  const ways = createWays(facts.costs);
  const decided = indexDecided(facts);
  const options: Option[] = [];
  const offered: number[] = [];
  const pinned = new Set<string>();
  requests.forEach(({ request, people }, task) => {
    for (const { instructor: worker, days } of people) {
      const person = facts.instructors[worker];
      if (!person) continue;
      const way: Way = ways(person.municipalityCode, request.municipalityCode);
      const own = decided.get(`${request.id} ${person.id}`);
      for (const day of days) {
        const slot = slotsOf[task]?.get(day) ?? 0;
        if (own?.offers.has(day) === true) offered.push(options.length);
        const isPinned = own?.pins.has(day) === true;
        if (isPinned) pinned.add(optionKey(request.id, person.id, day));
        options.push({ slot, worker, ...way, hold: own?.holds.get(day) ?? 0, pinned: isPinned });
      }
    }
  });
  return { options, pinned, offered };
}

type Decided = {
  readonly pins: Set<PlainDate>;
  readonly offers: Set<PlainDate>;
  readonly holds: Map<PlainDate, number>;
};

/** What was fixed by hand or told to people, by request and person: most have nothing, and are not asked day by day. */
function indexDecided({ pins, held, offers }: PlanningFacts): ReadonlyMap<string, Decided> {
  const decided = new Map<string, Decided>();
  const of = (requestId: string, instructorId: string): Decided => {
    const key = `${requestId} ${instructorId}`;
    const found = decided.get(key) ?? { pins: new Set(), offers: new Set(), holds: new Map() };
    decided.set(key, found);
    return found;
  };
  for (const { kind, requestId, instructorId, day } of pins) {
    if (kind === 'pin' && day !== null) of(requestId, instructorId).pins.add(day);
  }
  for (const { requestId, instructorId, day } of offers) of(requestId, instructorId).offers.add(day);
  const asked = offers.map((offer) => ({ ...offer, hold: HOLD_OF_OFFER }));
  for (const { requestId, instructorId, day, hold } of [...held, ...asked]) {
    const { holds } = of(requestId, instructorId);
    holds.set(day, Math.max(hold, holds.get(day) ?? 0));
  }
  return decided;
}

/** A time that is not known with its end takes the whole day. */
function hoursOf({ wishedStart, sessionMinutes }: RequestOptions['request']) {
  const endsAt = sessionEnd(wishedStart, sessionMinutes);
  if (wishedStart === null || endsAt === null) return { startsAt: wishedStart, endsAt: null, start: null, end: null };
  return { startsAt: wishedStart, endsAt, start: minutesOf(wishedStart), end: minutesOf(endsAt) };
}

/** One person for one request on one day. */
export function optionKey(requestId: string, instructorId: string, day: PlainDate): string {
  return `${requestId} ${instructorId} ${day}`;
}

function compareDays(left: PlainDate, right: PlainDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
