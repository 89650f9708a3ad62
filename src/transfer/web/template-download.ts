import { staffPage } from '#server/staff-page.server.ts';
import { buildTemplate } from '../export-file.server.ts';
import { transferText } from '../text.ts';
import { answerFile, fileNameOf } from './download.ts';
import { readForm, requireKind } from './kind-address.ts';
import { pageWords as words } from './text.ts';

/** A file with the header row alone. */
export const loader = staffPage(async (call) => {
  const kind = requireKind(call.url);
  const form = readForm(call.url);
  const bytes = await buildTemplate(call.ctx, kind.name, form);
  return answerFile(bytes, fileNameOf(call, `${transferText.kinds[kind.name]}の${words.template}`, form.format), form);
});
