import { data } from 'react-router';
import { roleNames } from '#desk/text.ts';
import { instantText } from '#platform/instant-text.ts';
import { scopeOf, type Role } from '#platform/permission/permission-table.ts';
import { deskContext } from '#server/desk.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { getAccount } from '../account-queries.server.ts';
import type { AccountChange } from '../domain/account-change.ts';
import { changeAccount } from '../manage-accounts.server.ts';
import { accountText, changeRefusalText, doneText, manageText as words } from '../text.ts';
import type { Route } from './+types/account-detail.ts';
import { AccountChanges } from './account-changes.tsx';
import { textOf } from './own-call.server.ts';
import { TemporaryPassword } from './temporary-password.tsx';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('settings/accounts') },
    { label: page.name },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const { id, name, email, role, disabledAt, twoFactorEnabled, lastLoginAt, createdAt } = await getAccount(
    ctx,
    params['id'] ?? '',
  );
  return {
    id,
    name,
    email,
    role: role as Role,
    disabled: disabledAt !== null,
    secondFactor: twoFactorEnabled === true,
    lastLogin: lastLoginAt === null ? accountText.never : instantText(lastLoginAt),
    created: instantText(createdAt),
    own: id === ctx.actor.id,
    feedHref:
      disabledAt === null && scopeOf(role as Role, 'visit.write') === 'own-corner'
        ? href(`feeds/coordinator/${id}`)
        : undefined,
    listHref: href('settings/accounts'),
  };
});

type Answer = { readonly done?: AccountChange['kind']; readonly refusal?: string; readonly temporaryPassword?: string };

const plainChanges = ['disable', 'enable', 'reset-second-factor', 'reset-password'] as const;

export const action = async (args: Route.ActionArgs) => {
  const { accounts } = args.context.get(deskContext);
  return staffPage(async ({ ctx, params, request }) => {
    const form = await readForm(request);
    const kind = plainChanges.find((known) => known === textOf(form, 'change'));
    const change: AccountChange = kind ? { kind } : { kind: 'role', role: textOf(form, 'role') };
    const changed = await changeAccount(ctx, accounts, { id: params['id'] ?? '', change });
    return changed.ok
      ? data<Answer>({ done: change.kind, ...changed.value })
      : data<Answer>({ refusal: changeRefusalText(changed.refusal) }, { status: 409 });
  })(args);
};

export default function AccountDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { name, email, role, disabled, secondFactor, lastLogin, created, own, listHref } = loaderData;
  if (actionData?.temporaryPassword) {
    return <TemporaryPassword person={{ name, email }} password={actionData.temporaryPassword} backHref={listHref} />;
  }
  return (
    <>
      <PageHeader
        title={name}
        status={
          <ChipLabel tone={disabled ? 'stopped' : 'neutral'}>{disabled ? words.disabled : words.active}</ChipLabel>
        }
        action={loaderData.feedHref ? <ButtonLink href={loaderData.feedHref}>{words.feed}</ButtonLink> : null}
      />
      <div className="mb-6 max-w-3xl empty:hidden">
        {actionData?.done ? <Notification kind="success" title={doneText[actionData.done]} announce /> : null}
        {actionData?.refusal ? <Notification kind="error" title={actionData.refusal} announce /> : null}
      </div>
      <DescriptionList
        items={[
          { term: accountText.email, detail: email },
          { term: accountText.role, detail: roleNames[role] },
          { term: accountText.secondFactor, detail: secondFactor ? accountText.enrolled : accountText.notEnrolled },
          { term: accountText.lastLogin, detail: lastLogin },
          { term: words.created, detail: created },
        ]}
      />
      {own ? (
        <p className="mt-6 max-w-3xl">{words.own}</p>
      ) : (
        <AccountChanges role={role} isDisabled={disabled} secondFactor={secondFactor} />
      )}
    </>
  );
}
