import { useLocation } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { listAddress } from '#record/list-address.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterBar } from '#ui/filter-bar.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { registerText as words } from '../page-text.ts';
import { recordLetterKinds } from '../domain/record-letter-kind.ts';
import { listLetters } from '../register-queries.server.ts';
import type { Route } from './+types/letter-register.ts';
import { listLetterForms } from './letter-forms.server.ts';
import { recordHref } from './record-href.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  const parameter = (name: string) => url.searchParams.get(name)?.trim() ?? '';
  const typed = { q: parameter('q'), kind: parameter('kind'), from: parameter('from'), until: parameter('until') };
  const filters = { ...typed, from: dayOf(typed.from), until: dayOf(typed.until) };
  const page = await listLetters(ctx, { fiscalYear: year, filters, cursor: decodeCursor(parameter('cursor'), 3) });
  const made: ReadonlySet<string> = new Set(Object.values(recordLetterKinds).flat());
  const kinds = (await listLetterForms(ctx, year)).filter(({ kind, numbered }) => numbered || made.has(kind));
  return {
    yearLabel: fiscalYearLabel(year),
    typed,
    kinds: kinds.map(({ kind, title }) => ({ value: kind as string, label: title })),
    unreadable: { from: typed.from !== '' && !filters.from, until: typed.until !== '' && !filters.until },
    numberingHref: isAllowed(ctx.actor, 'letter.manage', { corner: ctx.corner })
      ? href('letters/numbering')
      : undefined,
    templatesHref: href('letters/templates'),
    count: { count: page.count, more: page.more },
    next: page.next,
    previous: page.previous,
    rows: page.rows.map((letter) => ({
      ...letter,
      issuedOn: formatSlashDate(letter.issuedOn),
      kindName: kinds.find(({ kind }) => kind === letter.kind)?.title ?? letter.kind,
      fileHref: letter.isErased ? undefined : href(`letters/${letter.id}/word`),
      recordHref: recordHref(letter, href),
    })),
  };
});

function dayOf(text: string): PlainDate | undefined {
  const parsed = text === '' ? undefined : parseJapaneseDate(text);
  return parsed?.ok ? parsed.value : undefined;
}

type Data = Route.ComponentProps['loaderData'];

const columns: readonly Column<Data['rows'][number]>[] = [
  { key: 'number', header: words.number, cell: ({ number }) => number, rowHeader: true, keepTogether: true },
  { key: 'issuedOn', header: words.issuedOn, cell: ({ issuedOn }) => issuedOn, keepTogether: true },
  { key: 'kind', header: words.kind, cell: ({ kindName }) => kindName },
  { key: 'addressee', header: words.addressee, cell: ({ addressee }) => addressee },
  {
    key: 'subject',
    header: words.subject,
    cell: ({ subject, recordHref: record }) => (record ? <a href={record}>{subject}</a> : subject),
  },
  { key: 'issuer', header: words.issuer, cell: ({ issuerName }) => issuerName, keepTogether: true },
  {
    key: 'file',
    header: words.file,
    cell: ({ number, fileHref }) =>
      fileHref ? (
        <a href={fileHref} download aria-label={words.open(number)}>
          Word
        </a>
      ) : (
        words.erased
      ),
  },
];

export default function LetterRegister({ loaderData }: Route.ComponentProps) {
  const { rows, typed, kinds, unreadable, next, previous, yearLabel, numberingHref, templatesHref } = loaderData;
  const location = useLocation();
  const address = (changes: Record<string, string | undefined>) => listAddress(location, changes);
  const active = activeFilters(loaderData, address);
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        hasErrors={unreadable.from || unreadable.until}
        action={
          <>
            <ButtonLink href={templatesHref}>{words.toTemplates}</ButtonLink>
            {numberingHref ? <ButtonLink href={numberingHref}>{words.toNumbering}</ButtonLink> : null}
          </>
        }
      />
      <FilterBar active={active} clearHref={location.pathname}>
        <TextField name="q" label={words.search} type="search" defaultValue={typed.q} />
        <SelectField name="kind" label={words.kind} options={kinds} defaultValue={typed.kind} />
        <DateField
          name="from"
          label={words.from}
          defaultValue={typed.from}
          error={unreadable.from ? words.dayUnreadable(words.from) : undefined}
        />
        <DateField
          name="until"
          label={words.until}
          defaultValue={typed.until}
          error={unreadable.until ? words.dayUnreadable(words.until) : undefined}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={active.length > 0 ? words.none : words.empty(yearLabel)}>
          {active.length > 0 ? words.noneLead : words.emptyLead}
        </EmptyState>
      ) : (
        <DataTable
          caption={`${words.title}（${words.newest}）`}
          dense
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
        />
      )}
      <Pager nextHref={next && address({ cursor: next })} previousHref={previous && address({ cursor: previous })} />
    </>
  );
}

function activeFilters(
  { typed, kinds, unreadable }: Data,
  address: (changes: Record<string, string | undefined>) => string,
) {
  const kind = kinds.find(({ value }) => value === typed.kind)?.label;
  const from = unreadable.from ? '' : typed.from;
  const until = unreadable.until ? '' : typed.until;
  return [
    ...(typed.q ? [{ label: `${words.search}：${typed.q}`, removeHref: address({ q: undefined }) }] : []),
    ...(kind ? [{ label: `${words.kind}：${kind}`, removeHref: address({ kind: undefined }) }] : []),
    ...(from || until
      ? [{ label: words.period(from, until), removeHref: address({ from: undefined, until: undefined }) }]
      : []),
  ];
}
