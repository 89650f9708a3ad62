import { data } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { readTexts, saveForm } from '#record/web/record-pages.server.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { instructorFields } from '../domain/instructor-fields.ts';
import type { InstructorInput } from '../domain/instructor.ts';
import { findDuplicates } from '../instructor-duplicates.server.ts';
import { instructorRecords } from '../instructor-records.server.ts';
import { reasonsText } from '../merge-text.ts';

export type ShownDuplicate = {
  readonly id: string;
  readonly href: string;
  readonly number: string;
  readonly name: string;
  readonly nameKana: string;
  readonly reasons: string;
};

/** Saves a posted form; who may be the same person is shown first, and saving goes on once that was seen. */
export async function saveInstructor(call: StaffCall) {
  requirePermission(call.ctx, 'instructor.write');
  const form = await readForm(call.request.clone());
  const texts = readTexts(instructorFields, form);
  const duplicates = await noticeDuplicates(call, texts);
  const seen = duplicates.map(({ id }) => id).join(' ');
  if (seen === '' || form.get('seen') === seen) {
    return saveForm(call, { records: instructorRecords, detailHref: (id) => call.href(`instructors/${id}`) });
  }
  const key = form.get('idempotency-key');
  const version = form.get('version');
  const state = {
    texts,
    errors: [],
    key: typeof key === 'string' ? key : '',
    ...(version === null ? {} : { version: Number(version) }),
  };
  return data({ kind: 'form' as const, state, duplicates, seen }, { status: 409 });
}

/** Nothing while the fields themselves are not right yet: those are answered first. */
async function noticeDuplicates(
  { ctx, params, href }: StaffCall,
  texts: Readonly<Record<string, string>>,
): Promise<readonly ShownDuplicate[]> {
  const parsed = parseFields(instructorFields, texts);
  if (!parsed.ok) return [];
  const { nameKana, birthYear, phone } = parsed.value as InstructorInput;
  const found = await findDuplicates(ctx, { nameKana, birthYear, phone, id: params['id'] });
  return found.map(({ id, number, name, nameKana: kana, reasons }) => ({
    id,
    number,
    name,
    nameKana: kana,
    href: href(`instructors/${id}`),
    reasons: reasonsText(reasons),
  }));
}
