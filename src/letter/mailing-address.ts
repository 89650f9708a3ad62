import { postalCode } from '#record/domain/contact-codecs.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';

/** 「山口県宇部市○○町1-1」: the place that the code names and what stands behind it; empty while no address is known. */
export function mailingAddress({
  municipalityCode,
  address,
}: {
  readonly municipalityCode: string | null;
  readonly address: string | null;
}): string {
  if (address === null) return '';
  const municipality = municipalityCode === null ? undefined : findMunicipality(municipalityCode);
  return `${municipality ? `${findPrefecture(municipality.code.slice(0, 2))?.name ?? ''}${municipality.name}` : ''}${address}`;
}

/** 「753-0000」; empty while none is known. */
export function postalText(code: string | null): string {
  return code === null ? '' : postalCode().format(code);
}
