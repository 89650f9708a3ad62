import { data, Form, useOutletContext } from 'react-router';
import { dayInJapan } from '#account/api-tokens.server.ts';
import { deviceName } from '#account/device-name.ts';
import { instructorText } from '#instructor/text.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { instantText } from '#platform/instant-text.ts';
import { deskContext } from '#server/desk.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import type { ContactDetails } from '#ui/frame-footer.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { getAccess } from '../access-queries.server.ts';
import { accessTermsOn } from '../domain/access-terms.ts';
import { drawQrCode } from '../draw-qr-code.server.ts';
import { inviteInstructor, revokeAccess } from '../invite-instructor.server.ts';
import { invitationStateNames, invitationText as words } from '../text.ts';
import type { Route } from './+types/invitation.ts';
import { Letter } from './letter.tsx';
import { keyOf } from '#server/own-page.server.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: instructorText.title, href: href('instructors') },
    { label: page.name, href: page.instructorHref },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const { owner, invitations, devices } = await getAccess(ctx, params['id'] ?? '');
  return {
    name: owner.name,
    instructorHref: href(`instructors/${owner.id}`),
    days: accessTermsOn(ctx.today()).invitationDays,
    invitations: invitations.map(({ id, issuedAt, expiresAt, state }) => ({
      id,
      issued: instantText(issuedAt),
      expires: instantText(expiresAt),
      state: invitationStateNames[state],
    })),
    devices: devices.map(({ id, createdAt, expiresAt, userAgent }) => ({
      id,
      device: deviceName(userAgent) ?? words.unknownDevice,
      since: instantText(createdAt),
      expires: instantText(expiresAt),
    })),
    mayRevoke: devices.length > 0 || invitations.some(({ state }) => state === 'open'),
  };
});

export const action = (args: Route.ActionArgs) => {
  const desk = args.context.get(deskContext);
  return staffPage(async ({ ctx, params, request, url }) => {
    const instructorId = params['id'] ?? '';
    const form = await readForm(request);
    if (form.get('intent') === 'revoke') {
      await revokeAccess(ctx, instructorId);
      return data({ kind: 'revoked' as const });
    }
    const letter = await inviteInstructor(ctx, { instructorId, key: keyOf(desk) });
    const origin = desk.publicOrigin ?? url.origin;
    return data({
      kind: 'issued' as const,
      letter: {
        name: letter.owner.name,
        number: letter.owner.number,
        code: letter.code,
        address: `${origin}/my`,
        qrCodeSvg: await drawQrCode(`${origin}/my/enter/${letter.token}`),
        lastDay: formatEraDate(dayInJapan(letter.expiresAt), 'weekday'),
      },
    });
  })(args);
};

export default function InvitationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { contact } = useOutletContext<{ contact: ContactDetails }>();
  if (actionData?.kind === 'issued') return <Letter letter={actionData.letter} contact={contact} />;
  const { name, days, invitations, devices, mayRevoke } = loaderData;
  return (
    <>
      <PageHeader title={`${name}さんの${words.title}`} lead={words.lead(name)} />
      {actionData?.kind === 'revoked' ? (
        <div className="mb-6 max-w-3xl">
          <Notification kind="success" title={words.revoked} announce />
        </div>
      ) : null}
      <p className="mb-6 max-w-3xl">{words.how}</p>
      <Form method="post" data-once className="mb-8 max-w-3xl print:hidden">
        <input type="hidden" name="intent" value="issue" />
        <p className="mb-2">{words.issueLead(days)}</p>
        <Button variant="solid">{words.issue}</Button>
      </Form>
      <Letters invitations={invitations} />
      <Devices devices={devices} />
      {mayRevoke ? (
        <Form method="post" className="mt-8 max-w-3xl print:hidden">
          <input type="hidden" name="intent" value="revoke" />
          <p className="mb-2">{words.revokeLead}</p>
          <Button>{words.revoke}</Button>
        </Form>
      ) : null}
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Letters({ invitations }: Pick<Loaded, 'invitations'>) {
  return (
    <section className="mb-8 max-w-3xl">
      <h2 className="mb-2 text-std-20B-150">{words.invitations}</h2>
      {invitations.length === 0 ? (
        <p>{words.noInvitations}</p>
      ) : (
        <DataTable
          caption={words.invitations}
          captionHidden
          rows={invitations}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'issued',
              header: words.issuedAt,
              cell: ({ issued }) => issued,
              rowHeader: true,
              keepTogether: true,
            },
            { key: 'expires', header: words.expiresAt, cell: ({ expires }) => expires, keepTogether: true },
            { key: 'state', header: words.state, cell: ({ state }) => state },
          ]}
        />
      )}
    </section>
  );
}

function Devices({ devices }: Pick<Loaded, 'devices'>) {
  return (
    <section className="max-w-3xl">
      <h2 className="mb-2 text-std-20B-150">{words.devices}</h2>
      {devices.length === 0 ? (
        <p>{words.noDevices}</p>
      ) : (
        <DataTable
          caption={words.devices}
          captionHidden
          rows={devices}
          rowKey={({ id }) => id}
          columns={[
            { key: 'device', header: words.device, cell: ({ device }) => device, rowHeader: true },
            { key: 'since', header: words.since, cell: ({ since }) => since, keepTogether: true },
            { key: 'expires', header: words.expiresAt, cell: ({ expires }) => expires, keepTogether: true },
          ]}
        />
      )}
    </section>
  );
}
