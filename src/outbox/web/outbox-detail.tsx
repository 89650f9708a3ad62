import { data, redirect, Form } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { putRecipientLink } from '#demand-survey/put-recipient-link.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage, type StaffCall } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { getMailDraft } from '../outbox-queries.server.ts';
import { settleMailDraft } from '../settle-mail.server.ts';
import { mailCommandRefusalText, mailKindLabel, mailStateLabel, outboxText as words } from '../text.ts';
import { mailTones } from './mail-tones.ts';
import type { Route } from './+types/outbox-detail.ts';

export const handle = {
  breadcrumb: ({
    href,
    data: loaded,
  }: {
    href: (path: string) => string;
    data: Route.ComponentProps['loaderData'];
  }) => [{ label: words.title, href: href('outbox') }, { label: loaded.subject }],
};

/** Where the records that mails are about have their pages. */
const pages: Readonly<Record<string, string>> = {
  request: 'requests',
  'public-request': 'applications',
  organization: 'organizations',
  instructor: 'instructors',
};

export const loader = (args: Route.LoaderArgs) => staffPage((call) => loadMail(call, args))(args);

async function loadMail({ ctx, params, href }: StaffCall, args: Route.LoaderArgs) {
  const mail = await getMailDraft(ctx, params['id'] ?? '');
  const page = mail.entity && pages[mail.entity.kind];
  return {
    ...mail,
    body: await putRecipientLink(ctx, { mail, ...letterDeskOf(args) }),
    kindLabel: mailKindLabel(mail.kind),
    stateLabel: mailStateLabel(mail.state),
    draftedAt: instantText(mail.draftedAt),
    settledAt: mail.settledAt && instantText(mail.settledAt),
    entityHref: mail.entity && page ? href(`${page}/${mail.entity.id}`) : undefined,
    mayWrite: isAllowed(ctx.actor, 'outbox.write', { corner: ctx.corner }),
  };
}

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'outbox.write');
  const form = await readForm(request);
  const command = textIn(form, 'command') === 'discard' ? 'discard' : 'hand-over';
  const note = textIn(form, 'note').slice(0, 500);
  const id = params['id'] ?? '';
  const settled = await settleMailDraft(ctx, { id, command, note });
  if (settled.ok) throw redirect(href(`outbox/${id}`));
  const name = settled.refusal.kind === 'reason-missing' ? 'note' : undefined;
  const error = { message: mailCommandRefusalText(settled.refusal), ...(name && { name }) };
  return data({ note, errors: [error] }, { status: name ? 422 : 409 });
});

export default function OutboxDetail({ loaderData: mail, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  const isDraft = mail.state === 'draft';
  return (
    <>
      <PageHeader
        title={mail.subject}
        status={<ChipLabel tone={mailTones[mail.state]}>{mail.stateLabel}</ChipLabel>}
        hasErrors={errors.length > 0}
      />
      <ErrorSummary errors={errors} />
      {isDraft ? (
        <Notification kind="info" title={words.notSentTitle}>
          {words.notSentLead}
        </Notification>
      ) : null}
      <div className="my-6">
        <DescriptionList
          items={[
            { term: words.to, detail: <span className="break-all select-all">{mail.to}</span> },
            { term: words.subject, detail: <span className="select-all">{mail.subject}</span> },
            {
              term: words.body,
              detail: <div className="break-words whitespace-pre-wrap select-all">{mail.body}</div>,
            },
            { term: words.kind, detail: mail.kindLabel },
            ...(mail.entity
              ? [
                  {
                    term: words.about,
                    detail: mail.entityHref ? <a href={mail.entityHref}>{mail.entity.label}</a> : mail.entity.label,
                  },
                ]
              : []),
            { term: words.draftedAt, detail: `${mail.draftedAt}　${mail.draftedBy}` },
            ...(mail.settledAt
              ? [{ term: words.settled, detail: `${mail.settledAt}　${mail.settledBy ?? ''}　${mail.note ?? ''}` }]
              : []),
          ]}
        />
      </div>
      {isDraft && mail.mayWrite ? <SettleForm answer={actionData} /> : null}
    </>
  );
}

function SettleForm({ answer }: { readonly answer: Route.ComponentProps['actionData'] }) {
  return (
    <section className="max-w-3xl print:hidden">
      <h2 className="mb-2 text-std-18B-160">{words.settle}</h2>
      <Form method="post" noValidate data-once className="flex flex-col gap-4">
        <TextField
          name="note"
          label={words.note}
          hint={words.noteHint}
          required={false}
          defaultValue={answer?.note ?? ''}
          error={answer?.errors.find((error) => 'name' in error)?.message}
          autoComplete="off"
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="solid" name="command" value="hand-over">
            {words.handOver}
          </Button>
          <Button name="command" value="discard">
            {words.discard}
          </Button>
        </div>
      </Form>
    </section>
  );
}
