import { data } from 'react-router';
import { DocumentSheet } from '#record/web/document-sheet.tsx';
import { staffPage } from '#server/staff-page.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { upkeepText as words } from '../text.ts';
import { getUpkeep } from '../upkeep-queries.server.ts';
import { letterKinds, writeLetter } from '../write-letter.server.ts';
import type { Route } from './+types/upkeep-letter.ts';
import { letterDeskOf } from './letter-desk.server.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.title, href: href('upkeep') },
    { label: page.name, href: page.detailHref },
    { label: page.title },
  ],
};

export const loader = (args: Route.LoaderArgs) =>
  staffPage(async ({ ctx, params, href }) => {
    const kind = letterKinds.find((known) => known === params['kind']);
    if (!kind) throw data(null, { status: 404 });
    const id = params['id'] ?? '';
    const model = await writeLetter(ctx, { instructorId: id, kind, ...letterDeskOf(args) });
    return {
      model,
      title: kind === 'intent' ? words.intentLetter : words.endLetter,
      name: (await getUpkeep(ctx, id)).name,
      detailHref: href(`upkeep/${id}`),
      wordHref: href(`upkeep/${id}/letter/${kind}/word`),
    };
  })(args);

export default function UpkeepLetter({ loaderData }: Route.ComponentProps) {
  const { model, title, wordHref } = loaderData;
  return (
    <>
      <div className="print:hidden">
        <PageHeader
          title={title}
          lead={words.printHint}
          action={
            <ButtonLink variant="solid" href={wordHref}>
              {words.word}
            </ButtonLink>
          }
        />
      </div>
      <DocumentSheet model={model} />
    </>
  );
}
