import { data, type LoaderFunctionArgs } from 'react-router';
import { answerLetter } from '#letter/letter-answer.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { exportLetter, upkeepLetters } from '../write-letter.server.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';

/** The draft of a letter as Word. */
export const loader = (args: LoaderFunctionArgs) =>
  staffPage(async ({ ctx, params }) => {
    const kind = upkeepLetters.find((known) => known === params['kind']);
    if (!kind) throw data(null, { status: 404 });
    return answerLetter(await exportLetter(ctx, { instructorId: params['id'] ?? '', kind, ...letterDeskOf(args) }));
  })(args);
