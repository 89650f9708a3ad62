import { downloadEvidenceForReview } from '#evidence/evidence-files.server.ts';
import { answerEvidence } from '#evidence/answer-evidence.ts';
import { staffPage } from '#server/staff-page.server.ts';

/** A file of an application that was sent, for the Center. */
export const loader = staffPage(async ({ ctx, params }) =>
  answerEvidence(
    await downloadEvidenceForReview(ctx, { caseId: params['id'] ?? '', evidenceId: params['file'] ?? '' }),
  ),
);
