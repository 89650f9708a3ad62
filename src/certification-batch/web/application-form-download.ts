import { staffPage } from '#server/staff-page.server.ts';
import { exportApplicationForm } from '../export-papers.server.ts';
import { answerPaper } from './paper-answer.ts';

/** 認定申請書 of one application as Word. */
export const loader = staffPage(async ({ ctx, params }) =>
  answerPaper(await exportApplicationForm(ctx, params['id'] ?? '')),
);
