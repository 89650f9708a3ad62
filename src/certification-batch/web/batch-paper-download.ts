import { data } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { batchPapers, exportBatchPaper } from '../export-papers.server.ts';
import { answerPaper } from './paper-answer.ts';

/** 送付状 or 一覧 of a bundle as a file. */
export const loader = staffPage(async ({ ctx, params }) => {
  requirePermission(ctx, 'certification.read');
  const paper = batchPapers.find((known) => known === params['paper']);
  if (!paper) throw data(null, { status: 404 });
  return answerPaper(await exportBatchPaper(ctx, { batchId: params['id'] ?? '', paper }));
});
