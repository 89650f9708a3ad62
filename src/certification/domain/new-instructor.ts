import type { InstructorInput } from '#instructor/domain/instructor.ts';
import type { CertificationInput } from './certification.ts';
import type { CertificationMove } from './move.ts';

/** The ledger entry of somebody just certified: what the application says, and nothing yet of days and caps. */
export function buildInstructor(
  application: CertificationInput,
  { registrationNumber, certifiedOn, course }: NonNullable<CertificationMove['certificate']>,
): InstructorInput {
  return {
    number: registrationNumber,
    kind: 'meister',
    division: application.division,
    name: application.name,
    nameKana: application.nameKana,
    birthYear: application.birthYear,
    trades: application.trades,
    employer: application.employer,
    postalCode: application.postalCode,
    municipalityCode: application.municipalityCode ?? '',
    address: application.address,
    phone: application.phone,
    email: application.email,
    certifiedOn,
    course: { status: course },
    lastActivityOn: null,
    yearlyCap: null,
    availableWeekdays: null,
    unavailableDates: null,
    isPublic: application.publishConsent,
    monthlyCap: null,
    hostKinds: null,
    hostFounders: null,
  };
}
