import { Form } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { rosterFields } from '../domain/roster.ts';
import { carryOverRoster, recordAttendance } from '../keep-roster.server.ts';
import { rosterText as words } from '../roster-text.ts';
import { visitText } from '../text.ts';
import type { Route } from './+types/roster.ts';
import { changeRosterPage, showRoster, type ShownRoster } from './roster-call.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: visitText.listTitle, href: href('visits') },
    { label: data.number, href: data.visitHref },
    { label: words.title },
  ],
};

export const loader = staffPage(async (call) => {
  requirePermission(call.ctx, 'roster.read');
  const roster = await showRoster(call);
  const mayWrite = isAllowed(call.ctx.actor, 'roster.write', { corner: call.ctx.corner });
  const isOpen = mayWrite && roster.status !== 'cancelled';
  return { ...roster, isOpen, canTick: isOpen && roster.visitOn <= call.ctx.today() };
});

export const action = staffPage(async (call) => {
  requirePermission(call.ctx, 'roster.write');
  const form = await readForm(call.request);
  const target = { visitId: call.params['id'] ?? '', version: Number(textIn(form, 'version')) };
  const intent = textIn(form, 'intent');
  return changeRosterPage(
    call,
    async () => {
      if (intent === 'carry') return carryOverRoster(call.ctx, target);
      const listed = Number(textIn(form, 'listed'));
      const everyone = Array.from({ length: listed }, (_, index) => index + 1);
      const came = intent === 'everyone' ? everyone : form.getAll('came').map(Number);
      return recordAttendance(call.ctx, { ...target, came });
    },
    {},
  );
});

export default function Roster({ loaderData, actionData }: Route.ComponentProps) {
  const { number, day, host, rows, isOpen, canTick, rosterHref, visitHref, version, earlier } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={`${words.title} ${number}`}
        lead={`${day}　${host}`}
        hasErrors={errors.length > 0}
        action={
          <>
            {rows.length > 0 ? <ButtonLink href={`${rosterHref}/sheet`}>{words.print}</ButtonLink> : null}
            {isOpen && rows.length > 0 ? <ButtonLink href={`${rosterHref}/edit`}>{words.edit}</ButtonLink> : null}
            {isOpen ? <ButtonLink href={`${rosterHref}/paste`}>{words.paste}</ButtonLink> : null}
          </>
        }
      />
      <ErrorSummary errors={errors} />
      <p className="mb-4">{words.lead}</p>
      {isOpen && earlier && rows.length === 0 ? (
        <Form method="post" data-once className="mb-4 print:hidden">
          <input type="hidden" name="version" value={version} />
          <Button name="intent" value="carry">
            {earlier}
          </Button>
        </Form>
      ) : null}
      {rows.length === 0 ? (
        <NoRoster isOpen={isOpen} rosterHref={rosterHref} />
      ) : (
        <Listed {...loaderData} canTick={canTick} />
      )}
      <p className="mt-6 print:hidden">
        <a href={visitHref}>{words.back}</a>
      </p>
    </>
  );
}

function NoRoster({ isOpen, rosterHref }: { readonly isOpen: boolean; readonly rosterHref: string }) {
  return (
    <EmptyState
      title={words.emptyTitle}
      actions={isOpen ? <ButtonLink href={`${rosterHref}/edit`}>{words.make}</ButtonLink> : null}
    >
      {words.emptyLead}
    </EmptyState>
  );
}

type ListedProps = ShownRoster & { readonly isOpen: boolean; readonly canTick: boolean };

function Listed({ rows, version, countText, count, trainees, day, isOpen, canTick }: ListedProps) {
  const table = <People rows={rows} caption={`${words.title} ${countText}`} canTick={canTick} />;
  const differs = count.present === null && trainees !== count.listed;
  return (
    <>
      {differs ? <p className="mb-4">{words.expected(trainees, count.listed)}</p> : null}
      {isOpen && !canTick ? <p className="mb-4">{words.recordEarly(day)}</p> : null}
      {canTick ? (
        <Form method="post" data-once>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="listed" value={rows.length} />
          <p className="mb-4">{words.recordLead}</p>
          {table}
          <div className="mt-4 flex flex-wrap gap-3 print:hidden">
            <Button variant="solid" name="intent" value="tick">
              {words.record}
            </Button>
            <Button name="intent" value="everyone">
              {words.everyone}
            </Button>
          </div>
        </Form>
      ) : (
        table
      )}
    </>
  );
}

type Row = ShownRoster['rows'][number];
type PeopleProps = { readonly rows: readonly Row[]; readonly caption: string; readonly canTick: boolean };

function People({ rows, caption, canTick }: PeopleProps) {
  const said = ({ present }: Row) => (present === null ? words.notRecorded : present ? words.came : words.absent);
  const called: Column<Row> = canTick
    ? {
        key: 'name',
        header: words.all,
        rowHeader: true,
        cell: ({ place, name, present }) => (
          <Choice type="checkbox" name="came" value={place} label={name} defaultChecked={present === true} />
        ),
      }
    : { key: 'name', header: rosterFields[0].header, rowHeader: true, cell: ({ name }) => name };
  const others = rosterFields
    .slice(1)
    .map(({ key, header }): Column<Row> => ({ key, header, cell: (row) => row[key] }));
  return (
    <DataTable
      caption={caption}
      dense
      rows={rows}
      rowKey={({ place }) => String(place)}
      columns={[
        { key: 'place', header: words.row, cell: ({ place }) => place, align: 'end' },
        called,
        ...others,
        { key: 'present', header: words.attendance, cell: said, keepTogether: true },
      ]}
    />
  );
}
