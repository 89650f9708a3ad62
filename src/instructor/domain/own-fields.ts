import { instructorFields } from './instructor-fields.ts';

/** 本人が変えられる項目: on which days and how often somebody goes, and how they are reached. Never what was certified. */
export const ownKeys = [
  'availableWeekdays',
  'unavailableDates',
  'yearlyCap',
  'monthlyCap',
  'postalCode',
  'municipalityCode',
  'address',
  'phone',
  'email',
  'isPublic',
] as const;

export type OwnKey = (typeof ownKeys)[number];

/** The fields of `ownKeys`, read and written by the same codecs as on the staff's form. */
export const ownFields = instructorFields.filter((field): field is Extract<typeof field, { key: OwnKey }> =>
  ownKeys.some((key) => key === field.key),
);
