import { data, Form } from 'react-router';
import { roleNames } from '#desk/text.ts';
import { instantText } from '#platform/instant-text.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { readForm } from '#server/read-form.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { listSessions } from '../account-queries.server.ts';
import { deviceName } from '../device-name.ts';
import { passwordLengths } from '../domain/password-rule.ts';
import { endOtherSessions, endOwnSession } from '../own-account.server.ts';
import { accountText, ownText as words } from '../text.ts';
import type { Route } from './+types/own-account.ts';
import { openOwnCall, textOf, withCookies } from './own-call.server.ts';
import { PasswordForm } from './password-form.tsx';
import { takePasswordForm } from './take-password-form.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { desk, signedIn } = await openOwnCall(args);
  const { actor, email, secondFactor, sessionId, signedInAt, previousLoginAt } = signedIn;
  const sessions = await listSessions(desk.database.unbound, { userId: actor.id, now: desk.clock.now() });
  return {
    actor: {
      name: actor.name,
      email,
      role: roleNames[actor.role],
      corner:
        actor.cornerCode === null ? accountText.noCorner : (findPrefecture(actor.cornerCode)?.name ?? actor.cornerCode),
    },
    secondFactor,
    shortest: secondFactor ? passwordLengths.withSecondFactor : passwordLengths.alone,
    signedInAt: instantText(signedInAt),
    previousLogin: previousLoginAt === null ? null : instantText(previousLoginAt),
    sessions: sessions.map(({ id, createdAt, ipAddress, userAgent }) => ({
      id,
      device: deviceName(userAgent) ?? words.unknownDevice,
      current: id === sessionId,
      since: instantText(createdAt),
      address: ipAddress ?? '',
    })),
  };
}

type Done = keyof typeof words.done;
type Answer = { readonly errors: readonly FormError[]; readonly done?: Done };

export async function action(args: Route.ActionArgs) {
  const { desk, own } = await openOwnCall(args);
  const form = await readForm(args.request);
  const done = (kind: Done, cookies: readonly string[] = []) =>
    data<Answer>({ errors: [], done: kind }, withCookies(cookies));
  if (form.has('end-session')) {
    await endOwnSession(desk, own, textOf(form, 'end-session'));
    return done('session');
  }
  if (form.has('end-others')) {
    await endOtherSessions(desk, own);
    return done('others');
  }
  const changed = await takePasswordForm(desk, own, form);
  return changed.ok ? done('password', changed.value) : data<Answer>({ errors: changed.refusal }, { status: 422 });
}

export default function OwnAccountPage({ loaderData, actionData }: Route.ComponentProps) {
  const { actor, secondFactor, previousLogin, signedInAt, shortest, sessions } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <PublicFrame homeHref="/" corner={actor.corner}>
      <PageHeader
        title={words.title}
        hasErrors={errors.length > 0}
        action={
          <>
            <ButtonLink href="/">{words.back}</ButtonLink>
            <Form method="post" action="/sign-out">
              <Button>{accountText.signOut}</Button>
            </Form>
          </>
        }
      />
      <ErrorSummary errors={errors} />
      {actionData?.done ? (
        <div className="mb-6">
          <Notification kind="success" title={words.done[actionData.done]} announce />
        </div>
      ) : null}
      <DescriptionList
        items={[
          { term: accountText.name, detail: actor.name },
          { term: accountText.email, detail: actor.email },
          { term: accountText.role, detail: actor.role },
          { term: accountText.corner, detail: actor.corner },
          {
            term: accountText.secondFactor,
            detail: secondFactor ? accountText.enrolled : accountText.notEnrolled,
            action: (
              <ButtonLink size="sm" href="/account/second-factor">
                {secondFactor ? words.change : words.setUp}
              </ButtonLink>
            ),
          },
          { term: words.thisLogin, detail: signedInAt },
          {
            term: words.previousLogin,
            detail: (
              <>
                {previousLogin ?? accountText.never}
                {previousLogin ? <span className="block text-dns-14N-130">{words.previousLoginNote}</span> : null}
              </>
            ),
          },
        ]}
      />
      <Sessions sessions={sessions} />
      <section className="mt-10">
        <h2 className="text-std-22B-150">{words.changePassword}</h2>
        <p className="mt-1 mb-4">{words.changePasswordLead}</p>
        <PasswordForm errors={errors} shortest={shortest} email={actor.email} />
      </section>
    </PublicFrame>
  );
}

function Sessions({ sessions }: { readonly sessions: Route.ComponentProps['loaderData']['sessions'] }) {
  return (
    <section className="mt-10">
      <h2 className="text-std-22B-150">{words.sessions}</h2>
      <p className="mt-1 mb-4">{words.sessionsLead}</p>
      <DataTable
        caption={words.sessions}
        captionHidden
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'device', header: words.device, cell: ({ device }) => device, rowHeader: true },
          { key: 'since', header: words.since, cell: ({ since }) => since, keepTogether: true },
          { key: 'address', header: words.address, cell: ({ address }) => address },
          {
            key: 'act',
            header: words.act,
            acts: true,
            cell: ({ id, device, current }) =>
              current ? (
                words.thisDevice
              ) : (
                <Form method="post">
                  <input type="hidden" name="end-session" value={id} />
                  <Button size="sm" aria-label={`${device}を${words.end}`}>
                    {words.end}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 ? (
        <Form method="post" className="mt-4">
          <input type="hidden" name="end-others" value="yes" />
          <Button>{words.endOthers}</Button>
        </Form>
      ) : null}
    </section>
  );
}
