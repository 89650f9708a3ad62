import { randomUUID } from 'node:crypto';
import { data, Form, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { listLettersOf, type IssuedLetter } from '#letter/register-queries.server.ts';
import { hasTemplate } from '#letter/template-queries.server.ts';
import { requirePermission } from '#platform/context.server.ts';
import { IdempotencyKeyReused } from '#platform/db/transaction.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { recordWords } from '#record/web/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { getCourse } from '../course-queries.server.ts';
import { issueInvitations } from '../issue-invitations.server.ts';
import { courseLabel, courseText as words } from '../text.ts';
import type { Route } from './+types/course-letters.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Page }) => [
    { label: words.title, href: href('courses') },
    { label: page.label, href: page.detailHref },
    { label: words.letters },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  const course = await getCourse(ctx, params['id'] ?? '');
  const letters = await listLettersOf(ctx, { kind: 'course', id: course.id });
  const invited = course.attendees.filter(({ state }) => state !== 'declined');
  const numberOf = (id: string) => letters.find(({ recipientId }) => recipientId === id)?.number;
  const mayIssue = ['course.write', 'letter.manage'] as const;
  return {
    label: courseLabel(course.input),
    detailHref: href(`courses/${course.id}`),
    draftHref: invited.length > 0 ? href(`courses/${course.id}/letters/word`) : undefined,
    templateHref: href('letters/templates/course-invitation'),
    hasTemplate: await hasTemplate(ctx, { kind: 'course-invitation', fiscalYear: fiscalYearOf(ctx.today()) }),
    mayIssue:
      course.state !== 'cancelled' &&
      mayIssue.every((permission) => isAllowed(ctx.actor, permission, { corner: ctx.corner })),
    key: randomUUID(),
    people: invited.map(({ id, name, number }) => {
      const issued = numberOf(id);
      return {
        value: id,
        label: `${name}（${number}）`,
        note: issued === undefined ? words.lettersNotIssued : words.lettersIssued(issued),
      };
    }),
    open: invited.filter(({ id }) => numberOf(id) === undefined).map(({ id }) => id),
    issues: groupIssues(letters.filter(({ isErased }) => !isErased)).map(
      ({ issueId, first, last, issuedOn, count }) => ({
        issueId,
        numbers: first === last ? first : `${first}〜${last}`,
        issuedOn: formatSlashDate(issuedOn),
        count: `${count}通`,
        href: href(`letters/issues/${issueId}/word`),
      }),
    ),
  };
});

/** Letters that went out together, as one line. The list has the latest first. */
function groupIssues(letters: readonly IssuedLetter[]) {
  return [...new Set(letters.map(({ issueId }) => issueId))].map((issueId) => {
    const together = letters.filter((letter) => letter.issueId === issueId);
    const [latest, earliest] = [together[0], together.at(-1)];
    if (!latest || !earliest) throw new Error('an issue without a letter');
    const { issuedOn } = latest;
    return { issueId, first: earliest.number, last: latest.number, issuedOn, count: together.length };
  });
}

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'course.write');
  const form = await readForm(request);
  const courseId = params['id'] ?? '';
  const instructorIds = form.getAll('instructors').filter((value): value is string => typeof value === 'string');
  const again = (message: string, status: number) =>
    data<{ errors: readonly FormError[] }>({ errors: [{ name: 'instructors', message }] }, { status });
  try {
    const key = textIn(form, 'idempotency-key') || undefined;
    const issued = await issueInvitations(ctx, { courseId, instructorIds, key });
    if (issued.ok) throw redirect(href(`courses/${courseId}/letters`));
    return issued.refusal.kind === 'cancelled' ? again(words.lettersCancelled, 409) : again(words.lettersNobody, 422);
  } catch (error) {
    if (error instanceof IdempotencyKeyReused) return again(recordWords.sentBefore, 409);
    throw error;
  }
});

const columns: readonly Column<Page['issues'][number]>[] = [
  { key: 'number', header: words.lettersNumber, cell: ({ numbers }) => numbers, rowHeader: true },
  { key: 'on', header: words.lettersIssuedOn, cell: ({ issuedOn }) => issuedOn, keepTogether: true },
  { key: 'count', header: words.lettersCount, cell: ({ count }) => count, keepTogether: true },
  {
    key: 'file',
    header: words.certificateWord,
    cell: ({ href }) => (
      <a href={href} download>
        {words.lettersFile}
      </a>
    ),
  },
];

export default function CourseLetters({ loaderData: page, actionData }: Route.ComponentProps) {
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={`${words.letters}　${page.label}`}
        lead={words.lettersLead}
        hasErrors={errors.length > 0}
        action={
          page.draftHref ? (
            <ButtonLink href={page.draftHref} download>
              {words.lettersDraft}
            </ButtonLink>
          ) : undefined
        }
      />
      <ErrorSummary errors={errors} />
      <p className="mb-6 max-w-3xl print:hidden">
        {page.people.length > 0 ? words.lettersDraftLead : null}
        {page.hasTemplate ? words.lettersTemplate : null}
        <a href={page.templateHref}>{words.lettersToTemplate}</a>
      </p>
      {page.issues.length > 0 ? (
        <section className="mb-8">
          <h2 className="mb-2 text-std-20B-150">{words.lettersIssues}</h2>
          <DataTable
            caption={words.lettersIssues}
            dense
            rows={page.issues}
            rowKey={({ issueId }) => issueId}
            columns={columns}
          />
        </section>
      ) : null}
      {page.people.length === 0 ? <EmptyState title={words.lettersNone}>{words.lettersNoneLead}</EmptyState> : null}
      {page.people.length > 0 && page.mayIssue ? (
        <section className="mb-8 print:hidden">
          <h2 className="mb-2 text-std-20B-150">{words.lettersIssueTitle}</h2>
          <p className="mb-3 max-w-3xl">{words.lettersIssueLead}</p>
          <Form method="post" noValidate data-once className="flex flex-col gap-4">
            <input type="hidden" name="idempotency-key" value={page.key} />
            <CheckboxGroup
              name="instructors"
              label={words.lettersChosen}
              required
              error={errors[0]?.message}
              defaultValues={page.open}
              options={page.people}
            />
            <div>
              <Button variant="solid">{words.lettersIssue}</Button>
            </div>
          </Form>
        </section>
      ) : null}
    </>
  );
}
