import { formatFields } from '#record/domain/parse-fields.ts';
import { RecordForm } from '#record/web/record-form.tsx';
import { startForm } from '#record/web/record-pages.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { claimFields } from '../domain/claim-fields.ts';
import { startClaim } from '../draft-claim.server.ts';
import { claimLabel, draftRefusalText, expenseText as words, rateText } from '../text.ts';
import type { Route } from './+types/expense-new.ts';
import { claimGroups } from './claim-groups.ts';
import { saveClaimForm } from './claim-form.server.ts';
import { showSubject, SubjectDetails } from './claim-subject.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('expenses') },
    { label: words.choose, href: href('expenses/unclaimed') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, url, href }) => {
  const parameter = (name: string) => url.searchParams.get(name) ?? '';
  const pair = { visitId: parameter('visit'), instructorId: parameter('instructor') };
  const { subject, input, hasRate, claimId } = await startClaim(ctx, pair);
  const mayAddRate = isAllowed(ctx.actor, 'expense.approve', { corner: ctx.corner });
  return {
    label: claimLabel(subject),
    subject: showSubject(subject, href),
    state: startForm(formatFields(claimFields, input)),
    cancelHref: href('expenses/unclaimed'),
    stopped:
      subject.visitStatus === 'held' ? undefined : draftRefusalText({ kind: 'not-held', visitOn: subject.visitOn }),
    claimed: claimId && href(`expenses/${claimId}`),
    noRate: hasRate ? undefined : { addHref: mayAddRate ? href('expenses/rates/new') : undefined },
  };
});

export const action = staffPage(saveClaimForm);

export default function ExpenseNew({ loaderData, actionData }: Route.ComponentProps) {
  const { label, subject, state, cancelHref, noRate, claimed, stopped } = loaderData;
  const isStopped = stopped !== undefined || claimed !== undefined || noRate !== undefined;
  return (
    <>
      <PageHeader title={words.create} lead={`${label}　${words.createLead}`} hasErrors={actionData !== undefined} />
      <div className="mb-6">
        <SubjectDetails subject={subject} />
      </div>
      {stopped ? <Notification kind="warning" title={stopped} /> : null}
      {claimed ? (
        <Notification
          kind="info"
          title={draftRefusalText({ kind: 'claimed-before', claimId: '' })}
          actions={<ButtonLink href={claimed}>{words.claim}</ButtonLink>}
        />
      ) : null}
      {noRate && !claimed ? (
        <Notification
          kind="warning"
          title={words.noRateTitle}
          actions={noRate.addHref ? <ButtonLink href={noRate.addHref}>{rateText.add}</ButtonLink> : undefined}
        >
          {words.noRateLead}
        </Notification>
      ) : null}
      {isStopped ? null : (
        <RecordForm
          fields={claimFields}
          groups={claimGroups}
          state={actionData ?? state}
          submitLabel={words.draft}
          cancelHref={cancelHref}
        />
      )}
    </>
  );
}
