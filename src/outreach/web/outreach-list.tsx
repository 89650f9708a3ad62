import { useLocation } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { countText, listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { visitStatuses, visitStatusLabel } from '#schedule/domain/visit-status.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { outreachKindLabel, outreachKinds } from '../domain/outreach-kind.ts';
import { outreachFormats } from '../export-outreach.server.ts';
import { listLines } from '../line-queries.server.ts';
import { listOutreach, OUTREACH_CURSOR_LENGTH } from '../outreach-queries.server.ts';
import { outreachText as words, splitText } from '../text.ts';
import type { Route } from './+types/outreach-list.ts';
import { readOutreachFilters } from './outreach-filters.server.ts';
import { LinesTable, showLine } from './outreach-lines.tsx';
import { statusTones } from './outreach-tones.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async (call) => {
  const { ctx, url, href, year } = call;
  const filters = readOutreachFilters(call);
  const page = await listOutreach(ctx, {
    filters,
    cursor: decodeCursor(url.searchParams.get('cursor') ?? '', OUTREACH_CURSOR_LENGTH),
  });
  const may = (permission: 'visit.write' | 'transfer.export') =>
    isAllowed(ctx.actor, permission, { corner: ctx.corner });
  const { fiscalYear: _, ...typed } = filters;
  return {
    typed,
    count: countText(page),
    next: page.next,
    previous: page.previous,
    lines: (await listLines(ctx, year)).map((line) => ({
      ...showLine(line),
      href: href(`outreach/lines/${line.line}`),
    })),
    rows: page.rows.map((row) => ({
      id: row.id,
      number: row.number,
      day: formatSlashDate(row.visitOn),
      kind: outreachKindLabel(row.kind ?? undefined),
      event: row.title ?? '',
      host: row.organizationName,
      place: row.place ?? findMunicipality(row.municipalityCode)?.name ?? '',
      trade: findTrade(row.tradeCode)?.name ?? row.tradeCode,
      instructors: row.instructorNames.join('、'),
      people: row.trainees,
      split: row.split === 'agrees' ? splitText(row) : '',
      isOpen: row.status === 'held' && row.split !== 'agrees' ? words[row.split] : '',
      status: row.status,
      href: href(`outreach/${row.id}`),
    })),
    newHref: may('visit.write') ? href('outreach/new') : undefined,
    downloads: may('transfer.export')
      ? outreachFormats.map((format) => ({ format, href: `${href(`outreach/file/${format}`)}${url.search}` }))
      : [],
  };
});

export default function OutreachList({ loaderData }: Route.ComponentProps) {
  const { rows, count, next, previous, newHref, lines, downloads } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = activeFilters(loaderData, address);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          newHref ? (
            <ButtonLink variant="solid" href={newHref}>
              {words.add}
            </ButtonLink>
          ) : undefined
        }
      />
      <LinesTable lines={lines} />
      <Filters typed={loaderData.typed} active={active} clearHref={location.pathname} />
      {rows.length === 0 ? (
        <EmptyList
          {...(active.length > 0 ? words.nothingFits : words.nothingYet)}
          clearHref={active.length > 0 ? location.pathname : undefined}
          add={{ label: words.add, href: newHref }}
        />
      ) : (
        <OutreachTable caption={`${words.title} ${count}`} rows={rows} />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
      {rows.length > 0 && downloads.length > 0 ? (
        <div className="mt-4 flex flex-wrap items-center gap-3 print:hidden">
          <span id="downloads">{words.downloads}</span>
          <ul aria-labelledby="downloads" className="flex flex-wrap gap-2">
            {downloads.map(({ format, href }) => (
              <li key={format}>
                <ButtonLink size="sm" href={href} download>
                  {words.formats[format]}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

type List = Route.ComponentProps['loaderData'];

function OutreachTable({ caption, rows }: { readonly caption: string; readonly rows: List['rows'] }) {
  return (
    <DataTable
      caption={caption}
      dense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'number',
          header: words.number,
          cell: (row) => <a href={row.href}>{row.number}</a>,
          rowHeader: true,
          keepTogether: true,
        },
        { key: 'day', header: words.day, cell: (row) => row.day, keepTogether: true },
        { key: 'kind', header: words.kind, cell: (row) => row.kind },
        {
          key: 'event',
          header: words.event,
          cell: (row) => [row.event, row.host, row.place].filter(Boolean).join('　'),
        },
        { key: 'trade', header: words.trade, cell: (row) => row.trade },
        { key: 'instructors', header: words.instructors, cell: (row) => row.instructors },
        {
          key: 'people',
          header: words.people,
          cell: (row) => row.people.toLocaleString('ja-JP'),
          align: 'end',
          keepTogether: true,
        },
        { key: 'split', header: words.split, cell: (row) => row.split || row.isOpen },
        {
          key: 'status',
          header: words.status,
          cell: (row) => <ChipLabel tone={statusTones[row.status]}>{visitStatusLabel(row.status)}</ChipLabel>,
          keepTogether: true,
        },
      ]}
    />
  );
}

type FiltersProps = {
  readonly typed: List['typed'];
  readonly active: ReturnType<typeof activeFilters>;
  readonly clearHref: string;
};

function Filters({ typed, active, clearHref }: FiltersProps) {
  const options = (list: readonly { readonly code: string; readonly label: string }[]) =>
    list.map(({ code, label }) => ({ value: code, label }));
  return (
    <FilterBar active={active} clearHref={clearHref}>
      <TextField name="q" label={words.search} hint={words.searchHint} defaultValue={typed.q} type="search" />
      <SelectField name="kind" label={words.kind} options={options(outreachKinds)} defaultValue={typed.kind} />
      <SelectField name="status" label={words.status} options={options(visitStatuses)} defaultValue={typed.status} />
      <SelectField
        name="split"
        label={words.split}
        options={[{ value: 'uncounted', label: words.uncounted }]}
        defaultValue={typed.split}
      />
      <TextField name="from" label={words.from} defaultValue={typed.from.replaceAll('-', '/')} width="short" />
      <TextField name="to" label={words.to} defaultValue={typed.to.replaceAll('-', '/')} width="short" />
    </FilterBar>
  );
}

function activeFilters({ typed }: List, address: (changes: Record<string, string | undefined>) => string) {
  const shown: readonly (readonly [string, string, string | undefined])[] = [
    ['q', words.search, typed.q],
    ['kind', words.kind, typed.kind && outreachKindLabel(typed.kind)],
    ['status', words.status, typed.status && visitStatusLabel(typed.status)],
    ['split', words.split, typed.split && words.uncounted],
    ['from', words.from, typed.from.replaceAll('-', '/')],
    ['to', words.to, typed.to.replaceAll('-', '/')],
  ];
  return shown.flatMap(([name, label, value]) =>
    value ? [{ label: `${label}：${value}`, removeHref: address({ [name]: undefined }) }] : [],
  );
}
