import { randomUUID } from 'node:crypto';
import { data, Form, redirect } from 'react-router';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { DocumentSheet } from '#record/web/document-sheet.tsx';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { draftValues } from '../draw-letter.server.ts';
import { recordLetterText as words, registerText } from '../page-text.ts';
import { issueRecordLetter, showRecordLetter } from '../record-letters.server.ts';
import { listLettersOf } from '../register-queries.server.ts';
import { hasTemplate } from '../template-queries.server.ts';
import type { Route } from './+types/record-letter.ts';
import { requireRecordLetter } from './record-letter-list.server.ts';
import { recordHref } from './record-href.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: registerText.title, href: href('letters') },
    { label: page.title },
  ],
};

/** What the page of a record shows that is not ready for the paper. */
const nothing = {
  label: undefined,
  recordHref: undefined,
  wordHref: undefined,
  mayIssue: false,
  models: [],
  issued: [],
} as const;

export const loader = staffPage(async (call) => {
  const { ctx, href } = call;
  const address = requireRecordLetter(call);
  const { form } = address.letter;
  const shown = await showRecordLetter(ctx, address);
  const own = await hasTemplate(ctx, { kind: form.kind, fiscalYear: fiscalYearOf(ctx.today()) });
  const isKept = address.letter.isKept !== false;
  const page = {
    lead: form.numbered ? words.numberedLead : isKept ? words.plainLead : words.looseLead,
    title: form.title,
    numbered: form.numbered,
    templateHref: href(`letters/templates/${form.kind}`),
    key: randomUUID(),
    own,
  };
  if (!shown.ok) return { ...page, ...nothing, refusal: shown.refusal };
  const { label, entity, letters, notYet } = shown.value;
  const issued = (await listLettersOf(ctx, entity)).filter(({ kind }) => kind === form.kind);
  return {
    ...page,
    refusal: notYet,
    label,
    recordHref: recordHref({ entityKind: entity.kind, entityId: entity.id }, href),
    wordHref: href(`letters/of/${address.record}/${address.id}/${form.kind}/word`),
    mayIssue: isKept && notYet === undefined && isAllowed(ctx.actor, 'letter.manage', { corner: ctx.corner }),
    models: letters.map(({ values }) => form.build(draftValues(values))),
    issued: issued.map(({ id, number, issuedOn, addressee, issuerName, isErased }) => ({
      id,
      number,
      issuedOn: formatSlashDate(issuedOn),
      addressee,
      issuerName,
      fileHref: isErased ? undefined : href(`letters/${id}/word`),
    })),
  };
});

export const action = staffPage(async (call) => {
  const { ctx, request, href } = call;
  requirePermission(ctx, 'letter.manage');
  const address = requireRecordLetter(call);
  const form = await readForm(request);
  const again = (message: string) => data<{ errors: readonly FormError[] }>({ errors: [{ message }] }, { status: 409 });
  try {
    const key = textIn(form, 'idempotency-key') || undefined;
    const issued = await issueRecordLetter(ctx, { ...address, key });
    if (!issued.ok) return again(issued.refusal);
    throw redirect(href(`letters/of/${address.record}/${address.id}/${address.letter.form.kind}`));
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again(recordWords.sentBefore);
    throw error;
  }
});

type Issued = {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly addressee: string;
  readonly issuerName: string;
  readonly fileHref: string | undefined;
};

const columns: readonly Column<Issued>[] = [
  { key: 'number', header: registerText.number, cell: ({ number }) => number, rowHeader: true, keepTogether: true },
  { key: 'on', header: registerText.issuedOn, cell: ({ issuedOn }) => issuedOn, keepTogether: true },
  { key: 'addressee', header: registerText.addressee, cell: ({ addressee }) => addressee },
  { key: 'issuer', header: registerText.issuer, cell: ({ issuerName }) => issuerName },
  {
    key: 'file',
    header: registerText.file,
    cell: ({ number, fileHref }) =>
      fileHref ? (
        <a href={fileHref} download aria-label={registerText.open(number)}>
          Word
        </a>
      ) : (
        registerText.erased
      ),
  },
];

export default function RecordLetterPage({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={page.label === undefined || page.label === page.title ? page.title : `${page.title}　${page.label}`}
          lead={page.lead}
          hasErrors={errors.length > 0}
          action={page.wordHref ? <ButtonLink href={page.wordHref}>{words.word(page.numbered)}</ButtonLink> : undefined}
        />
        <ErrorSummary errors={errors} />
        {page.refusal === undefined ? null : <Notification kind="warning" title={page.refusal} />}
        {page.own ? <p className="mb-4 max-w-3xl">{words.ownTemplate}</p> : null}
        <ul className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
          {page.recordHref ? (
            <li>
              <a href={page.recordHref}>{words.toRecord}</a>
            </li>
          ) : null}
          <li>
            <a href={page.templateHref}>{words.toTemplate}</a>
          </li>
        </ul>
        {page.issued.length > 0 ? (
          <section className="mb-8">
            <DataTable caption={words.issued} dense rows={page.issued} rowKey={({ id }) => id} columns={columns} />
          </section>
        ) : null}
        {page.mayIssue ? (
          <Form method="post" data-once className="mb-6">
            <input type="hidden" name="idempotency-key" value={page.key} />
            <Button variant="solid">{page.numbered ? words.issue(page.models.length) : words.keep}</Button>
          </Form>
        ) : null}
      </div>
      {page.models.map((model, at) => (
        <DocumentSheet key={at} model={model} />
      ))}
    </>
  );
}
