import { staffPage } from '#server/staff-page.server.ts';
import { readIssue } from '../register-queries.server.ts';
import { answerLetter } from '../letter-answer.ts';

/** The letters that went out together, in one file. */
export const loader = staffPage(async ({ ctx, params }) => answerLetter(await readIssue(ctx, params['id'] ?? '')));
