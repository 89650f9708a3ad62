import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import type { LetterPlaceholder } from '../domain/letter-outline.ts';
import { registerText, templateText as words } from '../page-text.ts';
import type { Route } from './+types/template-detail.ts';
import { loadTemplatePage, takeTemplateForm } from './template-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: registerText.title, href: href('letters') },
    { label: words.title, href: href('letters/templates') },
    { label: page.title },
  ],
};

export const loader = staffPage(loadTemplatePage);

export const action = staffPage(takeTemplateForm);

export default function TemplateDetail({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={words.detailTitle(page.title)}
        lead={words.detailLead(page.yearLabel)}
        hasErrors={errors.length > 0}
      />
      <ErrorSummary errors={errors} />
      {page.done && errors.length === 0 ? (
        <div className="mb-6">
          <Notification kind="success" title={page.done} announce />
        </div>
      ) : null}
      <Present page={page} />
      {page.mayManage ? <Upload page={page} errors={errors} /> : null}
      <Placeholders page={page} />
      {page.mayRemove ? <Removal page={page} /> : null}
      {page.history.length > 0 ? (
        <section className="mb-6">
          <h2 className="mb-2 text-std-20B-150">{words.history}</h2>
          <HistoryTimeline entries={page.history} />
        </section>
      ) : null}
    </>
  );
}

function Present({ page }: { readonly page: Page }) {
  const { template, wordsHref } = page;
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-std-20B-150">{words.present}</h2>
      {template ? (
        <DescriptionList
          columns={2}
          items={[
            { term: words.file, detail: template.fileName },
            { term: words.since, detail: words.earlier(template.since) },
            { term: words.uploadedAt, detail: template.uploadedAt },
            { term: words.uploadedBy, detail: template.uploadedBy },
          ]}
        />
      ) : (
        <p>{words.presentBuiltIn}</p>
      )}
      {wordsHref && !template ? (
        <p className="mt-2">
          {words.wordsOf}
          <a href={wordsHref}>{words.toWords}</a>
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={page.testHref} download>
          {words.test}
        </ButtonLink>
        {template ? (
          <ButtonLink href={template.href} download>
            {words.download}
          </ButtonLink>
        ) : null}
        <ButtonLink href={page.starterHref} download>
          {words.starter}
        </ButtonLink>
      </div>
      <p className="mt-2 max-w-3xl text-dns-16N-130 print:hidden">
        {words.testLead}
        {words.starterLead}
      </p>
    </section>
  );
}

function Upload({ page, errors }: { readonly page: Page; readonly errors: readonly FormError[] }) {
  return (
    <section className="mb-8 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden">
      <h2 className="mb-2 text-std-20B-150">{words.uploadHeading}</h2>
      <p className="mb-3 max-w-3xl">{words.uploadLead(page.yearLabel)}</p>
      <Form method="post" encType="multipart/form-data" noValidate data-once className="flex max-w-3xl flex-col gap-4">
        <FileField
          name="file"
          label={words.upload}
          required
          hint={words.uploadHint}
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          error={errors.length > 0 ? errors.map(({ message }) => message).join(' ') : undefined}
        />
        <div>
          <Button variant="solid">{words.submit}</Button>
        </div>
      </Form>
    </section>
  );
}

const columns: readonly Column<LetterPlaceholder>[] = [
  {
    key: 'name',
    header: words.name,
    rowHeader: true,
    cell: ({ name }) => <span className="font-mono break-all">{`{${name}}`}</span>,
  },
  { key: 'meaning', header: words.meaning, cell: ({ meaning }) => meaning },
  { key: 'sample', header: words.sample, cell: ({ sample }) => <span className="whitespace-pre-line">{sample}</span> },
];

function Placeholders({ page: { placeholders, loops } }: { readonly page: Page }) {
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-std-20B-150">{words.placeholders}</h2>
      <p className="mb-3 max-w-3xl">{words.placeholdersLead}</p>
      <DataTable caption={words.placeholders} dense rows={placeholders} rowKey={({ name }) => name} columns={columns} />
      {loops.map((loop) => (
        <div key={loop.name} className="mt-6">
          <p className="mb-3 max-w-3xl">{words.loopLead(loop.name)}</p>
          <DataTable
            caption={words.loopTitle(loop.name)}
            dense
            rows={loop.placeholders}
            rowKey={({ name }) => name}
            columns={columns}
          />
        </div>
      ))}
    </section>
  );
}

function Removal({ page }: { readonly page: Page }) {
  return (
    <section className="mb-8 print:hidden">
      <h2 className="mb-2 text-std-20B-150">{words.removeHeading}</h2>
      <p className="mb-2 max-w-3xl">{words.removeLead(page.yearLabel)}</p>
      <Form method="post" data-once>
        <input type="hidden" name="intent" value="remove" />
        <Button>{words.remove}</Button>
      </Form>
    </section>
  );
}
