import { findMunicipality, listMunicipalities } from '#reference/domain/municipality.ts';

/** 地域. Municipalities that are looked at together when supply is compared with demand. */
export type CornerArea = { readonly code: string; readonly name: string; readonly municipalities: readonly string[] };

/**
 * The four parts of a prefecture as the weather service draws them (気象庁 一次細分区域, 2022). The corner's own papers name
 * 東部 and 西部 alone and draw no border (domain.md §5.9): the board says whose areas these are. A prefecture that is missing
 * here is looked at by municipality.
 */
const AREAS_OF_CORNER: Readonly<Record<string, readonly CornerArea[]>> = {
  '35': [
    {
      code: 'east',
      name: '東部',
      municipalities: ['352080', '352101', '352128', '353051', '353213', '353418', '353434', '353442'],
    },
    { code: 'central', name: '中部', municipalities: ['352039', '352063', '352071', '352152'] },
    { code: 'west', name: '西部', municipalities: ['352012', '352021', '352161'] },
    { code: 'north', name: '北部', municipalities: ['352047', '352110', '352136', '355020'] },
  ],
};

/** Where a place lies that is in no area of the corner: another prefecture. */
export const OUTSIDE = { code: 'outside', name: '県外', municipalities: [] } as const satisfies CornerArea;

/** The areas of a corner in their order: its groups of municipalities, or each municipality for itself. */
export function listAreas(corner: string): readonly CornerArea[] {
  return (
    AREAS_OF_CORNER[corner] ??
    listMunicipalities(corner).map(({ code, name }) => ({ code, name, municipalities: [code] }))
  );
}

/** The area that a municipality lies in, or the city of a ward; else outside. */
export function areaOf(municipalityCode: string, areas: readonly CornerArea[]): CornerArea {
  const ward = findMunicipality(municipalityCode)?.wardOf;
  const isIn = (code: string | undefined) => (area: CornerArea) =>
    code !== undefined && area.municipalities.includes(code);
  return areas.find(isIn(municipalityCode)) ?? areas.find(isIn(ward)) ?? OUTSIDE;
}
