import { staffPage } from '#server/staff-page.server.ts';
import { DescriptionList } from '#ui/description-list.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { outreachText as words } from '../text.ts';
import type { Route } from './+types/outreach-sheet.ts';
import { BoothTable } from './outreach-booths.tsx';
import { loadOutreachView } from './outreach-view.server.ts';

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('outreach') },
    { label: data.number, href: data.pageHref },
    { label: words.sheet },
  ],
};

export const loader = staffPage(loadOutreachView);

/** Booths, those who lead them and what they need, on one sheet to hang up; visitors are written by hand. */
export default function OutreachSheet({ loaderData }: Route.ComponentProps) {
  const { title, facts, host, booths, withoutBooth } = loaderData;
  const shown = facts.filter(({ term }) => sheetTerms.includes(term));
  return (
    <>
      <PageHeader title={`${words.sheet}　${title}`} />
      <p className="mb-4 print:hidden">{words.printed}</p>
      <div className="mb-4">
        <DescriptionList columns={2} items={[...shown, { term: words.host, detail: host.name }]} />
      </div>
      <BoothTable booths={booths.map((booth) => ({ ...booth, visitors: null }))} visitors={words.counted} tall />
      {withoutBooth ? <p className="mt-2">{withoutBooth}</p> : null}
    </>
  );
}

const sheetTerms: readonly string[] = [words.day, words.time, words.place, words.note];
