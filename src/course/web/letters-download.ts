import { answerLetter } from '#letter/letter-answer.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { draftInvitations } from '../issue-invitations.server.ts';

/** The letters of everybody who is invited to a course, before they are issued. */
export const loader = staffPage(async ({ ctx, params }) =>
  answerLetter(await draftInvitations(ctx, params['id'] ?? '')),
);
