import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { showDays } from '#record/web/show-days.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import type { AnyField } from '#record/domain/field.ts';
import { dispatchRuleFields, findDispatchRuleOn } from '../domain/dispatch-rule.ts';
import { dispatchRuleLabel, ruleText as words } from '../rule-text.ts';
import { listDispatchRules } from '../set-dispatch-rules.server.ts';
import { requestText } from '../text.ts';
import type { Route } from './+types/rule-list.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: requestText.title, href: href('requests') },
    { label: words.title },
  ],
};

const fields: readonly AnyField[] = dispatchRuleFields;

export const loader = staffPage(async ({ ctx, year, href }) => {
  const rules = await listDispatchRules(ctx, year);
  const current = findDispatchRuleOn(rules, ctx.today())?.id;
  return {
    rules: rules.map((rule) => {
      const texts = showDays(fields, formatFields(dispatchRuleFields, rule));
      return {
        id: rule.id,
        label: dispatchRuleLabel(rule),
        isCurrent: rule.id === current,
        items: [
          ...fields.map(({ key, header, unit }) => {
            const text = texts[key]?.replaceAll(';', '、');
            return { term: header, detail: text ? `${text}${unit ?? ''}` : words.noLimit };
          }),
          { term: words.createdBy, detail: `${rule.createdBy}　${instantText(rule.createdAt)}` },
        ],
      };
    }),
    newHref: isAllowed(ctx.actor, 'dispatch-rule.manage', { corner: ctx.corner })
      ? href('requests/rules/new')
      : undefined,
    travelHref: href('requests/travel'),
    ratesHref: isAllowed(ctx.actor, 'expense.read', { corner: ctx.corner }) ? href('expenses/rates') : undefined,
  };
});

export default function RuleList({ loaderData: { rules, newHref, travelHref, ratesHref } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          <>
            {newHref ? (
              <ButtonLink variant="solid" href={newHref}>
                {words.add}
              </ButtonLink>
            ) : null}
            <ButtonLink href={travelHref}>{words.travel}</ButtonLink>
            {ratesHref ? <ButtonLink href={ratesHref}>{words.rates}</ButtonLink> : null}
          </>
        }
      />
      {rules.length === 0 ? <EmptyState title={words.emptyTitle}>{words.emptyLead}</EmptyState> : null}
      {rules.map(({ id, label, isCurrent, items }) => (
        <section key={id} className="mb-8">
          <div className="mb-2 flex flex-wrap items-center gap-3">
            <h2 className="text-std-18B-160">{label}</h2>
            {isCurrent ? <ChipLabel tone="done">{words.current}</ChipLabel> : null}
          </div>
          <DescriptionList columns={2} items={items} />
        </section>
      ))}
    </>
  );
}
