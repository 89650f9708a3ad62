import { data, redirect } from 'react-router';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { recordWords } from '#record/web/text.ts';
import type { FormState } from '#record/web/record-form.tsx';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { courseFields } from '../domain/course-fields.ts';
import { changeCourse, createCourse } from '../save-course.server.ts';
import { courseText as words } from '../text.ts';

/** One text of a posted form, without the NUL that nobody types and the database has no place for. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
}

/** Takes the posted form of a course: registers or changes it and goes to its page, or shows the form again. */
export async function saveCourseForm({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'course.write');
  const form = await readForm(request);
  const texts = Object.fromEntries(
    courseFields.map(({ key }) => [
      key,
      form
        .getAll(key)
        .filter((value) => typeof value === 'string')
        .join(';'),
    ]),
  );
  const key = textOf(form, 'idempotency-key');
  const version = form.has('version') ? Number(textOf(form, 'version')) : undefined;
  const again = (errors: FormState['errors'], status: number) =>
    data<FormState>({ texts, errors, key, ...(version === undefined ? {} : { version }) }, { status });
  const parsed = parseFields(courseFields, texts);
  if (!parsed.ok) return again(showProblems(parsed.refusal), 422);
  try {
    const saved =
      version === undefined
        ? await createCourse(ctx, { input: parsed.value, key: key || undefined })
        : await changeCourse(ctx, { id: params['id'] ?? '', version, input: parsed.value });
    if (!saved.ok) return again(showProblems(saved.refusal), 422);
    throw redirect(href(`courses/${saved.value.id}`));
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}

function showProblems(problems: readonly FieldProblem[]): FormState['errors'] {
  return problems.map(({ key, header, problem }) => ({ name: key, message: problemText(header, problem) }));
}
