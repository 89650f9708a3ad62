import { staffPage } from '#server/staff-page.server.ts';
import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { recipientText as words } from '../recipient-text.ts';
import { demandText } from '../text.ts';
import type { Route } from './+types/recipient-detail.ts';
import { recipientTones } from './demand-tones.ts';
import { loadRecipientPage, takeRecipientAct } from './recipient-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: demandText.title, href: href('demand-surveys') },
    { label: data.surveyNumber, href: data.surveyHref },
    { label: data.number },
  ],
};

export const loader = (args: Route.LoaderArgs) => staffPage((call) => loadRecipientPage(call, args))(args);

export const action = (args: Route.ActionArgs) => staffPage((call) => takeRecipientAct(call, args))(args);

export default function RecipientDetail({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={words.title(page.number)}
        status={<ChipLabel tone={recipientTones[page.state]}>{page.stateLabel}</ChipLabel>}
        lead={page.surveyTitle}
        hasErrors={errors.length > 0}
        action={
          <>
            {page.enterHref ? (
              <ButtonLink variant={page.answer ? 'outline' : 'solid'} href={page.enterHref}>
                {page.answer ? words.correct : words.enter}
              </ButtonLink>
            ) : null}
            {page.paperHref ? <ButtonLink href={page.paperHref}>{words.printForm}</ButtonLink> : null}
          </>
        }
      />
      <ErrorSummary errors={errors} />
      <div className="mb-6">
        <DescriptionList
          items={[
            { term: words.host, detail: <a href={page.hostHref}>{page.host}</a> },
            ...page.facts,
            ...(page.link
              ? [{ term: words.link, detail: <span className="wrap-anywhere select-all">{page.link}</span> }]
              : []),
          ]}
        />
      </div>
      {page.answer ? <Answer page={page} answer={page.answer} /> : null}
      {page.mayWrite ? <OtherActs page={page} reason={actionData?.reason ?? ''} errors={errors} /> : null}
    </>
  );
}

function Answer({ page, answer }: { readonly page: Page; readonly answer: NonNullable<Page['answer']> }) {
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-std-18B-160">{words.answer}</h2>
      <DescriptionList items={answer} />
      {page.wishes.length === 0 ? null : (
        <div className="mt-4">
          <DataTable
            caption={words.wishes}
            dense
            rows={page.wishes}
            rowKey={({ id }) => id}
            columns={[
              { key: 'trade', header: words.trade, cell: (row) => row.trade, rowHeader: true },
              { key: 'sessions', header: words.sessions, cell: (row) => `${row.sessions}回`, align: 'end' },
              { key: 'months', header: words.months, cell: (row) => row.months },
              { key: 'audience', header: words.audience, cell: (row) => row.audience ?? '' },
              { key: 'trainees', header: words.trainees, cell: (row) => row.people, align: 'end' },
              {
                key: 'content',
                header: words.content,
                cell: (row) => <span className="whitespace-pre-wrap">{row.content ?? ''}</span>,
              },
              {
                key: 'request',
                header: words.request,
                acts: true,
                cell: (row) => (row.link ? <a href={row.link.href}>{row.link.label}</a> : ''),
                keepTogether: true,
              },
            ]}
          />
        </div>
      )}
    </section>
  );
}

type OtherActsProps = {
  readonly page: Page;
  readonly reason: string;
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
};

/** What is rarely needed: declining, the link, taking out who was chosen by mistake. */
function OtherActs({ page, reason, errors }: OtherActsProps) {
  const error = errors.find(({ name }) => name === 'reason')?.message;
  if (page.commands.length === 0 && !page.mayDecline) return null;
  return (
    <Disclosure summary={words.otherActs} open={errors.length > 0}>
      <div className="flex max-w-3xl flex-col gap-6" data-density="compact">
        {page.mayDecline ? (
          <Form method="post" action="?" noValidate data-once className="flex flex-col gap-3">
            <TextField name="reason" label={words.declineReason} required defaultValue={reason} error={error} />
            <div>
              <Button name="command" value="decline">
                {words.decline}
              </Button>
            </div>
          </Form>
        ) : null}
        {page.commands.length > 0 ? (
          <Form method="post" action="?" data-once className="flex flex-wrap gap-3">
            {page.commands.map((command) => (
              <Button key={command} name="command" value={command}>
                {words[command]}
              </Button>
            ))}
          </Form>
        ) : null}
      </div>
    </Disclosure>
  );
}
