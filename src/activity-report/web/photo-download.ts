import { staffPage } from '#server/staff-page.server.ts';
import { downloadPhoto } from '../write-report.server.ts';
import { answerPhoto } from '../answer-photo.ts';

/** A photo of a report, for staff. */
export const loader = staffPage(async ({ ctx, params }) =>
  answerPhoto(
    await downloadPhoto(ctx, {
      visitId: params['id'] ?? '',
      instructorId: params['instructor'] ?? '',
      photoId: params['photo'] ?? '',
    }),
  ),
);
