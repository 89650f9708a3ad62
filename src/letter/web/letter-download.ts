import type { LoaderFunctionArgs } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { replyAddress } from '#upkeep/write-letter.server.ts';
import { replaceMark } from '../fill-template.server.ts';
import { secretMark } from '../issue-letter.server.ts';
import { readLetter } from '../register-queries.server.ts';
import { answerLetter } from '../letter-answer.ts';

/** A letter of the register as it went out; the link of an enquiry, which is kept nowhere, is put in again. */
export const loader = (args: LoaderFunctionArgs) =>
  staffPage(async ({ ctx, params }) => {
    const { id, name, bytes, secretOf } = await readLetter(ctx, params['id'] ?? '');
    if (secretOf === null) return answerLetter({ name, bytes });
    const text = replyAddress(ctx, letterDeskOf(args), secretOf);
    return answerLetter({ name, bytes: await replaceMark(bytes, { mark: secretMark(id), text }) });
  })(args);
