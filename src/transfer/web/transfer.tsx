import { data, Form, redirect } from 'react-router';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { requirePermission } from '#platform/context.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { parseTransferKind, transferKinds } from '../domain/transfer-kind.ts';
import { discardExpiredDrafts, previewImport } from '../import-drafts.server.ts';
import type { FileFacts } from '../import-file.server.ts';
import type { ImportProblems } from '../import-problem.ts';
import { kindRefusalText, transferText } from '../text.ts';
import type { Route } from './+types/transfer.ts';
import { FileSeen } from './file-seen.tsx';
import { rememberedEncoding } from './kind-address.ts';
import { ProblemList } from './problem-list.tsx';
import { pageWords as words } from './text.ts';

export const handle = { breadcrumb: () => [{ label: transferText.title }] };

export const loader = staffPage(async ({ ctx, href, request }) => {
  requirePermission(ctx, 'transfer.export');
  const canImport = isAllowed(ctx.actor, 'transfer.import', { corner: ctx.corner });
  if (canImport) await discardExpiredDrafts(ctx);
  return {
    canImport,
    encoding: rememberedEncoding(request),
    exportHref: href('transfer/export'),
    columnsHref: href('transfer/columns'),
  };
});

export const action = staffPage(async ({ ctx, year, request, href }) => {
  requirePermission(ctx, 'transfer.import');
  const form = await readUpload(request);
  const kindName = textOf(form, 'kind');
  const kind = parseTransferKind(kindName);
  const file = form?.get('file');
  const again = (errors: FormErrors, refused?: RefusedFile) =>
    data({ kind: kindName, errors, refused }, { status: 422 });
  if (!kind.ok) return again([{ name: 'kind', message: kindRefusalText(kind.refusal) }]);
  if (!(file instanceof File) || (file.size === 0 && file.name === ''))
    return again([{ name: 'file', message: words.noFile }]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const upload = { kind: kind.value.name, bytes, fileName: file.name, fiscalYear: year };
  const previewed = await previewImport(ctx, upload);
  if (previewed.ok) throw redirect(href(`transfer/import/${previewed.draftId}`));
  return again([], { fileName: file.name, file: previewed.file, problems: previewed.problems });
});

type FormErrors = readonly { readonly name: string; readonly message: string }[];

type RefusedFile = {
  readonly fileName: string;
  readonly file: FileFacts | undefined;
  readonly problems: ImportProblems;
};

/** A body that is no form at all is answered like a form without a file. */
async function readUpload(request: StaffCall['request']): Promise<FormData | undefined> {
  try {
    return await request.formData();
  } catch {
    return undefined;
  }
}

function textOf(form: FormData | undefined, name: string): string {
  const value = form?.get(name);
  return typeof value === 'string' ? value : '';
}

export default function Transfer({ loaderData, actionData }: Route.ComponentProps) {
  const refused = actionData?.refused;
  return (
    <>
      <PageHeader title={transferText.title} lead={transferText.lead} hasErrors={actionData !== undefined} />
      {loaderData.canImport ? (
        <section className="mb-10">
          <h2 className="mb-2 text-std-20B-150">{words.importHeading}</h2>
          {refused ? <ProblemList problems={refused.problems} /> : <p className="mb-4 max-w-3xl">{words.importLead}</p>}
          <div className={refused ? 'print:hidden' : ''}>
            <ImportForm
              kind={actionData?.kind ?? ''}
              errors={actionData?.errors ?? []}
              columnsHref={loaderData.columnsHref}
            />
          </div>
          {refused?.file ? (
            <FileSeen file={refused.file} items={[{ term: words.fileName, detail: refused.fileName }]} />
          ) : null}
        </section>
      ) : null}
      <section className={refused ? 'print:hidden' : ''}>
        <h2 className="mb-2 text-std-20B-150">{words.exportHeading}</h2>
        <p className="mb-4 max-w-3xl">{words.exportLead}</p>
        <ExportForm action={loaderData.exportHref} encoding={loaderData.encoding} />
      </section>
    </>
  );
}

const kindOptions = transferKinds.map(({ name }) => ({ value: name, label: transferText.kinds[name] }));

type ImportFormProps = {
  readonly kind: string;
  readonly errors: FormErrors;
  readonly columnsHref: string;
};

function ImportForm({ kind, errors, columnsHref }: ImportFormProps) {
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Form method="post" encType="multipart/form-data" data-density="compact" data-once noValidate>
      <ErrorSummary errors={errors} />
      <div className="grid max-w-3xl gap-4">
        <SelectField
          name="kind"
          label={words.kind}
          required
          options={kindOptions}
          defaultValue={kind}
          error={errorOf('kind')}
        />
        <FileField
          name="file"
          label={words.file}
          required
          hint={words.fileHint}
          accept=".csv,.txt,.xlsx"
          error={errorOf('file')}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button variant="solid">{words.check}</Button>
          <a href={columnsHref}>{words.columnsLink}</a>
        </div>
      </div>
    </Form>
  );
}

function ExportForm({ action, encoding }: { readonly action: string; readonly encoding: string }) {
  const formats = Object.entries(words.formats).map(([value, { label, note }]) => ({ value, label, note }));
  const encodings = Object.entries(words.encodings).map(([value, label]) => ({ value, label }));
  return (
    <Form method="get" action={action} data-density="compact">
      <div className="grid max-w-3xl gap-4">
        <SelectField
          name="kind"
          id="export-kind"
          label={words.kind}
          required
          options={kindOptions}
          blank={null}
          defaultValue="organizations"
        />
        <RadioField name="format" label={words.format} required options={formats} defaultValue="xlsx" />
        <RadioField name="encoding" label={words.encoding} required options={encodings} defaultValue={encoding} />
        <div>
          <Button variant="outline">{words.toExport}</Button>
        </div>
      </div>
    </Form>
  );
}
