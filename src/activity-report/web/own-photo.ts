import { answerPhoto } from '../answer-photo.ts';
import { downloadPhoto } from '../write-report.server.ts';
import { ownPage } from '#server/own-page.server.ts';

/** A photo of one's own report. */
export const loader = ownPage(async ({ ctx, instructorId, params }) =>
  answerPhoto(await downloadPhoto(ctx, { visitId: params['id'] ?? '', instructorId, photoId: params['photo'] ?? '' })),
);
