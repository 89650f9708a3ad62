import { requirePermission } from '#platform/context.server.ts';
import type { AnyField } from '#record/domain/field.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TabLinks } from '#ui/tab-links.tsx';
import { parseTransferKind, transferKinds } from '../domain/transfer-kind.ts';
import { transferText } from '../text.ts';
import { getTransferRecords } from '../transfer-records.server.ts';
import type { Route } from './+types/transfer-columns.ts';
import { pageWords as words, writingByControl } from './text.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: transferText.title, href: href('transfer') },
    { label: words.columnsTitle },
  ],
};

export const loader = staffPage(async ({ ctx, url, href }) => {
  requirePermission(ctx, 'transfer.export');
  const parsed = parseTransferKind(url.searchParams.get('kind') ?? '');
  const kind = parsed.ok ? parsed.value.name : 'organizations';
  const page = href('transfer/columns');
  const template = (format: string) => `${href('transfer/template')}?${new URLSearchParams({ kind, format })}`;
  return {
    label: transferText.kinds[kind],
    tabs: transferKinds.map(({ name }) => ({
      label: transferText.kinds[name],
      href: `${page}?${new URLSearchParams({ kind: name })}`,
      current: name === kind,
    })),
    columns: getTransferRecords(kind).records.shape.fields.map(describeColumn),
    xlsxHref: template('xlsx'),
    csvHref: template('csv'),
    backHref: href('transfer'),
  };
});

/** How a column is written, told from the field itself so that it is never out of date. */
function describeColumn({ header, required, hint, codec }: AnyField) {
  const { control, choices, limit } = codec;
  const choicesText = choices === undefined ? '' : `：${choices.map(({ label }) => label).join(' / ')}`;
  const limitText = limit === undefined ? undefined : `${limit}文字まで`;
  return {
    header,
    required: required ? words.requiredMark : words.optionalMark,
    writing: [writingByControl[control] + choicesText, limitText, hint].filter((part) => part !== undefined).join('。'),
  };
}

export default function TransferColumns({ loaderData }: Route.ComponentProps) {
  const { label, tabs, columns, xlsxHref, csvHref, backHref } = loaderData;
  return (
    <>
      <PageHeader title={words.columnsTitle} lead={words.columnsLead} />
      <TabLinks label={words.kind} tabs={tabs} />
      <div className="my-4 flex flex-wrap gap-4">
        <ButtonLink href={xlsxHref}>{words.templateXlsx}</ButtonLink>
        <ButtonLink href={csvHref}>{words.templateCsv}</ButtonLink>
        <ButtonLink variant="text" href={backHref}>
          {words.back}
        </ButtonLink>
      </div>
      <DataTable
        caption={`${label}の列`}
        dense
        rows={columns}
        rowKey={(row) => row.header}
        columns={[
          { key: 'header', header: words.header, cell: (row) => row.header, rowHeader: true, keepTogether: true },
          { key: 'required', header: words.required, cell: (row) => row.required, keepTogether: true },
          { key: 'writing', header: words.writing, cell: (row) => row.writing },
        ]}
      />
    </>
  );
}
