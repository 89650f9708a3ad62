import { data, Form, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { audienceLabel } from '../domain/audience.ts';
import { MOST_QUESTIONS, type TypedQuestion } from '../domain/own-question.ts';
import { getForm, saveForm, type CurrentForm } from '../save-form.server.ts';
import { questionProblemText } from '../refusal-text.ts';
import { formText as words, surveyText } from '../text.ts';
import type { Route } from './+types/survey-form-edit.ts';
import { requireAudience } from './survey-call.server.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: surveyText.title, href: href('surveys') },
    { label: words.title, href: href('surveys/forms') },
    { label: page.label },
  ],
};

export const loader = staffPage(async ({ ctx, year, params }) => {
  requirePermission(ctx, 'survey.manage');
  const audience = requireAudience(params['audience']);
  const form = await getForm(ctx, audience, year);
  return {
    label: audienceLabel(audience),
    seenId: form?.id ?? '',
    note: noteOf(form, year),
    typed: (form?.questions ?? []).map((question): TypedQuestion => ({
      kind: question.kind,
      text: question.text,
      choices: question.kind === 'choice' ? question.choices.join('\n') : '',
    })),
  };
});

function noteOf(form: CurrentForm | undefined, year: number): string | undefined {
  if (!form) return undefined;
  if (form.fiscalYear < year) return words.carryLead(fiscalYearLabel(form.fiscalYear));
  return form.answers > 0 ? words.locked(form.answers) : undefined;
}

type Answered = { readonly errors: readonly FormError[]; readonly typed: readonly TypedQuestion[] };

export const action = staffPage(async ({ ctx, year, params, request, href }) => {
  requirePermission(ctx, 'survey.manage');
  const audience = requireAudience(params['audience']);
  const form = await readForm(request);
  const text = (name: string) => textIn(form, name).replaceAll('\0', '');
  const typed = Array.from({ length: MOST_QUESTIONS }, (_, place) => ({
    kind: text(`kind-${place}`),
    text: text(`text-${place}`),
    choices: text(`choices-${place}`),
  }));
  const order = { audience, fiscalYear: year, seenId: text('seen'), questions: typed };
  try {
    const saved = await saveForm(ctx, order);
    if (saved.ok) throw redirect(href(`surveys/forms?saved=${saved.value.version}`));
    const errors = saved.refusal.map((problem) => ({
      name: `${problem.field}-${problem.place}`,
      message: questionProblemText(problem),
    }));
    return data<Answered>({ errors, typed }, { status: 422 });
  } catch (error) {
    if (error instanceof Conflict)
      return data<Answered>({ errors: [{ message: words.conflict }], typed }, { status: 409 });
    throw error;
  }
});

const kinds = [
  { value: 'choice', label: words.choice },
  { value: 'text', label: words.text },
];

export default function SurveyFormEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { label, seenId, note } = loaderData;
  const errors = actionData?.errors ?? [];
  const typed = actionData?.typed ?? loaderData.typed;
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <>
      <PageHeader title={words.edit(label)} lead={words.lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {note ? (
        <div className="mb-6 max-w-4xl">
          <Notification kind="info" title={note} />
        </div>
      ) : null}
      <Form method="post" noValidate data-once className="flex max-w-4xl flex-col gap-6">
        <input type="hidden" name="seen" value={seenId} />
        {Array.from({ length: MOST_QUESTIONS }, (_, place) => (
          <fieldset key={place} className="flex flex-col gap-3 border-t border-solid-gray-420 pt-3">
            <legend className="text-std-18B-160">{words.place(place + 1)}</legend>
            <SelectField
              name={`kind-${place}`}
              label={words.kind}
              options={kinds}
              blank={words.unused}
              defaultValue={typed[place]?.kind ?? ''}
              error={errorOf(`kind-${place}`)}
            />
            <TextField
              name={`text-${place}`}
              label={words.question}
              width="long"
              defaultValue={typed[place]?.text ?? ''}
              error={errorOf(`text-${place}`)}
            />
            <TextArea
              name={`choices-${place}`}
              label={words.choices}
              hint={words.choicesHint}
              rows={3}
              defaultValue={typed[place]?.choices ?? ''}
              error={errorOf(`choices-${place}`)}
            />
          </fieldset>
        ))}
        <div>
          <Button variant="solid">{words.save}</Button>
        </div>
      </Form>
    </>
  );
}
