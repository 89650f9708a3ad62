import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { getBatch } from '../batch-queries.server.ts';
import { changeBatch } from '../change-batch.server.ts';
import { batchRefusalText } from '../refusal-text.ts';
import { batchLabel, batchText as words } from '../text.ts';
import type { Route } from './+types/batch-edit.ts';
import { BatchForm, parseBatchForm, textOf, type BatchFormState } from './batch-form.tsx';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: words.title, href: href('certification-batches') },
    { label: page.label, href: page.detailHref },
    { label: words.change },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'certification.write');
  const { batch } = await getBatch(ctx, params['id'] ?? '');
  const state: BatchFormState = {
    texts: { round: String(batch.round), deadlineOn: batch.deadlineOn, note: batch.note ?? '' },
    errors: [],
    hidden: { version: String(batch.version) },
  };
  return { state, label: batchLabel(batch), detailHref: href(`certification-batches/${batch.id}`) };
});

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'certification.write');
  const form = await readForm(request);
  const texts = { round: textOf(form, 'round'), deadlineOn: textOf(form, 'deadlineOn'), note: textOf(form, 'note') };
  const version = textOf(form, 'version');
  const again = (errors: BatchFormState['errors'], status: number) =>
    data<BatchFormState>({ texts, errors, hidden: { version } }, { status });
  const parsed = parseBatchForm(texts);
  if (!parsed.ok) return again(parsed.refusal, 422);
  const batchId = params['id'] ?? '';
  const changed = await changeBatch(ctx, { batchId, version: Number(version), input: parsed.value });
  if (changed.ok) throw redirect(href(`certification-batches/${batchId}`));
  return again([{ message: batchRefusalText(changed.refusal) }], 409);
});

export default function BatchEdit({ loaderData, actionData }: Route.ComponentProps) {
  const state = actionData ?? loaderData.state;
  return (
    <>
      <PageHeader title={words.change} lead={loaderData.label} hasErrors={state.errors.length > 0} />
      <BatchForm state={state} submit={words.save} cancelHref={loaderData.detailHref} />
    </>
  );
}
