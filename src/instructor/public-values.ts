import { findMunicipality } from '#reference/domain/municipality.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { tradeName } from './domain/instructor-codecs.ts';
import type { PublicItem } from './domain/public-profile.ts';

/** What each item of the public profile would say of somebody; nothing where the ledger holds nothing. */
export function publicValues(
  input: InstructorInput,
  introduction: string | null,
): Readonly<Record<PublicItem, string | null>> {
  return {
    name: input.name,
    trades: input.trades.map(tradeName).join('、') || null,
    employer: input.employer,
    introduction,
    municipality: findMunicipality(input.municipalityCode)?.name ?? null,
  };
}
