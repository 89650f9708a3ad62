import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { roleNames } from '#desk/text.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { cornerRoles } from '../domain/account-change.ts';
import { accountText, manageText as words } from '../text.ts';

type AccountChangesProps = { readonly role: Role; readonly isDisabled: boolean; readonly secondFactor: boolean };

function Change({ kind, title, lead, children }: { kind: string; title: string; lead: string; children?: ReactNode }) {
  return (
    <section className="border-t border-solid-gray-420 py-6">
      <h2 className="text-std-18B-160">{title}</h2>
      <p className="mt-1 mb-4">{lead}</p>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="change" value={kind} />
        {children}
        <Button>{title}</Button>
      </Form>
    </section>
  );
}

/** What an administrator may do with somebody else's account, each with what follows from it. */
export function AccountChanges({ role, isDisabled, secondFactor }: AccountChangesProps) {
  return (
    <div className="mt-8 max-w-3xl print:hidden">
      <Change kind="role" title={words.changeRole} lead={words.changeRoleLead}>
        <SelectField
          name="role"
          label={accountText.role}
          blank={null}
          options={cornerRoles.map((value) => ({ value, label: roleNames[value] }))}
          defaultValue={role}
        />
      </Change>
      {secondFactor ? (
        <Change kind="reset-second-factor" title={words.resetSecondFactor} lead={words.resetSecondFactorLead} />
      ) : null}
      <Change kind="reset-password" title={words.resetPassword} lead={words.resetPasswordLead} />
      {isDisabled ? (
        <Change kind="enable" title={words.enable} lead={words.enableLead} />
      ) : (
        <Change kind="disable" title={words.disable} lead={words.disableLead} />
      )}
    </div>
  );
}
