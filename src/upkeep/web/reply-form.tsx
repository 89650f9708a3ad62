import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import type { IntentQuestion } from '../answer-enquiry.server.ts';
import { intentAnswers, type IntentAnswer } from '../domain/intent-enquiry.ts';
import { replyText as words } from '../text.ts';

export const LONGEST_NOTE = 500;

/** An answer before it is sent. */
export type Draft = { readonly answer: IntentAnswer | ''; readonly note: string };

type ReplyFormProps = {
  readonly question: IntentQuestion;
  readonly draft: Draft | undefined;
  readonly errors: Readonly<Partial<Record<keyof Draft, string>>>;
};

/** 入力: the answer, and what somebody wants to say with it. */
export function ReplyForm({ question, draft, errors }: ReplyFormProps) {
  const named = (['answer', 'note'] as const).flatMap((name) => {
    const message = errors[name];
    return message === undefined ? [] : [{ name, message }];
  });
  return (
    <>
      <ErrorSummary errors={named} />
      <p className="text-std-20B-150">{words.greeting(question.name)}</p>
      <p className="my-4">{words.lead(question.office)}</p>
      <p className="my-4">{words.until(question.expiresOn)}</p>
      <Form method="post" action="?" noValidate className="flex flex-col gap-6">
        <RadioField
          name="answer"
          label={words.question}
          required
          error={errors.answer}
          defaultValue={draft?.answer}
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
          error={errors.note}
          defaultValue={draft?.note ?? ''}
        />
        <p className="text-dns-16N-130">{words.privacy(question.office)}</p>
        <div>
          <Button variant="solid" size="lg" name="step" value="check">
            {words.toConfirm}
          </Button>
        </div>
        <p>{words.contact(question.office, question.phone)}</p>
      </Form>
    </>
  );
}

type ReplyConfirmProps = {
  readonly question: IntentQuestion;
  readonly draft: Draft & { readonly answer: IntentAnswer };
};

/** 確認: every value as it will be kept, each with the way back, and a button that names the act (FRM-30). */
export function ReplyConfirm({ question, draft: { answer, note } }: ReplyConfirmProps) {
  const correct = (term: string) => (
    <Button size="sm" name="step" value="edit" aria-label={words.correctOf(term)}>
      {words.correct}
    </Button>
  );
  return (
    <Form method="post" action="?" data-once className="flex flex-col gap-6">
      <p className="text-std-20B-150">{words.greeting(question.name)}</p>
      <p>{words.confirmLead}</p>
      <input type="hidden" name="answer" value={answer} />
      <input type="hidden" name="note" value={note} />
      <DescriptionList
        items={[
          {
            term: words.question,
            detail: intentAnswers.find(({ code }) => code === answer)?.label,
            action: correct(words.question),
          },
          {
            term: words.note,
            detail: <span className="whitespace-pre-wrap">{note || words.noNote}</span>,
            action: correct(words.note),
          },
        ]}
      />
      <div>
        <Button variant="solid" size="lg" name="step" value="send">
          {words.send[answer]}
        </Button>
      </div>
      <p>{words.contact(question.office, question.phone)}</p>
    </Form>
  );
}
