import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { planText as words } from '../text.ts';
import type { Route } from './+types/plan-list.ts';
import { PlanCard } from './plan-card.tsx';
import { PlanComparison } from './plan-comparison.tsx';
import { loadPlanList, takePlanStep } from './plan-list-page.server.ts';
import { PostForm } from './post-form.tsx';

export const handle = { breadcrumb: () => [{ label: words.title }] };

export const loader = staffPage(loadPlanList);

export const action = staffPage(takePlanStep);

export default function PlanList({ loaderData, actionData }: Route.ComponentProps) {
  const { plans, rows, mayPlan, changes, yearLabel, beginKey, replan } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={`${words.title}（${yearLabel}）`} lead={words.lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {changes.length > 0 ? (
        <div className="mb-6">
          <Notification
            kind="info"
            title={words.changedSince}
            actions={
              mayPlan && replan ? (
                <PostForm fields={{ intent: 'replan', plan: replan.plan, 'idempotency-key': replan.key }}>
                  <Button>{words.replan}</Button>
                </PostForm>
              ) : null
            }
          >
            <ul className="list-disc pl-5">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
            <p className="mt-1">{words.changedLead}</p>
          </Notification>
        </div>
      ) : null}
      {plans.length === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          actions={
            mayPlan ? (
              <PostForm fields={{ intent: 'begin', 'idempotency-key': beginKey }}>
                <Button variant="solid">{words.begin}</Button>
              </PostForm>
            ) : null
          }
        >
          {mayPlan ? words.emptyLead : words.emptyReadOnly}
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="plans-heading" className="mb-8">
            <h2 id="plans-heading" className="text-std-20B-150 mb-2">
              {words.plans}
            </h2>
            <ul className="grid gap-4 wide:grid-cols-2">
              {plans.map((plan) => (
                <PlanCard key={plan.id} plan={plan} mayPlan={mayPlan} answer={actionData} />
              ))}
            </ul>
          </section>
          <PlanComparison plans={plans} rows={rows} />
        </>
      )}
    </>
  );
}
