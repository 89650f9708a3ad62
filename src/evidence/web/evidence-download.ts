import { staffPage } from '#server/staff-page.server.ts';
import { downloadEvidence } from '../evidence-files.server.ts';
import { answerEvidence } from '../answer-evidence.ts';

/** A file of an application, for the staff of its corner. */
export const loader = staffPage(async ({ ctx, params }) =>
  answerEvidence(await downloadEvidence(ctx, { caseId: params['id'] ?? '', evidenceId: params['file'] ?? '' })),
);
