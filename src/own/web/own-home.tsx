import { listComingVisits } from '#schedule/own-visit-queries.server.ts';
import { listOwnOffers } from '#offer/offer-queries.server.ts';
import { offerText } from '#offer/text.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ownText as words } from '../text.ts';
import type { Route } from './+types/own-home.ts';
import { ownPage } from '#server/own-page.server.ts';
import { dayText, isOpen, showVisit } from './show-visit.ts';
import { VisitCard } from './visit-card.tsx';

export const loader = ownPage(async ({ ctx, instructorId, name }) => {
  const today = ctx.today();
  const visits = (await listComingVisits(ctx, { instructorId, day: today })).filter(
    ({ status }) => status === 'planned',
  );
  const next = visits.find((visit) => !isOpen(visit) && visit.reply !== 'declined');
  return {
    name,
    offers: (await listOwnOffers(ctx, instructorId)).length,
    today: dayText(today),
    open: visits.filter(isOpen).map(showVisit),
    next: next && showVisit(next),
    isToday: next?.visitOn === today,
  };
});

export default function OwnHome({ loaderData }: Route.ComponentProps) {
  const { name, offers, today, open, next, isToday } = loaderData;
  return (
    <>
      <PageHeader title={words.homeTitle(name)} lead={words.today(today)} />
      {offers > 0 ? (
        <section className="mb-8">
          <h2 className="mb-2 text-std-20B-150">{offerText.ownOpen(offers)}</h2>
          <ButtonLink href="/my/offers" variant="solid" size="lg">
            {offerText.ownAnswer}
          </ButtonLink>
        </section>
      ) : null}
      <section className="mb-8">
        <h2 className="mb-2 text-std-20B-150">{words.toAnswer(open.length)}</h2>
        {open.length === 0 ? <p>{words.nothingToAnswer}</p> : null}
        <ul className="flex flex-col gap-4">
          {open.map((visit) => (
            <VisitCard key={visit.id} visit={visit} />
          ))}
        </ul>
      </section>
      <section>
        <h2 className="mb-2 text-std-20B-150">
          {words.next}
          {isToday ? `（${words.todayVisit}）` : ''}
        </h2>
        {next ? (
          <ul>
            <VisitCard visit={next} />
          </ul>
        ) : (
          <p>{open.length > 0 ? words.noneAccepted : words.noNext}</p>
        )}
        <p className="mt-4">
          <a href="/my/visits" className="inline-flex min-h-11 items-center">
            {words.all}
          </a>
        </p>
      </section>
    </>
  );
}
