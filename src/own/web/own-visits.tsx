import { fiscalYearLabel, fiscalYearOf } from '#kernel/fiscal-year.ts';
import { feedText } from '#schedule/feed-text.ts';
import { listComingVisits, listHeldVisits } from '#schedule/own-visit-queries.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ownText as words } from '../text.ts';
import type { Route } from './+types/own-visits.ts';
import { ownPage } from '#server/own-page.server.ts';
import { showVisit } from './show-visit.ts';
import { VisitCard } from './visit-card.tsx';

export const loader = ownPage(async ({ ctx, instructorId }) => {
  const today = ctx.today();
  const fiscalYear = fiscalYearOf(today);
  const coming = await listComingVisits(ctx, { instructorId, day: today });
  const held = await listHeldVisits(ctx, { instructorId, fiscalYear });
  return { coming: coming.map(showVisit), held: held.map(showVisit), year: fiscalYearLabel(fiscalYear) };
});

export default function OwnVisits({ loaderData: { coming, held, year } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.visitsTitle} lead={words.visitsLead} />
      {coming.length === 0 ? <p>{words.noNext}</p> : null}
      <ul className="mb-8 flex flex-col gap-4">
        {coming.map((visit) => (
          <VisitCard key={visit.id} visit={visit} />
        ))}
      </ul>
      <p className="mb-8">
        <ButtonLink href="/my/calendar">{feedText.own}</ButtonLink>
      </p>
      <h2 className="mb-2 text-std-20B-150">{words.held(year)}</h2>
      {held.length === 0 ? <p>{words.noHeld}</p> : null}
      <ul>
        {held.map(({ id, day, host, href }) => (
          <li key={id} className="border-t border-solid-gray-420 py-2">
            <a href={href} className="inline-flex min-h-11 items-center">
              {day}　{host}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
