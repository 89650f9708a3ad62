import { kilometresBetween, type Coordinates } from '#kernel/distance.ts';

/** A stop of a day's route; a place that is not known has none. */
export type RouteStop<Item> = { readonly item: Item; readonly place: Coordinates | undefined };

/** 訪問順. One leg of the route: kilometres as the crow flies from the stop before, nothing where the place is not known. */
export type RouteLeg<Item> = { readonly item: Item; readonly kilometres: number | undefined };

/**
 * The order of one day's visits: from the office always to the nearest stop that is left, by straight lines between
 * municipal offices. Equally near stops keep the order given; stops without a place come last. A rule of thumb, not the
 * shortest tour: roads, ferries and appointments are not known.
 */
export function orderByNearest<Item>(
  office: Coordinates,
  stops: readonly RouteStop<Item>[],
): readonly RouteLeg<Item>[] {
  const left = stops.flatMap(({ item, place }) => (place === undefined ? [] : [{ item, place }]));
  const legs: RouteLeg<Item>[] = [];
  let here = office;
  while (left.length > 0) {
    const distances = left.map(({ place }) => kilometresBetween(here, place));
    const kilometres = Math.min(...distances);
    const [next] = left.splice(distances.indexOf(kilometres), 1);
    if (!next) break;
    legs.push({ item: next.item, kilometres });
    here = next.place;
  }
  const unplaced = stops.filter(({ place }) => place === undefined);
  return [...legs, ...unplaced.map(({ item }) => ({ item, kilometres: undefined }))];
}
