import { data, Form, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { EmptyList } from '#record/web/empty-list.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { getDemandSurvey } from '../demand-survey-queries.server.ts';
import { recipientClassLabel } from '../domain/recipient-class.ts';
import { listSilentRecipients } from '../paper-queries.server.ts';
import { reminderText as words } from '../reminder-text.ts';
import { demandText } from '../text.ts';
import { surveyRefusalText } from '../refusal-text.ts';
import { remindRecipients } from '../write-to-recipients.server.ts';
import type { Route } from './+types/demand-reminders.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: loaded }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: loaded.number, href: loaded.surveyHref },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, params, url, href }) => {
  const surveyId = params['id'] ?? '';
  const survey = await getDemandSurvey(ctx, surveyId);
  const silent = await listSilentRecipients(ctx, surveyId);
  const today = ctx.today();
  const due = silent.filter(({ remindedOn }) => remindedOn !== today);
  const surveyHref = href(`demand-surveys/${surveyId}`);
  const mailed = url.searchParams.get('mailed');
  return {
    number: survey.number,
    surveyHref,
    mails: due.filter(({ hasEmail }) => hasEmail).length,
    papers: due.filter(({ hasEmail }) => !hasEmail).length,
    mayRemind: survey.state === 'running' && isAllowed(ctx.actor, 'demand-survey.write', { corner: ctx.corner }),
    done: mailed === null ? undefined : words.done(mailed, url.searchParams.get('printed') ?? '0'),
    printHref: isAllowed(ctx.actor, 'demand-survey.write', { corner: ctx.corner })
      ? `${surveyHref}/papers?kind=reminder`
      : undefined,
    outboxHref: href('outbox'),
    rows: silent.map((recipient) => ({
      ...recipient,
      classLabel: recipientClassLabel(recipient.class),
      sentDay: formatSlashDate(recipient.sentOn),
      remindedDay: recipient.remindedOn === null ? '' : formatSlashDate(recipient.remindedOn),
      href: `${surveyHref}/recipients/${recipient.id}`,
    })),
  };
});

export const action = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'demand-survey.write');
  const surveyId = params['id'] ?? '';
  const reminded = await remindRecipients(ctx, surveyId);
  if (!reminded.ok) return data({ error: surveyRefusalText(reminded.refusal) }, { status: 409 });
  const { mailed, printed } = reminded.value;
  throw redirect(href(`demand-surveys/${surveyId}/reminders?mailed=${mailed}&printed=${printed}`));
});

export default function DemandReminders({ loaderData: page, actionData }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        hasErrors={actionData !== undefined}
        action={page.printHref ? <ButtonLink href={page.printHref}>{words.print}</ButtonLink> : undefined}
      />
      {actionData ? (
        <div className="mb-6">
          <Notification kind="error" title={actionData.error} announce />
        </div>
      ) : null}
      {page.done ? (
        <div className="mb-6">
          <Notification
            kind="success"
            title={page.done}
            announce
            actions={<ButtonLink href={page.outboxHref}>{words.outbox}</ButtonLink>}
          />
        </div>
      ) : null}
      {page.rows.length === 0 ? <EmptyList {...words.none} /> : <Silent page={page} />}
    </>
  );
}

function Silent({ page }: { readonly page: Page }) {
  const count = page.mails + page.papers;
  return (
    <>
      {page.mayRemind && count > 0 ? (
        <Form method="post" action="?" data-once className="mb-6 flex max-w-3xl flex-col gap-3">
          <p>{words.explain(page.mails, page.papers)}</p>
          <div>
            <Button variant="solid">{words.button(count)}</Button>
          </div>
        </Form>
      ) : null}
      {page.mayRemind && count === 0 ? <p className="mb-6">{words.today}</p> : null}
      <DataTable
        caption={`${words.caption} ${page.rows.length}件`}
        dense
        rows={page.rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', header: demandText.list.number, cell: (row) => row.number, keepTogether: true },
          {
            key: 'host',
            header: demandText.list.host,
            cell: (row) => <a href={row.href}>{row.host}</a>,
            rowHeader: true,
          },
          { key: 'class', header: demandText.list.class, cell: (row) => row.classLabel },
          { key: 'sent', header: demandText.list.sentOn, cell: (row) => row.sentDay, keepTogether: true },
          { key: 'reminded', header: demandText.list.remindedOn, cell: (row) => row.remindedDay, keepTogether: true },
          { key: 'by', header: words.by, cell: (row) => (row.hasEmail ? words.byMail : words.byPaper) },
        ]}
      />
    </>
  );
}
