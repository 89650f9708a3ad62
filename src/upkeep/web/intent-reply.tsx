import { data, redirect } from 'react-router';
import { isUnstorable } from '#platform/errors.server.ts';
import { multiline } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { addressContext, deskContext } from '#server/desk.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { StepNavigation } from '#ui/step-navigation.tsx';
import { answerEnquiry, openEnquiry, type IntentQuestion, type ReplyRefusal } from '../answer-enquiry.server.ts';
import { intentAnswers, type IntentAnswer } from '../domain/intent-enquiry.ts';
import { replyRefusalText, replyRefusalTitle, replyText as words } from '../text.ts';
import type { Route } from './+types/intent-reply.ts';
import { LONGEST_NOTE, ReplyConfirm, ReplyForm, type Draft } from './reply-form.tsx';

type Refused = { readonly title: string; readonly reason: string };

/** What the page shows: the question of the link, or why it cannot be answered. */
type Shown =
  | { readonly question: IntentQuestion; readonly justAnswered: boolean; readonly refused?: never }
  | { readonly refused: Refused; readonly question?: never };

/** In the address of the page that follows an answer, so that a reload sends nothing again. */
const DONE = 'done';

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const opening = { token: params.token, address: context.get(addressContext) };
  const opened = await openEnquiry(context.get(deskContext), opening);
  if (opened.ok) {
    return data<Shown>({ question: opened.value, justAnswered: new URL(request.url).searchParams.has(DONE) });
  }
  const { kind } = opened.refusal;
  const status = kind === 'locked' ? 429 : kind === 'unknown' ? 404 : 410;
  return data<Shown>({ refused: describe(opened.refusal) }, { status });
}

function describe(refusal: ReplyRefusal): Refused {
  return { title: replyRefusalTitle(refusal), reason: replyRefusalText(refusal) };
}

/** Where an entry goes: back to the form, on to the confirmation, or nowhere because the link takes no answer. */
type Entry =
  | { readonly stage: 'input'; readonly draft: Draft; readonly errors: Readonly<Partial<Record<keyof Draft, string>>> }
  | { readonly stage: 'confirm'; readonly draft: Draft & { readonly answer: IntentAnswer } }
  | { readonly stage: 'refused'; readonly refused: Refused };

export async function action({ params, context, request }: Route.ActionArgs) {
  const form = await readForm(request);
  const read = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const answer = intentAnswers.find(({ code }) => code === read('answer'))?.code;
  const note = readNote(read('note'));
  const draft = { answer: answer ?? '', note: note.text } as const;
  const errors = { ...(!answer && { answer: words.missing }), ...(note.error && { note: note.error }) };
  if (!answer || errors.note) return data<Entry>({ stage: 'input', draft, errors }, { status: 422 });
  if (read('step') === 'edit') return data<Entry>({ stage: 'input', draft, errors: {} });
  if (read('step') !== 'send') return data<Entry>({ stage: 'confirm', draft: { ...draft, answer } });
  const reply = { token: params.token, address: context.get(addressContext), answer, note: draft.note };
  try {
    const answered = await answerEnquiry(context.get(deskContext), reply);
    if (answered.ok) throw redirect(`/replies/${encodeURIComponent(params.token)}?${DONE}`);
    const status = answered.refusal.kind === 'locked' ? 429 : 409;
    return data<Entry>({ stage: 'refused', refused: describe(answered.refusal) }, { status });
  } catch (error) {
    if (isUnstorable(error)) throw data(null, { status: 400 });
    throw error;
  }
}

/** The note as it will be kept, or as it was typed with what is wrong with it. */
function readNote(typed: string): { readonly text: string; readonly error?: string } {
  if (typed === '') return { text: '' };
  const written = multiline({ limit: LONGEST_NOTE }).parse(typed);
  return written.ok ? { text: written.value } : { text: typed, error: problemText(words.note, written.refusal) };
}

export default function IntentReply({ loaderData, actionData }: Route.ComponentProps) {
  const { question } = loaderData;
  const refused = loaderData.refused ?? (actionData?.stage === 'refused' ? actionData.refused : undefined);
  return (
    <PublicFrame homeHref="/" corner={question?.office}>
      <meta name="robots" content="noindex" />
      {refused || !question ? (
        <Closed refused={refused} question={question} />
      ) : question.answer ? (
        <Answered question={question} answer={question.answer} justAnswered={loaderData.justAnswered} />
      ) : (
        <Entering question={question} entry={actionData?.stage === 'refused' ? undefined : actionData} />
      )}
    </PublicFrame>
  );
}

function Closed({
  refused,
  question,
}: {
  readonly refused: Refused | undefined;
  readonly question: IntentQuestion | undefined;
}) {
  return (
    <>
      <PageHeader title={refused?.title ?? words.title} />
      <p>{refused?.reason}</p>
      {question ? <p className="mt-4">{words.contact(question.office, question.phone)}</p> : null}
    </>
  );
}

type AnsweredProps = {
  readonly question: IntentQuestion;
  readonly answer: IntentAnswer;
  readonly justAnswered: boolean;
};

function Answered({ question, answer, justAnswered }: AnsweredProps) {
  const lead = (
    <>
      {question.receipt === null ? null : (
        <p>
          <strong className="block">{words.receipt(question.receipt)}</strong>
          {words.receiptLead}
        </p>
      )}
      <p>{words.doneLead[answer]}</p>
      <p>{words.change}</p>
      <p>{words.contact(question.office, question.phone)}</p>
    </>
  );
  if (!justAnswered) {
    return (
      <>
        <PageHeader title={words.answered} />
        <div className="flex flex-col gap-2">{lead}</div>
      </>
    );
  }
  return (
    <>
      <PageHeader title={words.done} />
      <Stages current="done" />
      <Notification kind="success" title={words.done} announce>
        {lead}
      </Notification>
    </>
  );
}

type EnteringProps = {
  readonly question: IntentQuestion;
  readonly entry: Exclude<Entry, { readonly stage: 'refused' }> | undefined;
};

function Entering({ question, entry }: EnteringProps) {
  if (entry?.stage === 'confirm') {
    return (
      <>
        <PageHeader title={words.confirmTitle} />
        <Stages current="confirm" />
        <ReplyConfirm question={question} draft={entry.draft} />
      </>
    );
  }
  const errors = entry?.errors ?? {};
  return (
    <>
      <PageHeader title={words.title} hasErrors={Object.keys(errors).length > 0} />
      <Stages current="input" />
      <ReplyForm question={question} draft={entry?.draft} errors={errors} />
    </>
  );
}

const stages = ['input', 'confirm', 'done'] as const;

/** 入力 → 確認 → 完了 (FRM-30). */
function Stages({ current }: { readonly current: (typeof stages)[number] }) {
  const here = stages.indexOf(current);
  const steps = stages.map((stage, index) => ({
    label: words.steps[stage],
    state: index < here ? ('completed' as const) : index === here ? ('reached' as const) : ('upcoming' as const),
    current: index === here,
  }));
  return (
    <div className="mb-6">
      <StepNavigation steps={steps} />
    </div>
  );
}
