import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isPlainDate } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { DialogPage } from '#ui/dialog-page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { dropCriteria } from '../change-criteria.server.ts';
import { getOwnCriteria } from '../list-criteria.server.ts';
import { certificationText, criteriaText as words } from '../page-text.ts';
import type { Route } from './+types/criteria-drop.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: certificationText.title, href: href('certifications') },
    { label: words.title, href: href('certifications/criteria') },
    { label: words.dropTitle },
  ],
};

export const loader = staffPage(async ({ ctx, url, href }) => {
  requirePermission(ctx, 'criteria.manage');
  const from = url.searchParams.get('from');
  if (from === null) throw redirect(href('certifications/criteria'));
  const { input, version } = await getOwnCriteria(ctx, from);
  return {
    name: input.name,
    day: formatSlashDate(input.validFrom),
    version,
    listHref: href('certifications/criteria'),
  };
});

export const action = staffPage(takeDrop);

async function takeDrop({ ctx, url, request, href }: StaffCall) {
  requirePermission(ctx, 'criteria.manage');
  const form = await readForm(request);
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const from = url.searchParams.get('from');
  if (!isPlainDate(from)) throw data(null, { status: 404 });
  const reason = textOf('reason');
  if (reason === '') {
    return data({ errors: [{ name: 'reason', message: recordWords.deleteReasonMissing }] }, { status: 422 });
  }
  await dropCriteria(ctx, { validFrom: from, version: Number(textOf('version')), reason });
  throw redirect(href('certifications/criteria'));
}

export default function CriteriaDrop({ loaderData, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  return (
    <DialogPage
      title={words.dropTitle}
      warning={words.dropWarning}
      target={[
        { term: words.title, detail: loaderData.name },
        { term: words.since, detail: loaderData.day },
      ]}
      hidden={{ version: String(loaderData.version) }}
      errors={errors}
      confirmLabel={words.dropLink}
      cancelHref={loaderData.listHref}
    >
      <TextField
        name="reason"
        label={words.dropReason}
        required
        hint={recordWords.deleteReasonHint}
        error={errors.find(({ name }) => name === 'reason')?.message}
        width="full"
      />
    </DialogPage>
  );
}
