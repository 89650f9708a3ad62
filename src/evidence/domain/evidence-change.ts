import { isOpenToChange, type CertificationState } from '#certification/domain/certification-state.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { evidenceLimits } from './evidence-file.ts';
import type { EvidenceFileRefusal } from './recognise-evidence.ts';

/** Why the files of an application stay as they are. */
export type EvidenceRefusal =
  | { readonly kind: 'closed'; readonly state: CertificationState }
  | { readonly kind: 'too-many'; readonly files: number; readonly limit: number }
  | { readonly kind: 'added-before'; readonly fileName: string };

/** Why an upload is refused: the application takes no files, or one of the files, by the name it was chosen by, is none. */
export type EvidenceUploadRefusal =
  EvidenceRefusal | { readonly kind: 'file'; readonly fileName: string; readonly refusal: EvidenceFileRefusal };

/** What is known of the files of an application. */
export type EvidenceFacts = {
  readonly state: CertificationState;
  readonly files: readonly { readonly sha256: string; readonly fileName: string }[];
};

/** The same bytes twice help nobody who checks. */
export type EvidenceAdded = { readonly sha256: string; readonly fileName: string };

/**
 * Whether files may be added: the corner still writes the application, thirty are enough, and none is there already.
 * From the bundle on the Center must find what was sent (domain.md §4.1).
 */
export function decideEvidenceAddition(
  added: readonly EvidenceAdded[],
  { state, files }: EvidenceFacts,
): Result<null, EvidenceRefusal> {
  if (!isOpenToChange(state)) return refuse({ kind: 'closed', state });
  const count = files.length + added.length;
  if (count > evidenceLimits.filesOfCase) {
    return refuse({ kind: 'too-many', files: count, limit: evidenceLimits.filesOfCase });
  }
  const seen = new Set(files.map(({ sha256 }) => sha256));
  for (const { sha256, fileName } of added) {
    if (seen.has(sha256)) return refuse({ kind: 'added-before', fileName });
    seen.add(sha256);
  }
  return accept(null);
}

/** Whether a file may be taken away again. */
export function decideEvidenceRemoval(state: CertificationState): Result<null, EvidenceRefusal> {
  return isOpenToChange(state) ? accept(null) : refuse({ kind: 'closed', state });
}
