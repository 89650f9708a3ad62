import { data } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { cellAddress } from '#platform/tabular/raw-table.ts';
import { tryExport } from '../export-file.server.ts';
import { grouped, transferText } from '../text.ts';
import { getTransferRecords } from '../transfer-records.server.ts';
import type { Route } from './+types/export-confirm.ts';
import { fileNameOf } from './download.ts';
import { readForm, rememberEncoding, requireKind } from './kind-address.ts';
import { pageWords as words } from './text.ts';

const LISTED_CHARACTERS = 100;

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: transferText.title, href: href('transfer') },
    { label: words.exportTitle },
  ],
};

export const loader = staffPage(async (call) => {
  const { ctx, url, href, year } = call;
  const kind = requireKind(url);
  const form = readForm(url);
  const trial = await tryExport(ctx, { ...form, kind: kind.name, fiscalYear: year });
  const address = (choice: Record<string, string>) =>
    `${href('transfer/file')}?${new URLSearchParams({ kind: kind.name, ...choice })}`;
  const shown = {
    label: transferText.kinds[kind.name],
    yearLabel: kind.year === 'none' ? undefined : fiscalYearLabel(year),
    format: words.formats[form.format].label,
    encoding: form.format === 'csv' ? words.encodings[form.encoding] : undefined,
    fileName: fileNameOf(call, transferText.kinds[kind.name], form.format),
    count: trial.count,
    isPersonal: getTransferRecords(kind.name).records.shape.fields.some(({ personal }) => personal),
    isCp932: form.encoding === 'cp932',
    unmappable: trial.unmappable && {
      count: trial.unmappable.count,
      listed: trial.unmappable.unmappable.slice(0, LISTED_CHARACTERS).map(({ row, column, character }, index) => ({
        key: String(index),
        cell: cellAddress(row, column),
        header: getTransferRecords(kind.name).records.shape.fields[column - 1]?.header ?? '',
        character,
      })),
    },
    fileHref: address({ format: form.format, encoding: form.encoding }),
    utf8Href: address({ format: 'csv', encoding: 'utf8' }),
    replacedHref: address({ format: 'csv', encoding: form.encoding, replace: '1' }),
    backHref: href('transfer'),
  };
  return form.format === 'csv' ? data(shown, { headers: { 'Set-Cookie': rememberEncoding(form.encoding) } }) : shown;
});

export default function ExportConfirm({ loaderData }: Route.ComponentProps) {
  const { label, yearLabel, format, encoding, fileName, count, isPersonal, unmappable, fileHref, backHref } =
    loaderData;
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeader title={words.exportTitle} />
      <Notification kind={isPersonal ? 'warning' : 'info'} title={isPersonal ? words.personal : words.logged} />
      <DescriptionList
        items={[
          { term: words.kind, detail: label },
          ...(yearLabel ? [{ term: words.year, detail: yearLabel }] : []),
          { term: words.exportCount, detail: words.records(grouped(count)) },
          { term: words.format, detail: format },
          ...(encoding ? [{ term: words.encoding, detail: encoding }] : []),
          { term: words.exportFile, detail: fileName },
        ]}
      />
      {unmappable ? <Unmappable {...loaderData} unmappable={unmappable} /> : null}
      <div className="flex flex-wrap gap-4">
        {unmappable ? null : (
          <ButtonLink variant="solid" href={fileHref}>
            {words.download(grouped(count))}
          </ButtonLink>
        )}
        <ButtonLink variant={unmappable ? 'outline' : 'text'} href={backHref}>
          {words.back}
        </ButtonLink>
      </div>
    </div>
  );
}

type UnmappableProps = Pick<Route.ComponentProps['loaderData'], 'isCp932' | 'utf8Href' | 'replacedHref'> & {
  readonly unmappable: NonNullable<Route.ComponentProps['loaderData']['unmappable']>;
};

/** What the encoding lacks, before the file is made, and the ways out (DAT-12). */
function Unmappable({ unmappable, isCp932, utf8Href, replacedHref }: UnmappableProps) {
  return (
    <section className="grid gap-4">
      <Notification
        kind="warning"
        title={isCp932 ? words.unmappableTitle(grouped(unmappable.count)) : words.forbiddenTitle}
        actions={
          <>
            {isCp932 ? (
              <ButtonLink variant="solid" href={utf8Href}>
                {words.downloadUtf8}
              </ButtonLink>
            ) : null}
            <ButtonLink href={replacedHref}>{words.downloadReplaced}</ButtonLink>
          </>
        }
      >
        {isCp932 ? words.unmappableLead : words.forbiddenLead}
      </Notification>
      <DataTable
        caption={words.unmappableCaption}
        dense
        rows={unmappable.listed}
        rowKey={({ key }) => key}
        columns={[
          { key: 'cell', header: words.cell, cell: ({ cell }) => cell, keepTogether: true },
          { key: 'header', header: words.column, cell: ({ header }) => header },
          { key: 'character', header: words.character, cell: ({ character }) => character },
        ]}
      />
    </section>
  );
}
