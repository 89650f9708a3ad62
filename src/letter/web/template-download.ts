import { data } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { readTemplateFile, templateFiles } from '../change-template.server.ts';
import { answerLetter } from '../letter-answer.ts';
import { requireLetterForm } from './template-page.server.ts';

/** One of the files of a letter's template. */
export const loader = staffPage(async (call) => {
  const form = await requireLetterForm(call);
  const file = templateFiles.find((known) => known === call.params['file']);
  if (!file) throw data(null, { status: 404 });
  return answerLetter(await readTemplateFile(call.ctx, { form, fiscalYear: call.year, file }));
});
