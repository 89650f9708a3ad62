import { roleNames } from '#desk/text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { instantText } from '#platform/instant-text.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listAccounts } from '../account-queries.server.ts';
import { dayInJapan } from '../api-tokens.server.ts';
import { accountText, manageText as words } from '../text.ts';
import type { Route } from './+types/account-list.ts';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(async ({ ctx, href, year }) => {
  const accounts = await listAccounts(ctx);
  return {
    newHref: href('settings/accounts/new'),
    inventory: `${words.inventory}（${findPrefecture(ctx.corner)?.name ?? ctx.corner}、${fiscalYearLabel(year)}）　${accounts.length}人`,
    rows: accounts.map(({ id, name, email, role, disabledAt, twoFactorEnabled, lastLoginAt, createdAt }) => ({
      id,
      name,
      email,
      role: roleNames[role as Role],
      disabled: disabledAt !== null,
      secondFactor: twoFactorEnabled ? accountText.enrolled : accountText.notEnrolled,
      lastLogin: lastLoginAt === null ? accountText.never : instantText(lastLoginAt),
      created: formatSlashDate(dayInJapan(createdAt)),
      own: id === ctx.actor.id,
      href: href(`settings/accounts/${id}`),
    })),
  };
});

type Row = Route.ComponentProps['loaderData']['rows'][number];

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    header: accountText.name,
    rowHeader: true,
    cell: ({ name, own, href }) => (
      <>
        <a href={href}>{name}</a>
        {own ? <span className="print:hidden">（{words.you}）</span> : null}
      </>
    ),
  },
  { key: 'email', header: accountText.email, cell: ({ email }) => email },
  { key: 'role', header: accountText.role, cell: ({ role }) => role },
  { key: 'secondFactor', header: accountText.secondFactor, cell: ({ secondFactor }) => secondFactor },
  { key: 'lastLogin', header: accountText.lastLogin, cell: ({ lastLogin }) => lastLogin },
  {
    key: 'state',
    header: words.state,
    cell: ({ disabled }) =>
      disabled ? <ChipLabel tone="stopped">{words.disabled}</ChipLabel> : <ChipLabel>{words.active}</ChipLabel>,
  },
];

/** On paper the list is the yearly 棚卸し: with a column to tick and a line to sign. */
const inventoryColumns: readonly Column<Row>[] = [
  ...columns.slice(0, 5),
  { key: 'created', header: words.created, cell: ({ created }) => created },
  { key: 'state', header: words.state, cell: ({ disabled }) => (disabled ? words.disabled : words.active) },
  { key: 'confirmed', header: words.confirmed, cell: () => '□' },
];

export default function AccountList({ loaderData }: Route.ComponentProps) {
  const { rows, newHref, inventory } = loaderData;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={<span className="print:hidden">{words.lead}</span>}
        action={
          <ButtonLink variant="solid" href={newHref}>
            {words.add}
          </ButtonLink>
        }
      />
      <div className="print:hidden">
        <DataTable
          caption={`${words.title} ${rows.length}人`}
          dense
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
        />
        <p className="mt-6 max-w-3xl">{words.inventoryLead}</p>
      </div>
      <div className="hidden print:block">
        <DataTable caption={inventory} dense rows={rows} rowKey={({ id }) => id} columns={inventoryColumns} />
        <p className="mt-8 border-b border-black pb-2">{words.confirmedOn}</p>
      </div>
    </>
  );
}
