import { data, Form, redirect } from 'react-router';
import { formatSlashDate, parseJapaneseDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { audienceLabel } from '../domain/audience.ts';
import { GRID_ROWS } from '../domain/sheet-grid.ts';
import { surveyFields } from '../domain/survey.ts';
import { enterSheets, getEntryForm } from '../enter-sheets.server.ts';
import { entryRefusalText } from '../refusal-text.ts';
import { gridProblemText, gridText as words, surveyText } from '../text.ts';
import type { Route } from './+types/sheet-entry.ts';
import { gridColumns, SheetGrid } from './sheet-grid.tsx';
import { requireAudience } from './survey-call.server.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: surveyText.title, href: href('surveys') },
    { label: page.number, href: page.surveyHref },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'survey.write');
  const audience = requireAudience(params['audience']);
  const { visit, questions } = await getEntryForm(ctx, { visitId: params['id'] ?? '', audience });
  const today = ctx.today();
  return {
    number: visit.number,
    surveyHref: href(`visits/${visit.id}/survey`),
    audience,
    label: audienceLabel(audience),
    questions,
    host: visit.host,
    day: formatSlashDate(visit.visitOn),
    answeredOn: formatSlashDate(visit.visitOn > today ? today : visit.visitOn).slice(0, 10),
    key: ctx.newId(),
  };
});

type Answered = { readonly errors: readonly FormError[]; readonly texts: Readonly<Record<string, string>> };

const dayField = surveyFields.filter(({ key }) => key === 'answeredOn').map((field) => ({ ...field, required: true }));

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'survey.write');
  const audience = requireAudience(params['audience']);
  const visitId = params['id'] ?? '';
  const { questions } = await getEntryForm(ctx, { visitId, audience });
  const form = await readForm(request);
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') texts[name] = value.replaceAll('\0', '');
  const again = (errors: readonly FormError[], status: number) => data<Answered>({ errors, texts }, { status });
  const day = parseFields(dayField, texts);
  const typedDay = parseJapaneseDate(texts['answeredOn'] ?? '');
  if (!day.ok || !typedDay.ok) {
    const [problem] = day.ok ? [] : day.refusal;
    const message = problem ? problemText(problem.header, problem.problem) : words.answeredHint;
    return again([{ name: 'answeredOn', message }], 422);
  }
  const columns = gridColumns(audience, questions);
  const rows = Array.from({ length: GRID_ROWS }, (_, index) =>
    Object.fromEntries(columns.map(({ field }) => [field, texts[`r${index + 1}-${field}`] ?? ''])),
  );
  const key = textIn(form, 'idempotency-key') || undefined;
  try {
    const entered = await enterSheets(ctx, { visitId, audience, answeredOn: typedDay.value, rows, key });
    if (entered.ok) throw redirect(href(`visits/${visitId}/survey?entered=${entered.value.sheets}`));
    const { refusal } = entered;
    if (refusal.kind !== 'rows') {
      const isDay = refusal.kind === 'answered-early' || refusal.kind === 'answered-later-than-today';
      return again([{ message: entryRefusalText(refusal), name: isDay ? 'answeredOn' : 'r1-satisfaction' }], 422);
    }
    const errors = refusal.problems.map((problem) => ({
      name: `r${problem.row}-${problem.field}`,
      message: gridProblemText(questions, problem),
    }));
    return again(errors, 422);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: surveyText.sentBefore }], 409);
    throw error;
  }
});

export default function SheetEntry({ loaderData, actionData }: Route.ComponentProps) {
  const { number, label, audience, questions, host, day, answeredOn, key } = loaderData;
  const errors = actionData?.errors ?? [];
  const texts = actionData?.texts ?? {};
  return (
    <>
      <PageHeader title={`${words.title}（${number} ${label}）`} lead={words.lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {errors.length > 0 ? <p className="mb-4">{words.nothingSaved}</p> : null}
      <p className="mb-2">{`${day}　${host}`}</p>
      <Form method="post" noValidate data-once data-density="compact" className="flex flex-col gap-4">
        <input type="hidden" name="idempotency-key" value={texts['idempotency-key'] ?? key} />
        <DateField
          name="answeredOn"
          label={words.answeredOn}
          hint={words.answeredHint}
          required
          defaultValue={texts['answeredOn'] ?? answeredOn}
          error={errors.find(({ name }) => name === 'answeredOn')?.message}
        />
        <SheetGrid {...{ audience, questions, errors, texts }} />
        <div>
          <Button variant="solid" data-grid-end>
            {words.save}
          </Button>
        </div>
      </Form>
    </>
  );
}
