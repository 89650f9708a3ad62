import { data } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { answerLetter } from '../letter-answer.ts';
import { draftRecordLetter } from '../record-letters.server.ts';
import { requireRecordLetter } from './record-letter-list.server.ts';

/** The paper of a record as Word, before it is issued. */
export const loader = staffPage(async (call) => {
  const drafted = await draftRecordLetter(call.ctx, requireRecordLetter(call));
  if (!drafted.ok) throw data(drafted.refusal, { status: 409 });
  return answerLetter(drafted.value);
});
