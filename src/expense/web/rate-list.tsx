import { formatYen } from '#kernel/money.ts';
import { programLabel, programs } from '#dispatch/domain/program.ts';
import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { ChipLabel } from '#ui/chip-label.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { expenseItemLabel } from '../domain/expense-line.ts';
import { findRateOn, type ExpenseRate } from '../domain/expense-rate.ts';
import { listRates } from '../set-rates.server.ts';
import { expenseText, rateLabel, rateText as words } from '../text.ts';
import type { Route } from './+types/rate-list.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: expenseText.title, href: href('expenses') },
    { label: words.title },
  ],
};

export const loader = staffPage(async ({ ctx, year, href }) => {
  const rates = await listRates(ctx, year);
  const current = findRateOn(rates, ctx.today())?.id;
  return {
    rates: rates.map((rate) => ({
      id: rate.id,
      label: rateLabel(rate),
      isCurrent: rate.id === current,
      items: [
        { term: words.basis, detail: rate.basis },
        ...showPrices(rate),
        { term: words.createdBy, detail: `${rate.createdBy}　${instantText(rate.createdAt)}` },
      ],
    })),
    newHref: isAllowed(ctx.actor, 'expense.approve', { corner: ctx.corner }) ? href('expenses/rates/new') : undefined,
  };
});

function showPrices({ honorariumPerHourYen, travel, materialCapYen, textPerPageYen, withheldItems }: ExpenseRate) {
  const priced = (amount: number | null, unit: string) => (amount === null ? words.none : formatYen(amount) + unit);
  const fares = Object.entries(travel.fares).map(
    ([code, amount]) => `${findMunicipality(code)?.name ?? code} ${formatYen(amount)}`,
  );
  return [
    ...instructorKinds.map(({ code, label }) => ({
      term: `${label}の謝金`,
      detail: priced(honorariumPerHourYen[code], words.perHour),
    })),
    { term: '旅費', detail: priced(travel.perKilometreYen, words.perKilometre) },
    ...(fares.length > 0 ? [{ term: words.fares, detail: fares.join('、') }] : []),
    ...programs.map(({ code }) => ({
      term: `${programLabel(code)}の材料費`,
      detail: priced(materialCapYen[code], words.perPersonDay),
    })),
    { term: expenseItemLabel('text-writing'), detail: priced(textPerPageYen, words.perPage) },
    { term: words.withheld, detail: withheldItems.map(expenseItemLabel).join('、') },
  ];
}

export default function RateList({ loaderData: { rates, newHref } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          newHref ? (
            <ButtonLink variant="solid" href={newHref}>
              {words.add}
            </ButtonLink>
          ) : undefined
        }
      />
      {rates.length === 0 ? <EmptyState title={words.emptyTitle}>{words.emptyLead}</EmptyState> : null}
      {rates.map(({ id, label, isCurrent, items }) => (
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
