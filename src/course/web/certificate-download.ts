import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportCertificate } from '../issue-certificates.server.ts';

/** 修了証 of one person as Word. */
export const loader = staffPage(async ({ ctx, params, url }) => {
  const instructorId = url.searchParams.get('instructor') ?? '';
  const file = await exportCertificate(ctx, { courseId: params['id'] ?? '', instructorId });
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': contentDisposition(file.name),
      'cache-control': 'no-store',
    },
  });
});
