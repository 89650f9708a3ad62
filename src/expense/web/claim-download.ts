import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportClaim } from '../export-claim.server.ts';

/** 講師謝金等請求書 as Word. */
export const loader = staffPage(async ({ ctx, params }) => {
  const file = await exportClaim(ctx, params['id'] ?? '');
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': contentDisposition(file.name),
      'cache-control': 'no-store',
    },
  });
});
