import { redirect } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { exportFile } from '../export-file.server.ts';
import { transferText } from '../text.ts';
import { answerFile, fileNameOf } from './download.ts';
import { readForm, requireKind } from './kind-address.ts';

/** The file itself. One that cannot be written sends the person back to the page that says why. */
export const loader = staffPage(async (call) => {
  const kind = requireKind(call.url);
  const form = readForm(call.url);
  const exported = await exportFile(call.ctx, { ...form, kind: kind.name, fiscalYear: call.year });
  if (!exported.ok) return redirect(`${call.href('transfer/export')}${call.url.search}`);
  return answerFile(exported.value.bytes, fileNameOf(call, transferText.kinds[kind.name], form.format), form);
});
