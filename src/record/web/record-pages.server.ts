import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import type { HistoryEntry } from '#platform/audit/audit-queries.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { AnyField } from '../domain/field.ts';
import { formatFields, parseFields } from '../domain/parse-fields.ts';
import { permissionArea, type RecordRefusal } from '../domain/record-kind.ts';
import type { AnyRecordUseCases } from '../record-use-cases.server.ts';
import { refusalText, showProblems } from '../text.ts';
import type { ShownHistory } from './record-details.tsx';
import type { FormState } from './record-form.tsx';
import { showDays } from './show-days.ts';
import { actionText, detailNames, recordWords } from './text.ts';

/** What the page of one record shows: the texts of its fields, its history and the version to edit. */
export type RecordView = {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly history: readonly ShownHistory[];
};

/** Loads the record that the address names. */
export async function loadRecordView({ ctx, params }: StaffCall, records: AnyRecordUseCases): Promise<RecordView> {
  const record = await records.get(ctx, params['id'] ?? '');
  return {
    id: record.id,
    version: record.version,
    label: records.shape.labelOf(record.input),
    texts: formatFields(records.shape.fields, record.input),
    history: record.history.map((entry) => showHistory(records.shape.fields, entry)),
  };
}

/** The ways to change a record, each only for those who may (the permission table decides). */
export function recordHrefs(
  { ctx, href }: StaffCall,
  { records, path }: { readonly records: AnyRecordUseCases; readonly path: string },
) {
  const may = (act: 'write' | 'delete') =>
    isAllowed(ctx.actor, `${permissionArea(records.shape.name)}.${act}`, { corner: ctx.corner });
  return {
    newHref: may('write') ? href(`${path}/new`) : undefined,
    editHref: (id: string) => (may('write') ? href(`${path}/${id}/edit`) : undefined),
    deleteHref: (id: string) => (may('delete') ? href(`${path}/${id}/delete`) : undefined),
  };
}

/** An empty form, or one filled from elsewhere (`texts`). */
export function startForm(texts: Readonly<Record<string, string>> = {}): FormState {
  return { texts, errors: [], key: randomUUID() };
}

/** The form of a record as it is now. */
export function editForm(view: RecordView): FormState {
  return { texts: view.texts, errors: [], key: randomUUID(), version: view.version };
}

type Saving = { readonly records: AnyRecordUseCases; readonly detailHref: (id: string) => string };

/** Takes a posted form: creates or changes the record and goes to its page, or shows the form again with what is wrong. */
export async function saveForm({ ctx, params, year, request }: StaffCall, { records, detailHref }: Saving) {
  requirePermission(ctx, `${permissionArea(records.shape.name)}.write`);
  const form = await readForm(request);
  const texts = readTexts(records.shape.fields, form);
  const key = textOf(form, 'idempotency-key');
  const version = form.has('version') ? Number(textOf(form, 'version')) : undefined;
  const again = (errors: FormState['errors'], status: number) =>
    data(
      { kind: 'form' as const, state: { texts, errors, key, ...(version === undefined ? {} : { version }) } },
      { status },
    );
  const parsed = parseFields(records.shape.fields, texts);
  if (!parsed.ok) return again(showProblems(parsed.refusal), 422);
  const input: unknown = parsed.value;
  try {
    const saved =
      version === undefined
        ? await records.create(ctx, { input, key: key || undefined, fiscalYear: year })
        : await records.update(ctx, { id: params['id'] ?? '', version, input, fiscalYear: year });
    if (!saved.ok) return again(showRefusal(records, saved.refusal), saved.refusal.kind === 'fields' ? 422 : 409);
    throw redirect(detailHref(saved.value.id));
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    if (!(error instanceof Conflict)) throw error;
    const { fields } = records.shape;
    const current = formatFields(fields, (await records.get(ctx, error.id)).input);
    return data(
      {
        kind: 'conflict' as const,
        differences: listDifferences(fields, { current, yours: formatFields(fields, parsed.value) }),
      },
      { status: 409 },
    );
  }
}

/** Takes the posted confirmation of a deletion; the reason is kept with the record. */
export async function confirmDeletion({ ctx, params, request }: StaffCall, { records, detailHref }: Saving) {
  requirePermission(ctx, `${permissionArea(records.shape.name)}.delete`);
  const form = await readForm(request);
  const id = params['id'] ?? '';
  const reason = textOf(form, 'reason').trim();
  if (reason === '')
    return data({ errors: [{ name: 'reason', message: recordWords.deleteReasonMissing }] }, { status: 422 });
  const deleted = await records.remove(ctx, { id, version: Number(textOf(form, 'version')), reason });
  if (!deleted.ok) return data({ errors: showRefusal(records, deleted.refusal) }, { status: 409 });
  throw redirect(detailHref(''));
}

/** The texts of a posted form, field by field. */
export function readTexts(fields: readonly AnyField[], form: FormData): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ key }) => [
      key,
      form
        .getAll(key)
        .filter((value) => typeof value === 'string')
        .join(';'),
    ]),
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function showRefusal(records: AnyRecordUseCases, refusal: RecordRefusal): FormState['errors'] {
  return refusal.kind === 'fields'
    ? showProblems(refusal.problems)
    : [{ message: refusalText(records.shape.name, refusal) }];
}

export type Difference = { readonly header: string; readonly current: string; readonly yours: string };

function listDifferences(
  fields: readonly AnyField[],
  contents: Readonly<Record<'current' | 'yours', Readonly<Record<string, string>>>>,
): readonly Difference[] {
  const current = showDays(fields, contents.current);
  const yours = showDays(fields, contents.yours);
  return fields
    .map(({ key, header }) => ({ header, current: current[key] ?? '', yours: yours[key] ?? '' }))
    .filter((difference) => difference.current !== difference.yours);
}

/** An entry of the history in words, with the fields that changed. */
export function showHistory(fields: readonly AnyField[], entry: HistoryEntry): ShownHistory {
  const texts = (values: HistoryEntry['before']) =>
    values === null ? {} : showDays(fields, formatFields(fields, values));
  const before = texts(entry.before);
  const after = entry.action === 'deleted' ? {} : texts(entry.after);
  const reason = entry.after?.['reason'];
  const changes = fields
    .map(({ key, header }) => ({ label: header, before: before[key] || null, after: after[key] || null }))
    .filter((change) => change.before !== change.after);
  return {
    key: String(entry.sequence),
    at: instantText(entry.occurredAt),
    who: entry.actorName,
    what: actionText(entry.action, entry.source),
    ...(typeof reason === 'string' ? { reason } : {}),
    // The first entry would only repeat the record itself.
    changes: entry.action !== 'deleted' && entry.before !== null && changes.length > 0 ? changes : listDetails(entry),
  };
}

/** What an act left beside the record: who was assigned, and to which visits. */
function listDetails({ before, after }: HistoryEntry): ShownHistory['changes'] {
  const textOfDetail = (values: HistoryEntry['after'], key: string) =>
    [values?.[key]]
      .flat()
      .filter((value) => typeof value === 'string')
      .join('、') || null;
  return Object.entries(detailNames).flatMap(([key, label]) => {
    const [was, is] = [textOfDetail(before, key), textOfDetail(after, key)];
    return is === null ? [] : [{ label, before: was, after: is }];
  });
}
