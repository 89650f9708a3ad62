import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { registerText, templateText as words } from '../page-text.ts';
import { listTemplates } from '../template-queries.server.ts';
import type { Route } from './+types/template-list.ts';
import { listLetterForms } from './letter-forms.server.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: registerText.title, href: href('letters') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, year, href }) => {
  const templates = await listTemplates(ctx, year);
  const forms = await listLetterForms(ctx, year);
  return {
    yearLabel: fiscalYearLabel(year),
    rows: forms.map(({ kind, title }) => {
      const template = templates.find((known) => known.kind === kind);
      return {
        kind,
        title,
        href: href(`letters/templates/${kind}`),
        fileName: template?.fileName,
        since: template ? fiscalYearLabel(template.fiscalYear) : '',
        uploadedBy: template?.uploaderName ?? '',
      };
    }),
  };
});

type Row = Route.ComponentProps['loaderData']['rows'][number];

const columns: readonly Column<Row>[] = [
  { key: 'kind', header: words.kind, cell: ({ title, href }) => <a href={href}>{title}</a>, rowHeader: true },
  {
    key: 'inForce',
    header: words.inForce,
    cell: ({ fileName }) =>
      fileName === undefined ? (
        words.builtIn
      ) : (
        <span className="flex flex-wrap items-center gap-2">
          <ChipLabel tone="progress">{words.own}</ChipLabel>
          <span className="break-all">{fileName}</span>
        </span>
      ),
  },
  { key: 'since', header: words.since, cell: ({ since }) => since, keepTogether: true },
  { key: 'by', header: words.uploadedBy, cell: ({ uploadedBy }) => uploadedBy, keepTogether: true },
];

export default function TemplateList({ loaderData }: Route.ComponentProps) {
  const { rows, yearLabel } = loaderData;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead(yearLabel)} />
      <DataTable caption={words.title} rows={rows} rowKey={({ kind }) => kind} columns={columns} />
    </>
  );
}
