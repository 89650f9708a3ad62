import { data, Form, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatYen, yenOf } from '#kernel/money.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import type { AnyField } from '#record/domain/field.ts';
import { yen } from '#record/domain/number-codecs.ts';
import { problemText } from '#record/text.ts';
import { readTexts } from '#record/web/record-pages.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { BudgetLine } from '../domain/expense-budget.ts';
import { expenseItemLabel, expenseItems } from '../domain/expense-line.ts';
import { getBudget, setBudget } from '../set-budget.server.ts';
import { budgetText as words, expenseText } from '../text.ts';
import type { Route } from './+types/budget.ts';

const MOST_YEN = 999_999_999;

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: expenseText.title, href: href('expenses') },
    { label: words.title },
  ],
};

const fields = [
  { key: 'honorarium', header: '謝金', required: false, codec: yen({ max: MOST_YEN }), unit: '円' },
  { key: 'travel', header: '旅費', required: false, codec: yen({ max: MOST_YEN }), unit: '円' },
  { key: 'material', header: '材料費', required: false, codec: yen({ max: MOST_YEN }), unit: '円' },
  { key: 'text-writing', header: 'テキスト作成費', required: false, codec: yen({ max: MOST_YEN }), unit: '円' },
] as const satisfies readonly AnyField[];

export const loader = staffPage(async ({ ctx, year }) => {
  const { version, lines } = await getBudget(ctx, year);
  return {
    year: fiscalYearLabel(year),
    version,
    rows: lines.map((line): ShownLine => ({ key: line.item, item: expenseItemLabel(line.item), ...showLine(line) })),
    totals: [showSum(lines)],
    texts: Object.fromEntries(lines.map(({ item, budgetYen }) => [item, budgetYen === null ? '' : String(budgetYen)])),
    mayChange: isAllowed(ctx.actor, 'expense.approve', { corner: ctx.corner }),
  };
});

type ShownLine = ReturnType<typeof showLine> & { readonly key: string; readonly item: string };

function showLine({ budgetYen, usedYen, committedYen, leftYen, warning }: Omit<BudgetLine, 'item'>) {
  return {
    budget: budgetYen === null ? words.none : formatYen(budgetYen),
    used: formatYen(usedYen),
    committed: formatYen(committedYen),
    left: leftYen === null ? '' : leftYen < 0 ? `-${formatYen(-leftYen)}` : formatYen(leftYen),
    warning: budgetYen === null ? ('none' as const) : (warning ?? ('fine' as const)),
  };
}

function showSum(lines: readonly BudgetLine[]): ShownLine {
  const sum = (pick: (line: BudgetLine) => number | null) =>
    lines.reduce((total, line) => total + (pick(line) ?? 0), 0);
  const left = sum(({ leftYen }) => leftYen);
  return {
    key: 'sum',
    item: words.sum,
    budget: formatYen(sum(({ budgetYen }) => budgetYen)),
    used: formatYen(sum(({ usedYen }) => usedYen)),
    committed: formatYen(sum(({ committedYen }) => committedYen)),
    left: left < 0 ? `-${formatYen(-left)}` : formatYen(left),
    warning: 'none',
  };
}

export const action = staffPage(async ({ ctx, year, request, href }) => {
  requirePermission(ctx, 'expense.approve');
  const form = await readForm(request);
  const texts = readTexts(fields, form);
  const again = (errors: readonly { readonly name?: string; readonly message: string }[], status: number) =>
    data({ errors, texts }, { status });
  const parsed = parseFields(fields, texts);
  if (!parsed.ok) {
    const errors = parsed.refusal.map(({ key, header, problem }) => ({
      name: key,
      message: problemText(header, problem),
    }));
    return again(errors, 422);
  }
  const entered = parsed.value;
  const toYen = (value: number | null) => (value === null ? null : yenOf(value));
  const amounts = {
    honorarium: toYen(entered.honorarium),
    travel: toYen(entered.travel),
    material: toYen(entered.material),
    'text-writing': toYen(entered['text-writing']),
  };
  try {
    await setBudget(ctx, { fiscalYear: year, version: Number(textIn(form, 'version')), amounts });
  } catch (error) {
    if (error instanceof Conflict) return again([{ message: expenseText.conflictBudget }], 409);
    throw error;
  }
  throw redirect(href('expenses/budget'));
});

const judgements = {
  over: { tone: 'attention', text: words.over },
  near: { tone: 'attention', text: words.near },
  fine: { tone: 'done', text: words.fine },
  none: { tone: 'neutral', text: '' },
} as const;

export default function Budget({ loaderData, actionData }: Route.ComponentProps) {
  const { year, rows, totals, mayChange } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={`${words.title}（${year}）`} lead={words.lead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        totals={totals}
        rowKey={({ key }) => key}
        columns={[
          { key: 'item', header: expenseText.item, cell: ({ item }) => item, rowHeader: true },
          { key: 'budget', header: words.budget, cell: ({ budget }) => budget, align: 'end', keepTogether: true },
          { key: 'used', header: words.used, cell: ({ used }) => used, align: 'end', keepTogether: true },
          { key: 'committed', header: words.committed, cell: ({ committed }) => committed, align: 'end' },
          { key: 'left', header: words.left, cell: ({ left }) => left, align: 'end', keepTogether: true },
          {
            key: 'judgement',
            header: words.judgement,
            cell: ({ warning }) =>
              warning === 'none' ? null : (
                <ChipLabel tone={judgements[warning].tone}>{judgements[warning].text}</ChipLabel>
              ),
          },
        ]}
      />
      {mayChange ? <BudgetForm loaderData={loaderData} actionData={actionData} /> : null}
    </>
  );
}

type FormProps = {
  readonly loaderData: Route.ComponentProps['loaderData'];
  readonly actionData: Route.ComponentProps['actionData'] | undefined;
};

function BudgetForm({ loaderData: { version, texts }, actionData }: FormProps) {
  const shown: Readonly<Record<string, string>> = actionData?.texts ?? texts;
  return (
    <div className="mt-6 print:hidden">
      <Disclosure summary={words.change} open={actionData !== undefined || version === 0}>
        <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-4">
          <p>{words.changeLead}</p>
          <input type="hidden" name="version" value={version} />
          {expenseItems.map(({ code, label }) => (
            <TextField
              key={code}
              name={code}
              label={label}
              required={false}
              unit="円"
              width="short"
              inputMode="numeric"
              autoComplete="off"
              error={actionData?.errors.find(({ name }) => name === code)?.message}
              defaultValue={shown[code] ?? ''}
            />
          ))}
          <div>
            <Button variant="solid">{words.save}</Button>
          </div>
        </Form>
      </Disclosure>
    </div>
  );
}
