import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { candidateText as words, scoutingText } from '../text.ts';
import type { FoundAnswer } from './register-found.server.ts';

type FoundPeopleProps = {
  readonly applications: readonly { readonly name: string; readonly state: string; readonly href: string }[];
  readonly canRegister: boolean;
  readonly formKey: string;
  readonly answer: FoundAnswer | undefined;
};

/** The applications that came of a visit, and the short form that opens another. */
export function FoundPeople({ applications, canRegister, formKey, answer }: FoundPeopleProps) {
  if (!canRegister && applications.length === 0) return null;
  return (
    <section aria-labelledby="found-people" className="mb-6">
      <h2 id="found-people" className="text-std-18B-160 mb-2">
        {words.title}
      </h2>
      <ul className="mb-2">
        {applications.map(({ name, state, href }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-6 items-center">
              {name}
            </a>
            （{state}）
          </li>
        ))}
      </ul>
      {canRegister ? <FoundForm idempotencyKey={formKey} answer={answer} /> : null}
    </section>
  );
}

type FoundFormProps = { readonly idempotencyKey: string; readonly answer: FoundAnswer | undefined };

function FoundForm({ idempotencyKey, answer }: FoundFormProps) {
  const field = (name: string) => ({
    name,
    defaultValue: answer?.texts[name] ?? '',
    error: answer?.errors.find((error) => error.name === name)?.message,
    required: true,
    autoComplete: 'off',
  });
  return (
    <div className="print:hidden">
      <ErrorSummary errors={answer?.errors ?? []} />
      <Disclosure summary={words.summary} open={answer !== undefined}>
        <p className="mb-2">{words.lead}</p>
        <Form
          method="post"
          noValidate
          data-density="compact"
          data-once
          className="flex flex-wrap items-end gap-x-3 gap-y-2"
        >
          <input type="hidden" name="idempotency-key" value={answer?.texts['idempotency-key'] ?? idempotencyKey} />
          <TextField {...field('name')} label={words.name} />
          <TextField {...field('nameKana')} label={words.nameKana} />
          <TextField {...field('trades')} label={scoutingText.trade} hint={words.tradesHint} />
          <Button variant="solid">{words.button}</Button>
        </Form>
      </Disclosure>
    </div>
  );
}
