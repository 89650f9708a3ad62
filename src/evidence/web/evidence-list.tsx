import { randomUUID } from 'node:crypto';
import { data, Form, redirect } from 'react-router';
import { isOpenToChange } from '#certification/domain/certification-state.ts';
import { evidenceKinds, findEvidenceKind } from '#certification/domain/evidence-kind.ts';
import { getStanding } from '#certification/read-case.server.ts';
import { evidenceShortcomingText } from '#certification/text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { addEvidence, listEvidence } from '../evidence-files.server.ts';
import { evidenceRefusalText, evidenceText as words } from '../text.ts';
import type { Route } from './+types/evidence-list.ts';
import { showEvidence } from '../show-evidence.ts';
import { EvidenceTable } from './evidence-table.tsx';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: words.applications, href: href('certifications') },
    { label: page.number, href: page.caseHref },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const { application, files } = await listEvidence(ctx, params['id'] ?? '');
  const mayWrite = isAllowed(ctx.actor, 'certification.write', { corner: ctx.corner });
  const isOpen = isOpenToChange(application.state);
  const pageHref = href(`certifications/${application.id}/evidence`);
  const { missing } = await getStanding(ctx, application.id);
  return {
    number: application.number,
    name: application.name,
    caseHref: href(`certifications/${application.id}`),
    isOpen,
    missing: isOpen
      ? missing.flatMap((each) => (each.kind === 'evidence' ? [evidenceShortcomingText(each.anyOf)] : []))
      : [],
    mayAdd: isOpen && mayWrite,
    key: randomUUID(),
    rows: files.map((file) =>
      showEvidence(file, {
        href: `${pageHref}/${file.id}`,
        removeHref: isOpen && mayWrite ? `${pageHref}/${file.id}/delete` : undefined,
      }),
    ),
  };
});

type Answer = { readonly kind: string; readonly errors: readonly FormError[] };

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'certification.write');
  const form = await readForm(request);
  const kind = textOf(form, 'kind');
  const again = (errors: Answer['errors'], status: number) => data<Answer>({ kind, errors }, { status });
  const chosen = form.getAll('file').filter((file) => file instanceof File && (file.size > 0 || file.name !== ''));
  const known = findEvidenceKind(kind);
  if (!known) return again([{ name: 'kind', message: words.noKind }], 422);
  if (chosen.length === 0) return again([{ name: 'file', message: words.noFile }], 422);
  const files = await Promise.all(chosen.map((file) => readFile(file as File)));
  const caseId = params['id'] ?? '';
  try {
    const added = await addEvidence(ctx, {
      caseId,
      kind: known,
      files,
      key: textOf(form, 'idempotency-key') || undefined,
    });
    if (added.ok) throw redirect(href(`certifications/${caseId}/evidence`));
    return again(
      [{ name: 'file', message: evidenceRefusalText(added.refusal) }],
      added.refusal.kind === 'file' ? 422 : 409,
    );
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: words.sentBefore }], 409);
    throw error;
  }
});

async function readFile(file: File) {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function textOf(form: Awaited<ReturnType<StaffCall['request']['formData']>>, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export default function EvidenceList({ loaderData, actionData }: Route.ComponentProps) {
  const { number, name, caseHref, rows, isOpen, missing, mayAdd } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead(number, name)}
        hasErrors={errors.length > 0}
        action={<ButtonLink href={caseHref}>{words.back}</ButtonLink>}
      />
      <ErrorSummary errors={errors} />
      {isOpen ? null : (
        <div className="mb-6">
          <Notification kind="info" title={words.closed}>
            {words.closedLead}
          </Notification>
        </div>
      )}
      <MissingPapers names={missing} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{mayAdd ? words.noneLead : words.noneReadOnly}</EmptyState>
      ) : (
        <EvidenceTable rows={rows} />
      )}
      {mayAdd ? <UploadForm page={loaderData} answer={actionData} /> : null}
    </>
  );
}

/** The copies that keep the application from going on. */
function MissingPapers({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <div className="mb-6">
      <Notification kind="warning" title={words.missing}>
        <p>{words.missingLead}</p>
        <ul className="list-disc pl-6">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </Notification>
    </div>
  );
}

const kindOptions = evidenceKinds.map((value) => ({ value, label: words.kinds[value] }));

function UploadForm({ page, answer }: { readonly page: Page; readonly answer: Answer | undefined }) {
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  return (
    <section className="mt-8 print:hidden">
      <h2 className="mb-2 text-std-20B-150">{words.addHeading}</h2>
      <Form method="post" encType="multipart/form-data" data-density="compact" data-once noValidate>
        <input type="hidden" name="idempotency-key" value={page.key} />
        <div className="grid max-w-3xl gap-4">
          <SelectField
            name="kind"
            label={words.kind}
            required
            options={kindOptions}
            defaultValue={answer?.kind ?? ''}
            error={errorOf('kind')}
          />
          <FileField
            name="file"
            label={words.file}
            required
            multiple
            hint={words.fileHint}
            accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
            error={errorOf('file')}
          />
          <div>
            <Button variant="solid">{words.add}</Button>
          </div>
        </div>
      </Form>
    </section>
  );
}
