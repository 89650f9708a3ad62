import { randomUUID } from 'node:crypto';
import { formatFields } from '#record/domain/parse-fields.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { claimFields } from '../domain/claim-fields.ts';
import { editableStates } from '../domain/claim-state.ts';
import { getEnteredClaim } from '../draft-claim.server.ts';
import { claimLabel, draftRefusalText, expenseText as words } from '../text.ts';
import type { Route } from './+types/expense-edit.ts';
import { claimGroups } from './claim-groups.ts';
import { saveClaimForm } from './claim-form.server.ts';
import { showSubject, SubjectDetails } from './claim-subject.tsx';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('expenses') },
    { label: data.label, href: data.detailHref },
    { label: words.edit },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const { claim, subject, input } = await getEnteredClaim(ctx, params['id'] ?? '');
  const texts: Record<string, string> = formatFields(claimFields, input);
  return {
    label: claimLabel(subject),
    subject: showSubject(subject, href),
    state: { texts, errors: [], key: randomUUID(), version: claim.version },
    detailHref: href(`expenses/${claim.id}`),
    stopped: editableStates.includes(claim.state)
      ? undefined
      : draftRefusalText({ kind: 'not-editable', state: claim.state }),
  };
});

export const action = staffPage(saveClaimForm);

export default function ExpenseEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, subject, state, detailHref, stopped } = loaderData;
  return (
    <>
      <PageHeader title={words.edit} lead={label} hasErrors={actionData !== undefined} />
      <div className="mb-6">
        <SubjectDetails subject={subject} />
      </div>
      {stopped ? (
        <Notification kind="warning" title={stopped} />
      ) : (
        <RecordForm
          fields={claimFields}
          groups={claimGroups}
          state={actionData ?? state}
          submitLabel={words.save}
          cancelHref={detailHref}
        />
      )}
    </>
  );
}
