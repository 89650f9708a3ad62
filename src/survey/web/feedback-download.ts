import { contentDisposition } from '#platform/tabular/file-name.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportFeedbackSheet } from '../feedback.server.ts';

/** The sheet for an instructor as Word; for the council where the address names nobody. */
export const loader = staffPage(async ({ ctx, year, params }) => {
  const { id: instructorId } = params;
  const on = { fiscalYear: year, asOf: ctx.today() };
  const file = await exportFeedbackSheet(ctx, { ...on, ...(instructorId !== undefined && { instructorId }) });
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': contentDisposition(file.name),
      'cache-control': 'no-store',
    },
  });
});
