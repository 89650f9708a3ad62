import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { TextField } from '#ui/text-field.tsx';
import { surveyText as words } from '../text.ts';
import type { loadVisitSurvey, VisitSurveyAnswer } from './visit-survey-page.server.ts';

type Page = Awaited<ReturnType<typeof loadVisitSurvey>>;

/** Piles of paper that were typed in, each with a way to take it back. */
export function EntryList({ page, answer }: { readonly page: Page; readonly answer: VisitSurveyAnswer | undefined }) {
  const { entries, mayWithdraw } = page;
  if (entries.length === 0) return null;
  return (
    <section className="max-w-4xl border-t border-solid-gray-420 pt-3">
      <h2 className="mb-2 text-std-20B-150">{words.entries}</h2>
      <ul className="flex flex-col gap-2">
        {entries.map(({ id, label, enteredOn, enteredBy, sheets, withdrawnReason }) => {
          const error = answer?.errors.find(({ name }) => name === `reason-${id}`)?.message;
          return (
            <li key={id} className="border-b border-solid-gray-420 pb-2">
              {`${enteredOn}　${label}　${sheets}枚　${words.enteredBy}：${enteredBy}`}
              {withdrawnReason === null ? '' : `　${words.withdrawn(withdrawnReason)}`}
              {withdrawnReason === null && mayWithdraw ? (
                <Disclosure summary={words.withdraw} open={error !== undefined}>
                  <Form method="post" className="flex flex-col gap-3">
                    <input type="hidden" name="intent" value="withdraw" />
                    <input type="hidden" name="entry" value={id} />
                    <p>{words.withdrawLead}</p>
                    <TextField
                      name="reason"
                      id={`field-reason-${id}`}
                      label={words.withdrawReason}
                      required
                      error={error}
                      width="long"
                      maxLength={200}
                    />
                    <div>
                      <Button>{words.withdraw}</Button>
                    </div>
                  </Form>
                </Disclosure>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
