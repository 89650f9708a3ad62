import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { readTexts, startForm } from '#record/web/record-pages.server.ts';
import { RecordForm, type FormState } from '#record/web/record-form.tsx';
import { showProblems } from '#record/text.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { profileFields, type InstructorProfile } from '../domain/profile-fields.ts';
import { getProfile, saveProfile } from '../instructor-profile.server.ts';
import { instructorRecords } from '../instructor-records.server.ts';
import { profileGroups, profileText as words } from '../profile-text.ts';
import { instructorText } from '../text.ts';
import type { Route } from './+types/instructor-profile.ts';

export const handle = {
  breadcrumb: ({ href, data: shown }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: instructorText.title, href: href('instructors') },
    { label: shown.name, href: shown.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'instructor.write');
  const { id, input } = await instructorRecords.get(ctx, params['id'] ?? '');
  const { profile, version } = await getProfile(ctx, id);
  const state: FormState = { ...startForm(formatFields(profileFields, profile)), version };
  return { name: input.name, state, detailHref: href(`instructors/${id}`) };
});

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'instructor.write');
  const form = await readForm(request);
  const id = params['id'] ?? '';
  const texts = readTexts(profileFields, form);
  const version = Number(form.get('version'));
  const again = (errors: FormState['errors'], status: number) =>
    data<FormState>({ ...startForm(texts), errors, version }, { status });
  const parsed = parseFields(profileFields, texts);
  if (!parsed.ok) return again(showProblems(parsed.refusal), 422);
  try {
    const saved = await saveProfile(ctx, { id, version, profile: parsed.value as InstructorProfile });
    if (!saved.ok) return again(showProblems(saved.refusal), 422);
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.changed }], 409);
    throw error;
  }
  throw redirect(href(`instructors/${id}`));
});

export default function InstructorProfilePage({ loaderData, actionData }: Route.ComponentProps) {
  const { name, state, detailHref } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={name} hasErrors={actionData !== undefined} />
      <RecordForm
        fields={profileFields}
        groups={profileGroups}
        state={actionData ?? state}
        submitLabel={words.save}
        cancelHref={detailHref}
      />
    </>
  );
}
