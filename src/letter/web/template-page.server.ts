import { data, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { requirePermission } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { listHistory } from '#platform/audit/audit-queries.server.ts';
import { actionText } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { FormError } from '#ui/error-summary.tsx';
import { removeTemplate, uploadTemplate } from '../change-template.server.ts';
import { templateText as words } from '../page-text.ts';
import { listTemplates } from '../template-queries.server.ts';
import { templateRefusalTexts } from '../text.ts';
import { findLetterForm } from './letter-forms.server.ts';

/** The kinds whose built-in wording the corner changes on a page of its own. */
const worded = ['application-form', 'batch-letter'];

/** The letter of the address; 404 for a kind that the desk does not have. */
export async function requireLetterForm({ ctx, params, year }: StaffCall) {
  requirePermission(ctx, 'letter.read');
  const form = await findLetterForm(ctx, { kind: params['kind'] ?? '', fiscalYear: year });
  if (!form) throw data(null, { status: 404 });
  return form;
}

/** What the page of one letter's template shows. */
export async function loadTemplatePage(call: StaffCall) {
  const { ctx, year, url, href } = call;
  const form = await requireLetterForm(call);
  const template = (await listTemplates(ctx, year)).find(({ kind }) => kind === form.kind);
  const fileHref = (file: string) => href(`letters/templates/${form.kind}/files/${file}`);
  const done = url.searchParams.get('done');
  const may = (permission: 'letter.manage' | 'certification.decide') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const history = await listHistory(ctx.db, { kind: 'letter-template', id: form.kind });
  return {
    title: form.title,
    yearLabel: fiscalYearLabel(year),
    template: template && {
      fileName: template.fileName,
      since: fiscalYearLabel(template.fiscalYear),
      uploadedAt: instantText(template.uploadedAt),
      uploadedBy: template.uploaderName,
      href: fileHref('own'),
    },
    mayRemove: template?.fiscalYear === year && may('letter.manage'),
    mayManage: may('letter.manage'),
    wordsHref:
      worded.includes(form.kind) && may('certification.decide') ? href('certification-batches/words') : undefined,
    testHref: fileHref('test'),
    starterHref: fileHref('built-in'),
    placeholders: form.placeholders,
    loops: form.loops,
    done: done === 'uploaded' ? words.saved : done === 'removed' ? words.removed : undefined,
    history: history.map(({ sequence, occurredAt, actorName, action, source }) => ({
      key: String(sequence),
      at: instantText(occurredAt),
      who: actorName,
      what: actionText(action, source),
    })),
  };
}

/** Takes a new template, or takes the year's away. */
export async function takeTemplateForm(call: StaffCall) {
  const { ctx, year, request, href } = call;
  requirePermission(ctx, 'letter.manage');
  const form = await requireLetterForm(call);
  const posted = await readForm(request);
  const back = (done: string) => redirect(`${href(`letters/templates/${form.kind}`)}?done=${done}`);
  if (textIn(posted, 'intent') === 'remove') {
    await removeTemplate(ctx, { form, fiscalYear: year });
    throw back('removed');
  }
  const file = posted.get('file');
  const chosen = file instanceof File ? file : undefined;
  const taken = await uploadTemplate(ctx, {
    form,
    fiscalYear: year,
    file: { name: chosen?.name ?? '', bytes: new Uint8Array((await chosen?.arrayBuffer()) ?? []) },
  });
  if (taken.ok) throw back('uploaded');
  const errors = templateRefusalTexts(taken.refusal).map((message): FormError => ({ name: 'file', message }));
  return data({ errors }, { status: 422 });
}
