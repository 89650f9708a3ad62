import { kilometresBetween, type Coordinates } from '#kernel/distance.ts';
import { findMunicipality, listMunicipalities, type Municipality } from '#reference/domain/municipality.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { placeLabels, type MapPlace, type MapPoint } from './map-labels.ts';

/** 派遣の線. Proposed sessions that are led from one municipality in another one, by their codes. */
export type SendLine = { readonly from: string; readonly to: string; readonly sessions: number };

export type MapLine = {
  readonly key: string;
  readonly start: MapPoint;
  readonly end: MapPoint;
  readonly sessions: number;
  readonly width: number;
};

/** 派遣の地図. All lengths in units of the picture, whose width is `MAP_WIDTH`. */
export type SendMap = {
  readonly height: number;
  /** Municipalities of the prefecture that take no part: they give the land its shape. */
  readonly ground: readonly MapPoint[];
  readonly places: readonly MapPlace[];
  readonly lines: readonly MapLine[];
  readonly scale: { readonly kilometres: number; readonly length: number };
};

export const MAP_WIDTH = 512;

const MARGIN = 40;
const THINNEST_LINE = 1.5;
const WIDEST_LINE = 9;
const HIGHEST = 640;
/** Islands that cannot be reached from the prefectural office in such steps are drawn only when somebody is sent. */
const STEP_KILOMETRES = 60;

/**
 * Draws who is sent from where to where: points by municipality, north above, one scale in both directions; the wider a
 * line, the more sessions. Lines of one place to itself are told by the place alone.
 */
export function layOutSendMap(prefectureCode: string, sends: readonly SendLine[]): SendMap {
  const known = sends.filter(({ from, to }) => findMunicipality(from) && findMunicipality(to));
  const involved = new Set(known.flatMap(({ from, to }) => [from, to]));
  const shown = listShown(prefectureCode, involved);
  const project = projectionOf(shown);
  const most = Math.max(1, ...known.map(({ sessions }) => sessions));
  const places = shown.filter(({ code }) => involved.has(code)).map((place) => showPlace(place, known, project));
  return {
    height: project.height,
    ground: shown.filter(({ code }) => !involved.has(code)).map((place) => project.point(place)),
    places: placeLabels(places, { width: MAP_WIDTH, height: project.height }),
    lines: known
      .filter(({ from, to }) => from !== to)
      .toSorted((left, right) => right.sessions - left.sessions)
      .map((send) => showLine(send, most, project)),
    scale: project.scale,
  };
}

function listShown(prefectureCode: string, involved: ReadonlySet<string>): readonly Municipality[] {
  const others = [...involved].flatMap((code) => findMunicipality(code) ?? []);
  return [...new Map([...listMainland(prefectureCode), ...others].map((place) => [place.code, place])).values()];
}

function listMainland(prefectureCode: string): readonly Municipality[] {
  const office = findPrefecture(prefectureCode);
  const isNear = (one: Coordinates) => (other: Coordinates) => kilometresBetween(one, other) <= STEP_KILOMETRES;
  let { near = [], far = [] } = split(listMunicipalities(prefectureCode), (place) => !office || isNear(office)(place));
  for (let reached = near; reached.length > 0; near = [...near, ...reached]) {
    const step = split(far, (place) => reached.some(isNear(place)));
    [reached, far] = [step.near ?? [], step.far ?? []];
  }
  return near;
}

function split(places: readonly Municipality[], isNear: (place: Municipality) => boolean) {
  return Object.groupBy(places, (place) => (isNear(place) ? 'near' : 'far'));
}

type Projection = {
  readonly height: number;
  readonly scale: SendMap['scale'];
  readonly point: (place: Coordinates) => MapPoint;
};

/** Equirectangular around the middle: within a prefecture the error is less than the width of a line. */
function projectionOf(places: readonly Coordinates[]): Projection {
  const range = (values: readonly number[]) => ({ least: Math.min(...values), most: Math.max(...values) });
  const latitude = range(places.length > 0 ? places.map((place) => place.latitude) : [35]);
  const longitude = range(places.length > 0 ? places.map((place) => place.longitude) : [135]);
  const middle = (latitude.least + latitude.most) / 2;
  const squeeze = Math.cos((middle * Math.PI) / 180);
  const [wide, high] = [(longitude.most - longitude.least) * squeeze, latitude.most - latitude.least];
  const unit = Math.min((MAP_WIDTH - 2 * MARGIN) / Math.max(wide, 0.1), (HIGHEST - 2 * MARGIN) / Math.max(high, 0.1));
  const left = (MAP_WIDTH - wide * unit) / 2;
  const kilometre =
    unit / (kilometresBetween({ latitude: middle, longitude: 0 }, { latitude: middle, longitude: 1 }) / squeeze);
  const kilometres = [100, 50, 20, 10, 5].find((length) => length * kilometre <= MAP_WIDTH / 4) ?? 1;
  return {
    height: Math.round(high * unit + 2 * MARGIN),
    scale: { kilometres, length: tenths(kilometres * kilometre) },
    point: (place) => ({
      x: tenths(left + (place.longitude - longitude.least) * squeeze * unit),
      y: tenths(MARGIN + (latitude.most - place.latitude) * unit),
    }),
  };
}

function showPlace(place: Municipality, sends: readonly SendLine[], project: Projection) {
  const sum = (fits: (send: SendLine) => boolean) =>
    sends.filter(fits).reduce((total, { sessions }) => total + sessions, 0);
  return {
    ...project.point(place),
    code: place.code,
    name: place.name,
    sent: sum(({ from }) => from === place.code),
    received: sum(({ to }) => to === place.code),
  };
}

function showLine({ from, to, sessions }: SendLine, most: number, project: Projection): MapLine {
  const point = (code: string) => project.point(findMunicipality(code) ?? { latitude: 0, longitude: 0 });
  const width = THINNEST_LINE + (sessions - 1) * Math.min(1, (WIDEST_LINE - THINNEST_LINE) / Math.max(1, most - 1));
  return { key: `${from}-${to}`, start: point(from), end: point(to), sessions, width: tenths(width) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
