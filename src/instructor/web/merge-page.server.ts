import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { instructorFields } from '../domain/instructor-fields.ts';
import { mergeInputs } from '../domain/merge.ts';
import { instructorRecords } from '../instructor-records.server.ts';
import { mergeInstructors } from '../merge-instructors.server.ts';
import { findByNumber } from '../merged-instructors.server.ts';
import { mergeRefusalText, mergeText as words } from '../merge-text.ts';
import { showValues } from './show-values.ts';

/** Both records side by side, and what becomes of them; without a second number only the question for it. */
export async function loadMergePage({ ctx, params, url, href }: StaffCall) {
  requirePermission(ctx, 'instructor.merge');
  const survivor = await instructorRecords.get(ctx, params['id'] ?? '');
  const number = (url.searchParams.get('with') ?? '').trim();
  const page = {
    name: survivor.input.name,
    number,
    detailHref: href(`instructors/${survivor.id}`),
    comparison: undefined,
    problem: undefined,
  };
  if (number === '') return page;
  const otherId = await findByNumber(ctx, number);
  const refusal = { kind: otherId === survivor.id ? 'same-record' : 'other-missing', number } as const;
  if (otherId === undefined || otherId === survivor.id) return { ...page, problem: mergeRefusalText(refusal) };
  const other = await instructorRecords.get(ctx, otherId);
  const columns = [survivor.input, other.input, mergeInputs(survivor.input, other.input)].map((input) => {
    const texts = formatFields(instructorFields, input);
    return { ...texts, ...showValues(texts) };
  });
  const rows = instructorFields.map(({ key, header }) => ({
    header,
    cells: columns.map((column: Readonly<Record<string, string>>) => column[key] ?? ''),
  }));
  return {
    ...page,
    comparison: {
      other: { id: other.id, number: other.input.number, version: other.version },
      survivor: { number: survivor.input.number, version: survivor.version },
      rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
      swapHref: `${href(`instructors/${other.id}/merge`)}?with=${encodeURIComponent(survivor.input.number)}`,
      key: randomUUID(),
    },
  };
}

/** Takes 「統合する」 and goes to the record that stays. */
export async function takeMerge({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'instructor.merge');
  const form = await readForm(request);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const again = (error: { readonly name?: string; readonly message: string }, status: number) =>
    data({ errors: [error], reason: text('reason') }, { status });
  try {
    const merged = await mergeInstructors(ctx, {
      survivor: { id: params['id'] ?? '', version: Number(text('version')) },
      other: { id: text('other'), version: Number(text('other-version')) },
      reason: text('reason'),
      key: text('idempotency-key') || undefined,
    });
    if (merged.ok) throw redirect(href(`instructors/${merged.value.id}`));
    const message = mergeRefusalText(merged.refusal);
    return again(merged.refusal.kind === 'reason-missing' ? { name: 'reason', message } : { message }, 422);
  } catch (error) {
    if (error instanceof Conflict) return again({ message: words.changed }, 409);
    throw error;
  }
}
