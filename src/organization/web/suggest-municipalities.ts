import { listMunicipalities } from '#reference/domain/municipality.ts';

/** Offered while the code is typed: the corner's own municipalities by code and name, so that either finds them. */
export function suggestMunicipalities(corner: string): Readonly<Record<string, readonly string[]>> {
  return { municipalityCode: listMunicipalities(corner).map(({ code, name }) => `${code} ${name}`) };
}
