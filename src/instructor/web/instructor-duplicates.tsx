import { data, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { listToldApart, tellApart, untellApart } from '../distinct-pairs.server.ts';
import { listSuspectedPairs } from '../instructor-duplicates.server.ts';
import { distinctionRefusalText, mergeText as words, reasonsText } from '../merge-text.ts';
import { instructorText } from '../text.ts';
import type { Route } from './+types/instructor-duplicates.ts';
import { TellApartForm, ToldApart } from './told-apart.tsx';

export const handle = {
  breadcrumb: ({ href }: { href: (path: string) => string }) => [
    { label: instructorText.title, href: href('instructors') },
    { label: words.duplicates },
  ],
};

/** A page is for the work of one sitting; what is merged makes room for the next. */
const PAIRS_SHOWN = 100;

export const loader = staffPage(async ({ ctx, href, url }) => {
  const pairs = await listSuspectedPairs(ctx);
  const told = await listToldApart(ctx);
  const linkTo = (person: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly nameKana: string;
  }) => ({
    id: person.id,
    label: words.mergedLine(person),
    href: href(`instructors/${person.id}`),
  });
  const done = url.searchParams.get('done');
  return {
    count: pairs.length,
    done: done === 'apart' ? words.toldApartDone : done === 'undone' ? words.undone : undefined,
    pairs: pairs.slice(0, PAIRS_SHOWN).map(({ one, other, reasons }) => ({
      key: `${one.id} ${other.id}`,
      one: linkTo(one),
      other: linkTo(other),
      reasons: reasonsText(reasons),
      mergeHref: `${href(`instructors/${one.id}/merge`)}?with=${encodeURIComponent(other.number)}`,
    })),
    told: told.map(({ people: [one, other], reason, decidedAt, decidedBy }) => ({
      key: `${one.id} ${other.id}`,
      one: linkTo(one),
      other: linkTo(other),
      reason,
      decided: `${decidedBy}　${instantText(decidedAt)}`,
    })),
  };
});

export const action = staffPage(async ({ ctx, request, href }) => {
  requirePermission(ctx, 'instructor.merge');
  const form = await readForm(request);
  const pair = { one: textIn(form, 'one'), other: textIn(form, 'other') };
  if (form.get('intent') === 'undo') {
    await untellApart(ctx, pair);
    throw redirect(`${href('instructors/duplicates')}?done=undone`);
  }
  const reason = textIn(form, 'reason');
  const told = await tellApart(ctx, { ...pair, reason });
  if (told.ok) throw redirect(`${href('instructors/duplicates')}?done=apart`);
  const key = `${pair.one} ${pair.other}`;
  return data({ key, reason, message: distinctionRefusalText(told.refusal) }, { status: 422 });
});

export default function InstructorDuplicates({ loaderData, actionData }: Route.ComponentProps) {
  const { count, pairs, told, done } = loaderData;
  const reasonName = (key: string) => `reason-${key.replace(' ', '-')}`;
  const errors = actionData ? [{ name: reasonName(actionData.key), message: actionData.message }] : [];
  return (
    <>
      <PageHeader title={words.duplicates} lead={words.duplicatesLead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {done && !actionData ? (
        <div className="mb-6 max-w-3xl">
          <Notification kind="success" title={done} announce />
        </div>
      ) : null}
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
                cell: ({ key, one, other, mergeHref }) => (
                  <>
                    <a href={mergeHref} className="inline-flex min-h-11 items-center">
                      {words.compare}
                    </a>
                    <TellApartForm
                      one={one}
                      other={other}
                      id={reasonName(key)}
                      answer={actionData?.key === key ? actionData : undefined}
                    />
                  </>
                ),
              },
            ]}
          />
        </>
      )}
      <ToldApart pairs={told} />
    </>
  );
}
