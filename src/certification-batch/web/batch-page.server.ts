import { data, redirect } from 'react-router';
import { stateNames } from '#certification/text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { isAllowed, type Permission } from '#platform/permission/permission-table.ts';
import { text as textCodec } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { readForm } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import type { FormError } from '#ui/error-summary.tsx';
import { getBatch, type BatchCase, type BatchDetail } from '../batch-queries.server.ts';
import { recordReceipt, removeBatch } from '../change-batch.server.ts';
import { noticeDeadline } from '../domain/batch.ts';
import { addToBatch, sendBatch, takeFromBatch } from '../fill-batch.server.ts';
import { batchRefusalText, fillRefusalText } from '../refusal-text.ts';
import { batchLabel, batchText as words, noticeText } from '../text.ts';
import { parseDay, textOf } from './batch-form.tsx';

/** What the page of a bundle shows, and which commands the person may give. */
export async function loadBatchPage({ ctx, params, href }: StaffCall) {
  const detail = await getBatch(ctx, params['id'] ?? '');
  const { batch, cases, candidates } = detail;
  const notice = noticeDeadline(batch, ctx.today());
  const pageHref = href(`certification-batches/${batch.id}`);
  const may = (permission: Permission) => isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const isOpen = batch.state === 'open';
  const mayFill = isOpen && may('certification.write');
  return {
    label: batchLabel(batch),
    version: batch.version,
    state: batch.state,
    deadline: formatSlashDate(batch.deadlineOn),
    notice: notice && { kind: notice.kind, text: noticeText(notice) },
    note: batch.note ?? '',
    documentNumber: batch.documentNumber ?? '',
    sentOn: batch.sentOn === null ? '' : formatSlashDate(batch.sentOn),
    receivedOn: batch.receivedOn === null ? '' : formatSlashDate(batch.receivedOn),
    cases: cases.map((each) => showCase(each, { href, isOpen })),
    candidates: candidates.map((each) => showCase(each, { href, isOpen })),
    today: ctx.today().replaceAll('-', '/'),
    mayFill,
    maySend: isOpen && may('certification.decide') && cases.length > 0,
    mayReceive: batch.state === 'sent' && may('certification.decide'),
    mayRemove: mayFill && cases.length === 0,
    editHref: mayFill ? `${pageHref}/edit` : undefined,
    wordsHref: may('certification.decide') ? href('certification-batches/words') : undefined,
    papers:
      cases.length === 0
        ? []
        : [
            { label: words.letterFile, href: `${pageHref}/papers/letter` },
            { label: words.listFile, href: `${pageHref}/papers/list` },
            { label: words.sheetFile, href: `${pageHref}/papers/sheet` },
          ],
  };
}

function showCase(each: BatchCase, { href, isOpen }: { readonly href: StaffCall['href']; readonly isOpen: boolean }) {
  const { id, input, state, files, elsewhere, registrationNumber } = each;
  return {
    id,
    number: input.number,
    name: input.name,
    href: href(`certifications/${id}`),
    formHref: href(`certifications/${id}/application-form`),
    trades: input.trades.map((code) => findTrade(code)?.name ?? code).join('、'),
    files: words.fileCount(files),
    filesHref: href(`certifications/${id}/evidence`),
    state,
    stateName: !isOpen && elsewhere ? words.elsewhere : stateNames[state],
    registrationNumber: registrationNumber ?? '',
  };
}

/** What the page answers when a command was refused: what was typed, and why. */
export type BatchAnswer = {
  readonly errors: readonly FormError[];
  readonly sentOn: string;
  readonly receivedOn: string;
  readonly documentNumber: string;
  readonly chosen: readonly string[];
};

