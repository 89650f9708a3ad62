import { data, redirect } from 'react-router';
import { requestText } from '#dispatch/text.ts';
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
import { PageHeader } from '#ui/page-header.tsx';
import { travelRuleFields } from '../domain/travel-rule.ts';
import { travelAssumptionOn, travelMinutes, travelOf } from '../domain/travel-time.ts';
import { travelText as words } from '../travel-text.ts';
import { listTravelRules, setTravelRule } from '../travel-rules.server.ts';
import type { Route } from './+types/travel-rules.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: requestText.title, href: href('requests') },
    { label: words.title },
  ],
};

/** Distances as the crow flies, to see what an estimate comes to. */
const EXAMPLES = [0, 10, 30] as const;

export const loader = staffPage(async ({ ctx, href }) => {
  const rules = await listTravelRules(ctx);
  const today = ctx.today();
  const current = findRuleOn(rules, today);
  const ofDesk = travelAssumptionOn(today);
  const row = (from: string, { kilometresAnHour, extraMinutes }: typeof ofDesk) => ({
    from,
    speed: words.speedOf(kilometresAnHour),
    pause: words.minutes(extraMinutes),
  });
  return {
    rules: [
      ...rules.map((rule) => ({
        ...row(formatSlashDate(rule.validFrom), rule),
        basis: rule.basis,
        inForce: rule === current,
      })),
      { ...row(words.untilThen, ofDesk), basis: words.ofDesk, inForce: current === undefined },
    ],
    examples: EXAMPLES.map((kilometres) => ({
      kilometres,
      minutes: travelMinutes(kilometres, travelOf(rules, today)),
    })),
    state: isAllowed(ctx.actor, 'dispatch-rule.manage', { corner: ctx.corner }) ? startForm({}) : undefined,
    listHref: href('requests/rules'),
  };
});

export const action = staffPage(async ({ ctx, request, href }) => {
  requirePermission(ctx, 'dispatch-rule.manage');
  const texts = readTexts(travelRuleFields, await readForm(request));
  const parsed = parseFields(travelRuleFields, texts);
  if (!parsed.ok)
    return data<FormState>({ ...startForm(texts), errors: showProblems(parsed.refusal) }, { status: 422 });
  await setTravelRule(ctx, parsed.value);
  throw redirect(href('requests/travel'));
});

export default function TravelRules({ loaderData, actionData }: Route.ComponentProps) {
  const { rules, examples, state, listHref } = loaderData;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} hasErrors={actionData !== undefined} />
      <p className="mb-4">{words.example(examples)}</p>
      <DatedRuleTable
        words={words}
        rules={rules}
        columns={[
          { key: 'speed', header: words.speed, cell: ({ speed }) => speed, keepTogether: true },
          { key: 'pause', header: words.pause, cell: ({ pause }) => pause, keepTogether: true },
          { key: 'basis', header: words.basis, cell: ({ basis }) => basis },
        ]}
      />
      <DatedRuleForm
        words={words}
        fields={travelRuleFields}
        state={state && (actionData ?? state)}
        cancelHref={listHref}
      />
    </>
  );
}
