import { data, redirect } from 'react-router';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { RecordForm, type FormState } from '#record/web/record-form.tsx';
import { readTexts, startForm } from '#record/web/record-pages.server.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { dispatchRuleFields } from '../domain/dispatch-rule.ts';
import { dispatchRuleExamples } from '../domain/rule-examples.ts';
import { dispatchRuleRefusalText, ruleGroups, ruleText as words } from '../rule-text.ts';
import { addDispatchRule, listDispatchRules } from '../set-dispatch-rules.server.ts';
import { requestText } from '../text.ts';
import type { Route } from './+types/rule-new.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: requestText.title, href: href('requests') },
    { label: words.title, href: href('requests/rules') },
    { label: words.create },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  requirePermission(ctx, 'dispatch-rule.manage');
  const [latest] = await listDispatchRules(ctx, year);
  const example = dispatchRuleExamples.find(({ code }) => code === url.searchParams.get('example'));
  const firstDay = `${year}-04-01` as PlainDate;
  const begun = example ? { ...example.terms, validFrom: firstDay } : latest;
  const texts = begun
    ? formatFields(dispatchRuleFields, begun)
    : { validFrom: formatFields([dispatchRuleFields[0]], { validFrom: firstDay })['validFrom'] ?? '' };
  return {
    year: fiscalYearLabel(year),
    state: startForm(example || !latest ? texts : { ...texts, validFrom: '' }),
    isCarried: latest !== undefined && !example,
    examples: dispatchRuleExamples.map(({ code, label }) => ({
      label: words.from(label),
      href: `${href('requests/rules/new')}?example=${code}`,
    })),
    listHref: href('requests/rules'),
  };
});

export const action = staffPage(async ({ ctx, year, request, href }) => {
  requirePermission(ctx, 'dispatch-rule.manage');
  const form = await readForm(request);
  const texts = readTexts(dispatchRuleFields, form);
  const key = textIn(form, 'idempotency-key');
  const again = (errors: FormState['errors'], status: number) => data<FormState>({ texts, errors, key }, { status });
  const parsed = parseFields(dispatchRuleFields, texts);
  if (!parsed.ok) {
    return again(
      parsed.refusal.map(({ key: name, header, problem }) => ({ name, message: problemText(header, problem) })),
      422,
    );
  }
  try {
    const added = await addDispatchRule(ctx, { terms: parsed.value, fiscalYear: year, key: key || undefined });
    if (added.ok) throw redirect(href('requests/rules'));
    const name = added.refusal.kind === 'outside-year' ? 'validFrom' : 'minAge';
    return again([{ name, message: dispatchRuleRefusalText(added.refusal) }], 422);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again([{ message: recordWords.sentBefore }], 409);
    throw error;
  }
});

export default function RuleNew({ loaderData, actionData }: Route.ComponentProps) {
  const { state, isCarried, listHref, year, examples } = loaderData;
  return (
    <>
      <PageHeader
        title={`${words.create}（${year}）`}
        lead={isCarried ? words.carried : words.lead}
        hasErrors={actionData !== undefined}
      />
      <p>{words.begin}</p>
      <div className="mt-2 mb-6 flex flex-wrap gap-3">
        {examples.map(({ label, href }) => (
          <ButtonLink key={href} href={href}>
            {label}
          </ButtonLink>
        ))}
      </div>
      <RecordForm
        fields={dispatchRuleFields}
        groups={ruleGroups}
        state={actionData ?? state}
        submitLabel={words.register}
        cancelHref={listHref}
      />
    </>
  );
}
