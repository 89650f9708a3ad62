/** Lists whose first record stands for all of them when every page is asked for. */
export const sampledLists = [
  'certifications',
  'consultations',
  'outreach',
  'courses',
  'expenses',
  'payments',
  'applications',
  'outbox',
  'scouting',
  'scouting/leads',
  'scouting/territories',
] as const;
