import { Form } from 'react-router';
import { RecordField } from '#record/web/record-field.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { planFields } from '../domain/plan-fields.ts';
import { sessionFields } from '../domain/plan-session.ts';
import { planText as words } from '../text.ts';
import type { Route } from './+types/plan-edit.ts';
import { loadPlanForm, takePlanForm, type PlanFormState } from './plan-form.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.requests, href: href('requests') },
    { label: data.request.number, href: data.request.href },
    { label: words.title, href: data.pageHref },
    { label: data.title },
  ],
};

export const loader = staffPage(loadPlanForm);

export const action = staffPage(takePlanForm);

const control = (row: number, key: string) => `s${row + 1}-${key}`;

export default function PlanEdit({ loaderData: page, actionData }: Route.ComponentProps) {
  const state = actionData ?? page.state;
  const errorOf = (name: string) => state.errors.find((error) => error.name === name)?.message;
  return (
    <>
      <PageHeader title={page.title} lead={page.lead} hasErrors={state.errors.length > 0} />
      {page.followHref ? (
        <div className="mb-6">
          <ButtonLink href={page.followHref}>{words.takeVisits}</ButtonLink>
          <p className="mt-1 text-dns-14N-130">{words.takeVisitsHint}</p>
        </div>
      ) : null}
      <Form method="post" noValidate data-density="compact" data-once>
        <ErrorSummary errors={state.errors} />
        <input type="hidden" name="idempotency-key" value={state.key} />
        <input type="hidden" name="version" value={state.version} />
        <input type="hidden" name="rows" value={state.rows.length} />
        <div className="mb-6 grid max-w-3xl gap-4">
          {planFields.map((field) => (
            <RecordField
              key={field.key}
              field={field}
              value={state.texts[field.key] ?? ''}
              error={errorOf(field.key)}
            />
          ))}
        </div>
        <datalist id="instructors">
          {page.instructors.map((instructor) => (
            <option key={instructor} value={instructor} />
          ))}
        </datalist>
        {state.rows.map((row, index) => (
          <SessionFields key={index} row={row} index={index} errorOf={errorOf} />
        ))}
        <div className="flex flex-wrap gap-3">
          <Button variant="solid">{words.savePlan}</Button>
          <Button name="intent" value="add-row">
            {words.addRow}
          </Button>
          <ButtonLink variant="text" href={page.pageHref}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}

type SessionFieldsProps = {
  readonly row: PlanFormState['rows'][number];
  readonly index: number;
  readonly errorOf: (name: string) => string | undefined;
};

function SessionFields({ row, index, errorOf }: SessionFieldsProps) {
  return (
    <fieldset className="mb-6 border-t border-solid-gray-420 pt-4">
      <legend className="pr-3 text-std-18B-160">{words.session(index + 1)}</legend>
      <input type="hidden" name={control(index, 'visit')} value={row.visitId} />
      {row.visitId === '' ? null : <p className="mb-2 text-dns-14N-130">{words.sessionOfVisit}</p>}
      <div className="grid max-w-5xl items-end gap-4 desktop:grid-cols-3">
        {sessionFields.map((field) => (
          <div key={field.key} className={field.key === 'content' ? 'desktop:col-span-3' : ''}>
            <RecordField
              field={{ ...field, key: control(index, field.key) }}
              value={row.texts[field.key] ?? ''}
              error={errorOf(control(index, field.key))}
              listId={field.key === 'instructorNumber' ? 'instructors' : undefined}
            />
          </div>
        ))}
      </div>
      <div className="mt-2">
        <Choice
          type="checkbox"
          id={`field-${control(index, 'remove')}`}
          name={control(index, 'remove')}
          value="on"
          label={words.remove}
        />
      </div>
    </fieldset>
  );
}
