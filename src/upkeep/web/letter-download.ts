import { data, type LoaderFunctionArgs } from 'react-router';
import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportLetter, letterKinds } from '../write-letter.server.ts';
import { letterDeskOf } from './letter-desk.server.ts';

/** A letter as Word. */
export const loader = (args: LoaderFunctionArgs) =>
  staffPage(async ({ ctx, params }) => {
    const kind = letterKinds.find((known) => known === params['kind']);
    if (!kind) throw data(null, { status: 404 });
    const file = await exportLetter(ctx, { instructorId: params['id'] ?? '', kind, ...letterDeskOf(args) });
    return new Response(Buffer.from(file.bytes), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'content-disposition': contentDisposition(file.name),
        'cache-control': 'no-store',
      },
    });
  })(args);
