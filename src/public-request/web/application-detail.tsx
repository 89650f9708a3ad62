import { data, Form, redirect } from 'react-router';
import { recordLetterLinks } from '#letter/record-letter-links.ts';
import { requirePermission } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { RecordDetails } from '#record/web/record-details.tsx';
import { letterDeskOf } from '#server/letter-desk.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { LinkSection } from '#ui/link-section.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { getApplication, listHostMatches, type HostMatch } from '../application-queries.server.ts';
import { publicRequestFields, publicRequestGroups, type ApplicationRefusal } from '../domain/public-request.ts';
import { tokenOfApplication } from '../form-stamp.server.ts';
import { revokeLink, stepApplication, takeApplication } from '../settle-application.server.ts';
import { applicationRefusalText, applicationStateLabel, applicationText as words } from '../text.ts';
import type { Route } from './+types/application-detail.ts';
import { applicationTones } from './application-tones.ts';

export const handle = {
  breadcrumb: ({
    href,
    data: loaded,
  }: {
    href: (path: string) => string;
    data: Route.ComponentProps['loaderData'];
  }) => [{ label: words.title, href: href('applications') }, { label: loaded.receiptNumber }],
};

export const loader = (args: Route.LoaderArgs) =>
  staffPage(async ({ ctx, params, href }) => {
    const application = await getApplication(ctx, params['id'] ?? '');
    const { content, requestId, receivedAt, settledAt, ...rest } = application;
    const fields = publicRequestFields(ctx.corner, application.receivedOn);
    const mayWrite = isAllowed(ctx.actor, 'application.write', { corner: ctx.corner });
    return {
      ...rest,
      corner: ctx.corner,
      receivedAt: instantText(receivedAt),
      settledAt: settledAt && instantText(settledAt),
      texts: formatFields(fields, content as never),
      matches: mayWrite && application.state === 'new' ? await listHostMatches(ctx, content) : [],
      // Made again from the secret of the desk; the database keeps its hash alone.
      link: application.isRevoked ? undefined : statusAddress(letterDeskOf(args), ctx.corner, application.id),
      papers: recordLetterLinks('public-request', application.id, href),
      requestHref: requestId === null ? undefined : href(`requests/${requestId}`),
      mayWrite,
    };
  })(args);

function statusAddress({ key, origin }: ReturnType<typeof letterDeskOf>, corner: string, id: string): string {
  return `${origin}/applications/${tokenOfApplication(key, corner, id)}`;
}

const NEW_HOST = 'new';

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'application.write');
  const form = await readForm(request);
  const id = params['id'] ?? '';
  const reason = textIn(form, 'reason').slice(0, 500);
  const again = (refusal: ApplicationRefusal) => {
    const isField = refusal.kind === 'reason-missing';
    const error = { message: applicationRefusalText(refusal), ...(isField && { name: 'reason' }) };
    return data({ reason, errors: [error] }, { status: isField ? 422 : 409 });
  };
  const command = textIn(form, 'command');
  if (command === 'revoke') {
    await revokeLink(ctx, id);
    throw redirect(href(`applications/${id}`));
  }
  if (command === 'refuse' || command === 'mark-spam' || command === 'restore') {
    const stepped = await stepApplication(ctx, { id, command, reason });
    if (!stepped.ok) return again(stepped.refusal);
    throw redirect(href(`applications/${id}`));
  }
  const host = textIn(form, 'host');
  const taken = await takeApplication(ctx, { id, organizationId: host === NEW_HOST || host === '' ? undefined : host });
  if (!taken.ok) return again(taken.refusal);
  throw redirect(href(`requests/${taken.value.requestId}`));
});

export default function ApplicationDetail({ loaderData: application, actionData }: Route.ComponentProps) {
  const { state, mayWrite, requestHref, settledAt, settledBy, reason } = application;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={`${words.title} ${application.receiptNumber}`}
        status={<ChipLabel tone={applicationTones[state]}>{applicationStateLabel(state)}</ChipLabel>}
        lead={`${words.receivedAt}：${application.receivedAt}`}
        hasErrors={errors.length > 0}
        action={
          requestHref ? (
            <ButtonLink variant="solid" href={requestHref}>
              {words.openRequest}
            </ButtonLink>
          ) : undefined
        }
      />
      <ErrorSummary errors={errors} />
      {settledAt ? (
        <div className="mb-6">
          <DescriptionList
            items={[
              { term: words.settled, detail: `${settledAt}　${settledBy ?? ''}` },
              ...(reason ? [{ term: words.reason, detail: reason }] : []),
            ]}
          />
        </div>
      ) : null}
      {mayWrite && state === 'new' ? <TakeForm matches={application.matches} /> : null}
      <RecordDetails
        fields={publicRequestFields(application.corner, application.receivedOn)}
        groups={publicRequestGroups}
        texts={application.texts}
      />
      <LinkSection title={words.papers} links={application.papers} />
      {application.link ? (
        <div className="mb-6">
          <DescriptionList
            items={[{ term: words.link, detail: <span className="break-all select-all">{application.link}</span> }]}
          />
        </div>
      ) : null}
      {mayWrite ? <OtherActs application={application} answer={actionData} /> : null}
    </>
  );
}

const reasons: Readonly<Record<HostMatch['by'], string>> = {
  number: words.byNumber,
  name: words.byName,
  phone: words.byPhone,
};

function TakeForm({ matches }: { readonly matches: readonly HostMatch[] }) {
  const options = [
    ...matches.map(({ id, number, name, by }) => ({ value: id, label: `${number} ${name}`, note: reasons[by] })),
    { value: NEW_HOST, label: words.newOrganization },
  ];
  return (
    <section className="mb-8 max-w-3xl print:hidden">
      <h2 className="mb-2 text-std-18B-160">{words.take}</h2>
      <p className="mb-3">{words.takeLead}</p>
      <Form method="post" data-once className="flex flex-col gap-4">
        <RadioField
          name="host"
          label={words.organization}
          required
          options={options}
          defaultValue={options[0]?.value ?? NEW_HOST}
        />
        <div>
          <Button variant="solid" name="command" value="take">
            {words.take}
          </Button>
        </div>
      </Form>
    </section>
  );
}

type OtherActsProps = {
  readonly application: Route.ComponentProps['loaderData'];
  readonly answer: Route.ComponentProps['actionData'];
};

function OtherActs({ application: { state, isRevoked }, answer }: OtherActsProps) {
  return (
    <section className="max-w-3xl print:hidden">
      <h2 className="mb-2 text-std-18B-160">{words.otherActs}</h2>
      <Form method="post" noValidate data-once className="flex flex-col gap-4">
        {state === 'new' ? (
          <TextField
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            required={false}
            defaultValue={answer?.reason ?? ''}
            error={answer?.errors.find((error) => 'name' in error)?.message}
            autoComplete="off"
          />
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          {state === 'new' ? (
            <>
              <Button name="command" value="refuse">
                {words.refuse}
              </Button>
              <Button name="command" value="mark-spam">
                {words.spam}
              </Button>
            </>
          ) : null}
          {state === 'spam' ? (
            <Button name="command" value="restore">
              {words.restore}
            </Button>
          ) : null}
          {isRevoked ? (
            <p>{words.revoked}</p>
          ) : (
            <Button name="command" value="revoke">
              {words.revoke}
            </Button>
          )}
        </div>
      </Form>
    </section>
  );
}
