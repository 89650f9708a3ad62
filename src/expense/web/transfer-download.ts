import { data, type LoaderFunctionArgs } from 'react-router';
import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportTransferFile } from '../pay-claims.server.ts';
import { sealOf } from './seal-of.server.ts';

/** 総合振込ファイル of a batch. */
export const loader = (args: LoaderFunctionArgs) =>
  staffPage(async ({ ctx, params }) => {
    const file = await exportTransferFile(ctx, { batchId: params['id'] ?? '', seal: sealOf(args) });
    if (!file.ok) throw data(null, { status: 409 });
    return new Response(Buffer.from(file.value.bytes), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': contentDisposition(file.value.name),
        'cache-control': 'no-store',
      },
    });
  })(args);
