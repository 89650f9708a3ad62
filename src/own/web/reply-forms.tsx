import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import type { FormError } from '#ui/error-summary.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ownText as words } from '../text.ts';
import type { ShownVisit } from './show-visit.ts';

/** What is shown again when an answer was not taken. */
export type ReplyAnswerShown = {
  readonly errors: readonly FormError[];
  readonly typed: { readonly cause: string | undefined; readonly detail: string };
};

type ReplyFormsProps = { readonly visit: ShownVisit; readonly answer: ReplyAnswerShown | undefined };

/** Yes is one press; no asks for a reason, most of them to be chosen (FRM-35). */
export function ReplyForms({ visit, answer }: ReplyFormsProps) {
  const { reply, version } = visit;
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  return (
    <div className="mt-6 flex flex-col gap-4 print:hidden">
      {reply === 'accepted' ? null : (
        <Form method="post" data-once>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="answer" value="accepted" />
          <Button variant={reply === 'declined' ? 'outline' : 'solid'} size="lg" wide>
            {reply === 'declined' ? words.acceptAfterAll : words.accept}
          </Button>
        </Form>
      )}
      {reply === 'declined' ? null : (
        <Disclosure summary={reply === 'accepted' ? words.changeMind : words.decline} open={answer !== undefined}>
          <p className="mb-4">{words.declineLead}</p>
          <Form method="post" data-once noValidate className="flex flex-col gap-4">
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="answer" value="declined" />
            <RadioField
              name="cause"
              label={words.cause}
              required
              options={words.causes.map((cause) => ({ value: cause, label: cause }))}
              defaultValue={answer?.typed.cause}
              error={errorOf('cause')}
            />
            <TextField
              name="detail"
              label={words.detail}
              required={false}
              hint={words.detailHint}
              width="full"
              autoComplete="off"
              defaultValue={answer?.typed.detail ?? ''}
              error={errorOf('detail')}
            />
            <Button size="lg" wide>
              {words.decline}
            </Button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
