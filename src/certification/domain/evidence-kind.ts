/** 証拠書類の種類. What a file proves. */
export const evidenceKinds = [
  'qualification',
  'award',
  'practice',
  'instruction',
  'recommendation',
  'application',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** The kind of a code that a form carries. */
export function findEvidenceKind(code: string): EvidenceKind | undefined {
  return evidenceKinds.find((known) => known === code);
}
