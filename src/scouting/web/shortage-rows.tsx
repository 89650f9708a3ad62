import { data } from 'react-router';
import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { tradeName } from '#instructor/domain/instructor-codecs.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { OUTSIDE } from '../domain/corner-area.ts';
import { shortageFigures } from '../domain/shortage.ts';
import { getShortageBoard } from '../shortage-queries.server.ts';
import { scoutingText, shortageText as words } from '../text.ts';
import type { Route } from './+types/shortage-rows.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: words.title, href: href('shortage') },
    { label: words.rowsTitle },
  ],
};

export const loader = staffPage(async ({ ctx, year, url, href }) => {
  const board = await getShortageBoard(ctx, year);
  const trade = url.searchParams.get('trade') ?? '';
  const figure = shortageFigures.find((name) => name === url.searchParams.get('figure'));
  const area = [...board.areas, OUTSIDE].find(({ code }) => code === url.searchParams.get('area'));
  if (!figure || !area) throw data(null, { status: 404 });
  const ids = new Set(
    board.counted
      .filter((row) => row.trades.includes(trade) && row.area.code === area.code && row.figures.includes(figure))
      .map(({ id }) => id),
  );
  const requests = board.requests.map((request) => ({
    id: request.id,
    number: request.number,
    name: request.host,
    municipality: findMunicipality(request.municipalityCode)?.name ?? '',
    about:
      figure === 'unplaced'
        ? words.unplacedProgress(board.counted.find(({ id }) => id === request.id)?.unplacedSessions ?? 0, request)
        : words.requestProgress(request),
    href:
      figure === 'unplaced'
        ? href(`assignment/${request.planId}/requests/${request.id}`)
        : href(`requests/${request.id}`),
  }));
  const wishes = board.wishes.map((wish) => ({
    id: wish.id,
    number: wish.number,
    name: wish.host,
    municipality: findMunicipality(wish.municipalityCode)?.name ?? '',
    about: words.wishProgress(wish.sessions, wish.months),
    href: href(`demand-surveys/${wish.surveyId}/recipients/${wish.recipientId}`),
  }));
  const instructors = board.instructors.map((instructor) => ({
    id: instructor.id,
    number: instructor.number,
    name: instructor.name,
    municipality: findMunicipality(instructor.municipalityCode)?.name ?? '',
    about: words.instructorProgress(
      instructorKinds.find(({ code }) => code === instructor.kind)?.label ?? '',
      instructor,
    ),
    href: href(`instructors/${instructor.id}`),
  }));
  return {
    title: `${tradeName(trade)}・${area.name}：${words.figures[figure]}`,
    rows: [...requests, ...wishes, ...instructors].filter(({ id }) => ids.has(id)),
    backHref: href('shortage'),
  };
});

export default function ShortageRows({ loaderData }: Route.ComponentProps) {
  const { title, rows, backHref } = loaderData;
  return (
    <>
      <PageHeader
        title={title}
        lead={words.figureHelp}
        action={<ButtonLink href={backHref}>{words.back}</ButtonLink>}
      />
      {rows.length === 0 ? (
        <p>{words.noRows}</p>
      ) : (
        <DataTable
          caption={words.rowsCount(rows.length)}
          dense
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'number', header: words.record, cell: (row) => row.number, keepTogether: true },
            { key: 'name', header: words.name, cell: (row) => <a href={row.href}>{row.name}</a>, rowHeader: true },
            { key: 'municipality', header: scoutingText.municipality, cell: (row) => row.municipality },
            { key: 'about', header: words.progress, cell: (row) => row.about },
          ]}
        />
      )}
    </>
  );
}
