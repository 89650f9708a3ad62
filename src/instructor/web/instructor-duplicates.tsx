import { staffPage } from '#server/staff-page.server.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listSuspectedPairs } from '../instructor-duplicates.server.ts';
import { mergeText as words, reasonsText } from '../merge-text.ts';
import { instructorText } from '../text.ts';
import type { Route } from './+types/instructor-duplicates.ts';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: instructorText.title, href: href('instructors') },
    { label: words.duplicates },
  ],
};

/** A page is for the work of one sitting; what is merged makes room for the next. */
const PAIRS_SHOWN = 100;

export const loader = staffPage(async ({ ctx, href }) => {
  const pairs = await listSuspectedPairs(ctx);
  return {
    count: pairs.length,
    pairs: pairs.slice(0, PAIRS_SHOWN).map(({ one, other, reasons }) => ({
      key: `${one.id} ${other.id}`,
      one: { label: words.mergedLine(one), href: href(`instructors/${one.id}`) },
      other: { label: words.mergedLine(other), href: href(`instructors/${other.id}`) },
      reasons: reasonsText(reasons),
      mergeHref: `${href(`instructors/${one.id}/merge`)}?with=${encodeURIComponent(other.number)}`,
    })),
  };
});

export default function InstructorDuplicates({ loaderData: { count, pairs } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader title={words.duplicates} lead={words.duplicatesLead} />
      {pairs.length === 0 ? (
        <EmptyState title={words.noDuplicates.title}>{words.noDuplicates.lead}</EmptyState>
      ) : (
        <>
          {count > pairs.length ? <p className="mb-4">{words.moreDuplicates(pairs.length, count)}</p> : null}
          <DataTable
            caption={`${words.duplicates} ${count}組`}
            dense
            rows={pairs}
            rowKey={({ key }) => key}
            columns={[
              { key: 'one', header: words.one, cell: ({ one }) => <a href={one.href}>{one.label}</a>, rowHeader: true },
              { key: 'other', header: words.other, cell: ({ other }) => <a href={other.href}>{other.label}</a> },
              { key: 'reason', header: words.reason, cell: ({ reasons }) => reasons },
              {
                key: 'act',
                header: words.act,
                acts: true,
                cell: ({ mergeHref }) => <a href={mergeHref}>{words.compare}</a>,
              },
            ]}
          />
        </>
      )}
    </>
  );
}
