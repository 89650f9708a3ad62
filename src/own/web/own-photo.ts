import { answerPhoto } from '#activity-report/answer-photo.ts';
import { downloadPhoto } from '#activity-report/write-report.server.ts';
import { ownPage } from './own-page.server.ts';

/** A photo of one's own report. */
export const loader = ownPage(async ({ ctx, instructorId, params }) =>
  answerPhoto(await downloadPhoto(ctx, { visitId: params['id'] ?? '', instructorId, photoId: params['photo'] ?? '' })),
);
