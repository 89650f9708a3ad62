import type { CertificationInput } from './certification.ts';

/** How the candidate is reached and who speaks for them: for those who work on the application (SEC-13). */
const CONTACT_KEYS = [
  'birthYear',
  'postalCode',
  'address',
  'phone',
  'email',
  'recommenderName',
  'recommenderRelation',
  'recommenderKin',
] as const satisfies readonly (keyof CertificationInput)[];

/** The application for somebody who reads figures and states: without address, telephone, mail, age and recommender. */
export function withoutContactData(application: CertificationInput): CertificationInput {
  return { ...application, ...Object.fromEntries(CONTACT_KEYS.map((key) => [key, null])) };
}
