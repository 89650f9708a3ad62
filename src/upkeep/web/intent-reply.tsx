import { data, Form } from 'react-router';
import { isUnstorable } from '#platform/errors.server.ts';
import { addressContext, deskContext } from '#server/desk.server.ts';
import { readForm } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PublicFrame } from '#ui/public-frame.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { answerEnquiry, openEnquiry, type IntentQuestion, type ReplyRefusal } from '../answer-enquiry.server.ts';
import { intentAnswers } from '../domain/intent-enquiry.ts';
import { replyRefusalText, replyText as words } from '../text.ts';
import type { Route } from './+types/intent-reply.ts';

const LONGEST_NOTE = 500;

/** What the page shows: the question of the link, or why it cannot be answered. */
type Shown =
  | { readonly question: IntentQuestion; readonly refused?: never }
  | { readonly refused: string; readonly question?: never };

export async function loader({ params, context }: Route.LoaderArgs) {
  const opening = { token: params.token, address: context.get(addressContext) };
  const opened = await openEnquiry(context.get(deskContext), opening);
  return opened.ok ? data<Shown>({ question: opened.value }) : refuse(opened.refusal);
}

function refuse(refusal: ReplyRefusal) {
  const status = refusal.kind === 'locked' ? 429 : refusal.kind === 'unknown' ? 404 : 410;
  return data<Shown>({ refused: replyRefusalText(refusal) }, { status });
}

type Answer = { readonly error?: string; readonly refused?: string; readonly note: string };

export async function action({ params, context, request }: Route.ActionArgs) {
  const form = await readForm(request);
  const typed = form.get('note');
  const note = (typeof typed === 'string' ? typed : '').replaceAll('\0', '').trim().slice(0, LONGEST_NOTE);
  const answer = intentAnswers.find(({ code }) => code === form.get('answer'))?.code;
  if (!answer) return data<Answer>({ error: words.missing, note }, { status: 422 });
  const reply = { token: params.token, address: context.get(addressContext), answer, note };
  try {
    const answered = await answerEnquiry(context.get(deskContext), reply);
    if (answered.ok) return data<Answer>({ note });
    const status = answered.refusal.kind === 'locked' ? 429 : 409;
    return data<Answer>({ refused: replyRefusalText(answered.refusal), note }, { status });
  } catch (error) {
    if (isUnstorable(error)) throw data(null, { status: 400 });
    throw error;
  }
}

export default function IntentReply({ loaderData, actionData }: Route.ComponentProps) {
  const { question } = loaderData;
  const refused = actionData?.refused ?? loaderData.refused;
  const office = question ? words.contact(question.office, question.phone) : undefined;
  return (
    <PublicFrame homeHref="/" corner={question?.office} large>
      <meta name="robots" content="noindex" />
      <PageHeader title={words.title} hasErrors={actionData?.error !== undefined} />
      {refused ? (
        <Notification kind="error" title={words.cannot} announce>
          {refused}
        </Notification>
      ) : null}
      {question && !refused && question.answer ? (
        <Notification kind="success" title={words.done} announce>
          <p>{words.doneLead[question.answer]}</p>
          <p>{words.change}</p>
          <p>{office}</p>
        </Notification>
      ) : null}
      {question && !refused && !question.answer ? <ReplyForm question={question} answer={actionData} /> : null}
    </PublicFrame>
  );
}

type ReplyFormProps = { readonly question: IntentQuestion; readonly answer: Answer | undefined };

function ReplyForm({ question, answer }: ReplyFormProps) {
  const error = answer?.error;
  return (
    <>
      <ErrorSummary errors={error ? [{ name: 'answer', message: error }] : []} />
      <p className="text-std-20B-150">{words.greeting(question.name)}</p>
      <p className="my-4">{words.lead(question.office)}</p>
      <p className="my-4">{words.until(question.expiresOn)}</p>
      <Form method="post" noValidate data-once className="flex flex-col gap-6">
        <RadioField
          name="answer"
          label={words.question}
          required
          error={error}
          options={intentAnswers.map(({ code, label }) => ({
            value: code,
            label,
            note: code === 'willing' ? words.willingNote : words.unwillingNote,
          }))}
        />
        <TextArea
          name="note"
          label={words.note}
          required={false}
          hint={words.noteHint}
          rows={3}
          limit={LONGEST_NOTE}
          defaultValue={answer?.note ?? ''}
        />
        <p className="text-dns-16N-130">{words.privacy(question.office)}</p>
        <div>
          <Button variant="solid" size="lg">
            {words.submit}
          </Button>
        </div>
        <p>{words.contact(question.office, question.phone)}</p>
      </Form>
    </>
  );
}
