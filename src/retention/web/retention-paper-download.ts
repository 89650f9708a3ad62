import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportRetentionPaper } from '../retention-queries.server.ts';

/** 廃棄予定一覧 or 廃棄証明書 as Word. */
export const loader = staffPage(async ({ ctx, params }) => {
  const file = await exportRetentionPaper(ctx, params['id'] ?? '');
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': contentDisposition(file.name),
      'cache-control': 'no-store',
    },
  });
});