/** Takes one of the commands of the page; `intent` says which. */
export async function takeBatchCommand(call: StaffCall) {
  const { ctx, params, request, href } = call;
  requirePermission(ctx, 'certification.read');
  const form = await readForm(request);
  const batchId = params['id'] ?? '';
  const typed = {
    sentOn: textOf(form, 'sentOn'),
    receivedOn: textOf(form, 'receivedOn'),
    documentNumber: textOf(form, 'documentNumber'),
    chosen: form.getAll('case').filter((value) => typeof value === 'string'),
  };
  const again = (errors: readonly FormError[], status: number) => data<BatchAnswer>({ ...typed, errors }, { status });
  try {
    const outcome = await giveCommand(call, textOf(form, 'intent'), {
      ...typed,
      batchId,
      version: Number(textOf(form, 'version')),
    });
    if (outcome.kind === 'refused') return again(outcome.errors, outcome.status);
    throw redirect(href(outcome.kind === 'gone' ? 'certification-batches' : `certification-batches/${batchId}`));
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: words.conflict }], 409);
    throw error;
  }
}

type Given = Omit<BatchAnswer, 'errors'> & { readonly batchId: string; readonly version: number };
type Outcome =
  | { readonly kind: 'done' | 'gone' }
  | { readonly kind: 'refused'; readonly errors: readonly FormError[]; readonly status: number };

async function giveCommand(call: StaffCall, intent: string, given: Given): Promise<Outcome> {
  switch (intent) {
    case 'add':
      return fill(call, given, addToBatch);
    case 'take':
      return fill(call, given, takeFromBatch);
    case 'send':
      return send(call, given);
    case 'receive':
      return receive(call, given);
    case 'remove': {
      const removed = await removeBatch(call.ctx, given);
      return removed.ok ? { kind: 'gone' } : refused([{ message: batchRefusalText(removed.refusal) }]);
    }
    default:
      throw data(null, { status: 400 });
  }
}

async function fill({ ctx }: StaffCall, { chosen, ...address }: Given, command: typeof addToBatch): Promise<Outcome> {
  const filled = await command(ctx, { ...address, caseIds: chosen });
  if (filled.ok) return { kind: 'done' };
  const nameOf = nameCases(await getBatch(ctx, address.batchId));
  return refused([{ message: fillRefusalText(filled.refusal, nameOf) }]);
}

async function send({ ctx }: StaffCall, { sentOn, documentNumber, ...address }: Given): Promise<Outcome> {
  const day = parseDay('sentOn', words.sentOn, sentOn);
  const number = documentNumber === '' ? undefined : textCodec({ limit: 50 }).parse(documentNumber);
  const errors: readonly FormError[] = [
    ...(day.ok ? [] : day.refusal),
    ...(number && !number.ok
      ? [{ name: 'documentNumber', message: problemText(words.documentNumber, number.refusal) }]
      : []),
  ];
  if (!day.ok || (number && !number.ok)) return refused(errors, 422);
  const sent = await sendBatch(ctx, { ...address, sentOn: day.value, documentNumber: number?.value ?? null });
  if (sent.ok) return { kind: 'done' };
  const nameOf = nameCases(await getBatch(ctx, address.batchId));
  return refused([{ name: 'sentOn', message: fillRefusalText(sent.refusal, nameOf) }]);
}

async function receive({ ctx }: StaffCall, { receivedOn, ...address }: Given): Promise<Outcome> {
  const day = parseDay('receivedOn', words.receivedOn, receivedOn);
  if (!day.ok) return refused(day.refusal, 422);
  const received = await recordReceipt(ctx, { ...address, receivedOn: day.value });
  return received.ok
    ? { kind: 'done' }
    : refused([{ name: 'receivedOn', message: batchRefusalText(received.refusal) }]);
}

function refused(errors: readonly FormError[], status = 409): Outcome {
  return { kind: 'refused', errors, status };
}

function nameCases({ cases, candidates }: BatchDetail) {
  const known = [...cases, ...candidates];
  return (caseId: string): string => {
    const found = known.find(({ id }) => id === caseId);
    return found ? words.choose(found.input.number, found.input.name) : caseId;
  };
}
