import { kilometresBetween } from '#kernel/distance.ts';
import type { Problem } from '#optimizer/problem.ts';
import { findMunicipality, type Municipality } from '#reference/domain/municipality.ts';
import type { TravelCostFacts } from './planning-facts.ts';
import { travelMinutesBetween, type TravelAssumption } from '#schedule/domain/travel-time.ts';

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

/** Minutes from place to place, with what is needed between two sessions at one place. */
export function travelTable(places: readonly string[], travel: TravelAssumption): Problem['travelMinutes'] {
  return places.map((from) => places.map((to) => travelMinutesBetween(from, to, travel) ?? A_DAY_OF_MINUTES));
}
