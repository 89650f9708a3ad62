import { data, redirect } from 'react-router';
import { reportText } from '#activity-report/text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { text } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { LONGEST_REASON } from '#schedule/domain/visit-reply.ts';
import { getOwnVisit } from '#schedule/own-visit-queries.server.ts';
import { replyToVisit } from '#schedule/reply-to-visit.server.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { ButtonLink } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { ownReplyRefusalText, ownText as words } from '../text.ts';
import type { Route } from './+types/own-visit.ts';
import { ownPage } from '#server/own-page.server.ts';
import { ReplyForms, type ReplyAnswerShown } from './reply-forms.tsx';
import { showVisit, type ShownVisit } from './show-visit.ts';

export const loader = ownPage(async ({ ctx, instructorId, params, url }) => {
  const own = await getOwnVisit(ctx, { instructorId, visitId: params['id'] ?? '' });
  const done = (['accepted', 'declined'] as const).find((answer) => answer === url.searchParams.get('done'));
  return {
    visit: showVisit(own),
    mayAnswer: own.status === 'planned' && own.visitOn >= ctx.today(),
    done: done === own.reply ? done : undefined,
  };
});

const detailFields = [
  { key: 'detail', header: words.detail, required: false, codec: text({ limit: LONGEST_REASON }) },
] as const;

export const action = ownPage(async ({ ctx, instructorId, params, request }) => {
  requirePermission(ctx, 'visit.reply', { instructorId });
  const form = await readForm(request);
  const textOf = (name: string) => textIn(form, name);
  const answer = textOf('answer') === 'accepted' ? ('accepted' as const) : ('declined' as const);
  const cause = words.causes.find((known) => known === textOf('cause'));
  const typed = { cause, detail: textOf('detail') };
  const again = (message: string, status: number, name?: string) =>
    data<ReplyAnswerShown>({ errors: [{ message, ...(name && { name }) }], typed }, { status });
  const read = parseFields(detailFields, typed);
  if (!read.ok) {
    const [first] = read.refusal;
    return again(first ? problemText(first.header, first.problem) : '', 422, 'detail');
  }
  const reason = [cause === words.other ? undefined : cause, read.value.detail].filter(Boolean).join('：');
  const visitId = params['id'] ?? '';
  try {
    const reply = { visitId, instructorId, version: Number(textOf('version')), answer, reason };
    const replied = await replyToVisit(ctx, reply);
    if (replied.ok) throw redirect(`/my/visits/${visitId}?done=${answer}`);
    const { kind } = replied.refusal;
    const isReason = kind === 'reason-missing' || kind === 'reason-too-long';
    const message = ownReplyRefusalText(replied.refusal);
    return isReason ? again(message, 422, kind === 'reason-missing' ? 'cause' : 'detail') : again(message, 409);
  } catch (error) {
    if (error instanceof Conflict) return again(words.visitMoved, 409);
    throw error;
  }
});

export default function OwnVisitPage({ loaderData, actionData }: Route.ComponentProps) {
  const { visit, mayAnswer, done } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.visitTitle(visit.day)} lead={leadOf(visit)} hasErrors={errors.length > 0} />
      <ErrorSummary errors={errors} />
      {done ? (
        <div className="mb-6">
          <Notification kind="success" title={words.done[done]} announce />
        </div>
      ) : null}
      {visit.status === 'held' ? (
        <p className="mb-6 print:hidden">
          <ButtonLink variant="solid" href={`${visit.href}/report`}>
            {reportText.own}
          </ButtonLink>
        </p>
      ) : null}
      <DescriptionList items={detailsOf(visit)} />
      {mayAnswer ? <ReplyForms visit={visit} answer={actionData} /> : null}
    </>
  );
}

function leadOf({ status, reply, cancelReason }: ShownVisit): string {
  if (status === 'cancelled') return words.cancelled(cancelReason);
  return status === 'held' ? words.heldNote : words.whatNext[reply];
}

function detailsOf(visit: ShownVisit) {
  const { day, time, host, place, program, trade, trainees, state, reason, enteredBy, number } = visit;
  return [
    { term: words.day, detail: day },
    { term: words.time, detail: time || words.noTime },
    { term: words.host, detail: host },
    { term: words.place, detail: place },
    { term: words.program, detail: program },
    { term: words.trade, detail: trade },
    { term: words.trainees, detail: words.people(trainees) },
    { term: words.number, detail: number },
    {
      term: words.answer,
      detail: (
        <>
          <b>{state}</b>
          {reason ? `（${reason}）` : ''}
          {enteredBy ? <span className="block">{words.enteredBy(enteredBy)}</span> : null}
        </>
      ),
    },
  ];
}
