/** 緯度・経度 in decimal degrees. */
export type Coordinates = { readonly latitude: number; readonly longitude: number };

const EARTH_RADIUS_KILOMETRES = 6371.0088;

/** Kilometres as the crow flies between two places (haversine; within 0.5 % of the ellipsoid in Japan). */
export function kilometresBetween(from: Coordinates, to: Coordinates): number {
  const latitude = radians(to.latitude - from.latitude);
  const longitude = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
