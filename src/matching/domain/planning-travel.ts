import { kilometresBetween } from '#kernel/distance.ts';
import { compareDates, type PlainDate } from '#kernel/plain-date.ts';
import type { Problem } from '#optimizer/problem.ts';
import { findMunicipality, type Municipality } from '#reference/domain/municipality.ts';
import type { PlanningFacts, TravelCostFacts } from './planning-facts.ts';
import { travelMinutesBetween, travelOf } from '#schedule/domain/travel-time.ts';

/** The way from home to the place and back. */
export type Way = { readonly kilometres: number; readonly yen: number };

/**
 * Whole kilometres and yen of ways, each pair of municipalities reckoned once. A fare that the corner's rates name stands
 * before the price of the kilometre, as in a claim. A place that is not known is no way.
 */
export function createWays({ perKilometreYen, fares }: TravelCostFacts): (home: string, place: string) => Way {
  const places = new Map<string, Municipality | undefined>();
  const find = (code: string) => {
    if (!places.has(code)) places.set(code, findMunicipality(code));
    return places.get(code);
  };
  const known = new Map<string, Way>();
  return (home, place) => {
    const key = `${home} ${place}`;
    const found = known.get(key);
    if (found) return found;
    const [from, to] = [find(home), find(place)];
    const oneWay = from && to ? kilometresBetween(from, to) : 0;
    const fare = Object.hasOwn(fares, place) ? fares[place] : undefined;
    // Metres as a claim has them: one decimal of a kilometre there and back.
    const tenths = Math.round(oneWay * 2 * 10);
    const yen = fare ?? Math.floor(((perKilometreYen ?? 0) * tenths) / 10);
    const way = { kilometres: Math.round(oneWay * 2), yen };
    known.set(key, way);
    return way;
  };
}

/** Where the way is not known, a session takes the whole day. */
const A_DAY_OF_MINUTES = 24 * 60;

/** A municipality while one estimate of travel holds: from a day on. */
export type PlanningPlace = { readonly municipalityCode: string; readonly from: PlainDate };

/** Where sessions can be held, once for each estimate of travel that holds on days that are planned. */
export function listPlaces({ requests, travel, from, until }: PlanningFacts): readonly PlanningPlace[] {
  const codes = [...new Set(requests.map(({ municipalityCode }) => municipalityCode))].toSorted(compareText);
  const changes = travel.flatMap(({ validFrom }) => (from < validFrom && validFrom <= until ? [validFrom] : []));
  const days = [...new Set([from, ...changes])].toSorted(compareDates);
  return days.flatMap((day) => codes.map((municipalityCode) => ({ municipalityCode, from: day })));
}

/** Which of these places a municipality is on a day. */
export function findPlaceOn(places: readonly PlanningPlace[], municipalityCode: string, day: PlainDate): number {
  return places.findLastIndex((place) => place.municipalityCode === municipalityCode && place.from <= day);
}

/**
 * Minutes from place to place, with what is needed between two sessions at one place. Only sessions of one day are compared,
 * so that between places of two estimates it never matters.
 */
export function travelTable(
  places: readonly PlanningPlace[],
  travel: PlanningFacts['travel'],
): Problem['travelMinutes'] {
  return places.map(({ municipalityCode, from }) => {
    const then = travelOf(travel, from);
    return places.map((to) => travelMinutesBetween(municipalityCode, to.municipalityCode, then) ?? A_DAY_OF_MINUTES);
  });
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
