import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { requirePermission } from '#platform/context.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { findRuleOn } from '#record/domain/dated-rule.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { showProblems } from '#record/text.ts';
import { DatedRuleForm, DatedRuleTable } from '#record/web/dated-rules.tsx';
import type { FormState } from '#record/web/record-form.tsx';
import { readTexts, startForm } from '#record/web/record-pages.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { adviserText as words } from '../adviser-text.ts';
import { listAdviserRules, setAdviserRule } from '../adviser-rules.server.ts';
import { adviserRuleFields } from '../domain/adviser-rule.ts';
import { instructorText } from '../text.ts';
import type { Route } from './+types/adviser-rules.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: instructorText.title, href: href('instructors') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, href }) => {
  const rules = await listAdviserRules(ctx);
  const current = findRuleOn(rules, ctx.today());
  return {
    rules: rules.map((rule) => ({
      from: formatSlashDate(rule.validFrom),
      inForce: rule === current,
      wording: rule.wording,
      practice: rule.practiceYears === null ? words.noYears : words.years(rule.practiceYears),
      decidedBy: rule.decidedBy,
    })),
    state: isAllowed(ctx.actor, 'criteria.manage', { corner: ctx.corner }) ? startForm({}) : undefined,
    listHref: href('instructors'),
  };
});

export const action = staffPage(async ({ ctx, request, href }) => {
  requirePermission(ctx, 'criteria.manage');
  const texts = readTexts(adviserRuleFields, await readForm(request));
  const parsed = parseFields(adviserRuleFields, texts);
  if (!parsed.ok)
    return data<FormState>({ ...startForm(texts), errors: showProblems(parsed.refusal) }, { status: 422 });
  await setAdviserRule(ctx, parsed.value);
  throw redirect(href('instructors/adviser-rules'));
});

export default function AdviserRules({ loaderData, actionData }: Route.ComponentProps) {
  const { rules, state, listHref } = loaderData;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={actionData !== undefined} />
      {rules.length === 0 ? (
        <EmptyState title={words.none}>{words.noneLead}</EmptyState>
      ) : (
        <DatedRuleTable
          words={words}
          rules={rules}
          columns={[
            { key: 'wording', header: words.wording, cell: ({ wording }) => wording },
            { key: 'practice', header: words.practice, cell: ({ practice }) => practice, keepTogether: true },
            { key: 'decidedBy', header: words.decidedBy, cell: ({ decidedBy }) => decidedBy },
          ]}
        />
      )}
      <DatedRuleForm
        words={words}
        fields={adviserRuleFields}
        state={state && (actionData ?? state)}
        cancelHref={listHref}
      />
    </>
  );
}
