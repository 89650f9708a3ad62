export type MapPoint = { readonly x: number; readonly y: number };

/** A municipality on the map: what it sends, what it gets, and where its name has room. */
export type MapPlace = MapPoint & {
  readonly code: string;
  readonly name: string;
  readonly sent: number;
  readonly received: number;
  /** Left out where every side of the point is taken. */
  readonly label: (MapPoint & { readonly anchor: 'start' | 'middle' | 'end' }) | undefined;
};

type Area = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Of one character of a name, in units of the picture. */
const CHARACTER = 13;
const LINE = 15;
const AWAY = 9;

/**
 * Gives each place a side on which its name meets no other name and no other place, the busiest places first; a name
 * without room is left out, because the table has it too.
 */
export function placeLabels(
  places: readonly Omit<MapPlace, 'label'>[],
  picture: { readonly width: number; readonly height: number },
): readonly MapPlace[] {
  const taken: Area[] = places.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
  const busy = ({ sent, received }: Omit<MapPlace, 'label'>) => sent + received;
  const labelled = places
    .toSorted((left, right) => busy(right) - busy(left) || (left.code < right.code ? -1 : 1))
    .map((place) => {
      const found = sidesOf(place).find(
        ({ area }) => isInside(area, picture) && !taken.some((other) => meets(area, other)),
      );
      if (found) taken.push(found.area);
      return { ...place, label: found?.label };
    });
  return places.flatMap(({ code }) => labelled.find((place) => place.code === code) ?? []);
}

function sidesOf({ x, y, name }: MapPoint & { readonly name: string }) {
  const width = [...name].length * CHARACTER;
  const area = (left: number, top: number): Area => ({ left, right: left + width, top, bottom: top + LINE });
  return [
    { label: { x: x + AWAY, y: y + 5, anchor: 'start' as const }, area: area(x + AWAY, y - 7) },
    { label: { x: x - AWAY, y: y + 5, anchor: 'end' as const }, area: area(x - AWAY - width, y - 7) },
    { label: { x, y: y - AWAY, anchor: 'middle' as const }, area: area(x - width / 2, y - AWAY - LINE + 3) },
    { label: { x, y: y + AWAY + 11, anchor: 'middle' as const }, area: area(x - width / 2, y + AWAY) },
  ];
}

function isInside(
  { left, right, top, bottom }: Area,
  { width, height }: { readonly width: number; readonly height: number },
) {
  return left >= 0 && right <= width && top >= 0 && bottom <= height;
}

function meets(one: Area, other: Area): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
