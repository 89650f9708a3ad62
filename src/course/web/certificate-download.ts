import { answerLetter } from '#letter/letter-answer.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportCertificate } from '../issue-certificates.server.ts';

/** 修了証 of one person as Word. */
export const loader = staffPage(async ({ ctx, params, url }) => {
  const instructorId = url.searchParams.get('instructor') ?? '';
  return answerLetter(await exportCertificate(ctx, { courseId: params['id'] ?? '', instructorId }));
});
