import { data, Form, redirect } from 'react-router';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { text } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { recordWords } from '#record/web/text.ts';
import { LONGEST_REASON, replyAnswers } from '../domain/visit-reply.ts';
import { replyToVisit } from '../reply-to-visit.server.ts';
import { replyRefusalText, visitText as words } from '../text.ts';
import { listVisitReplies } from '../visit-reply-queries.server.ts';
import { visitRecords } from '../visit-records.server.ts';
import type { Route } from './+types/visit-reply.ts';

export const handle = {
  breadcrumb: ({ href, data: page }: { href: (path: string) => string; data: Route.ComponentProps['loaderData'] }) => [
    { label: words.listTitle, href: href('visits') },
    { label: page.number, href: page.visitHref },
    { label: words.replyTitle },
  ],
};

export const loader = staffPage(async ({ ctx, params, href }) => {
  requirePermission(ctx, 'visit.reply');
  const { id, version, input } = await visitRecords.get(ctx, params['id'] ?? '');
  const replies = await listVisitReplies(ctx, id);
  return {
    number: input.number,
    version,
    visitHref: href(`visits/${id}`),
    people: replies.map(({ instructorId, name }) => ({ value: instructorId, label: name })),
  };
});

type Texts = Readonly<Record<'instructor' | 'answer' | 'reason', string>>;
type Answer = { readonly errors: readonly FormError[]; readonly texts: Texts };

const reasonFields = [
  { key: 'reason', header: words.declineReason, required: false, codec: text({ limit: LONGEST_REASON }) },
] as const;

export const action = staffPage(async ({ ctx, params, request, href }) => {
  requirePermission(ctx, 'visit.reply');
  const form = await readForm(request);
  const textOf = (name: string) => textIn(form, name);
  const texts = { instructor: textOf('instructor'), answer: textOf('answer'), reason: textOf('reason') };
  const again = (error: FormError, status: number) => data<Answer>({ errors: [error], texts }, { status });
  const answer = replyAnswers.find(({ code }) => code === texts.answer)?.code;
  if (!answer) return again({ name: 'answer', message: words.answerMissing }, 422);
  const read = parseFields(reasonFields, texts);
  if (!read.ok) {
    const [problem] = read.refusal;
    return again({ name: 'reason', message: problem ? problemText(problem.header, problem.problem) : '' }, 422);
  }
  const visitId = params['id'] ?? '';
  const reply = { visitId, instructorId: texts.instructor, version: Number(textOf('version')), answer };
  try {
    const replied = await replyToVisit(ctx, { ...reply, reason: read.value.reason ?? '' });
    if (replied.ok) throw redirect(href(`visits/${visitId}`));
    const isReason = replied.refusal.kind.startsWith('reason');
    const message = replyRefusalText(replied.refusal);
    return again({ message, ...(isReason && { name: 'reason' }) }, isReason ? 422 : 409);
  } catch (error) {
    if (error instanceof Conflict) return again({ message: words.conflict }, 409);
    throw error;
  }
});

export default function VisitReplyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { number, version, visitHref, people } = loaderData;
  const errors = actionData?.errors ?? [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <>
      <PageHeader title={`${words.replyTitle} ${number}`} lead={words.replyFormLead} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate data-once className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="version" value={version} />
        <RadioField
          name="instructor"
          label={words.replyOf}
          required
          options={people}
          defaultValue={actionData?.texts.instructor ?? people[0]?.value}
        />
        <RadioField
          name="answer"
          label={words.answer}
          required
          options={replyAnswers.map(({ code, label }) => ({ value: code, label }))}
          defaultValue={actionData?.texts.answer}
          error={errorOf('answer')}
          inline
        />
        <TextField
          name="reason"
          label={words.declineReason}
          required={false}
          hint={words.declineReasonHint}
          width="long"
          autoComplete="off"
          defaultValue={actionData?.texts.reason ?? ''}
          error={errorOf('reason')}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="solid">{words.saveReply}</Button>
          <ButtonLink variant="text" href={visitHref}>
            {recordWords.cancel}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
