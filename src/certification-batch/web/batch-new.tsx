import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { proposeRound } from '../batch-queries.server.ts';
import { createBatch } from '../change-batch.server.ts';
import { batchRefusalText } from '../refusal-text.ts';
import { batchText as words } from '../text.ts';
import type { Route } from './+types/batch-new.ts';
import { BatchForm, parseBatchForm, textOf, type BatchFormState } from './batch-form.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('certification-batches') },
    { label: words.newTitle },
  ],
};

export const loader = staffPage(async ({ ctx, year, href }) => {
  const round = await proposeRound(ctx, year);
  const state: BatchFormState = {
    texts: { round: String(round), deadlineOn: '', note: '' },
    errors: [],
    hidden: { 'idempotency-key': randomUUID() },
  };
  return { state, listHref: href('certification-batches') };
});

export const action = staffPage(async ({ ctx, year, request, href }) => {
  requirePermission(ctx, 'certification.write');
  const form = await readForm(request);
  const texts = { round: textOf(form, 'round'), deadlineOn: textOf(form, 'deadlineOn'), note: textOf(form, 'note') };
  const key = textOf(form, 'idempotency-key');
  const again = (errors: BatchFormState['errors'], status: number) =>
    data<BatchFormState>({ texts, errors, hidden: { 'idempotency-key': key } }, { status });
  const parsed = parseBatchForm(texts);
  if (!parsed.ok) return again(parsed.refusal, 422);
  try {
    const created = await createBatch(ctx, { input: parsed.value, fiscalYear: year, key: key || undefined });
    if (created.ok) throw redirect(href(`certification-batches/${created.value.id}`));
    return again([{ name: 'round', message: batchRefusalText(created.refusal) }], 409);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    throw error;
  }
});

export default function BatchNew({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? loaderData.state;
  return (
    <>
      <PageHeader title={words.newTitle} lead={words.newLead} hasErrors={state.errors.length > 0} />
      <BatchForm state={state} submit={words.create} cancelHref={loaderData.listHref} />
    </>
  );
}
