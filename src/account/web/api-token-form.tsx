import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import type { FormError } from '#ui/error-summary.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { tokenAccesses } from '../domain/api-token-rule.ts';
import { apiTokenText as words, tokenAccessNames } from '../text.ts';

type ApiTokenFormProps = {
  readonly errors: readonly FormError[];
  readonly typed: { readonly name: string; readonly lastDay: string; readonly access: string } | undefined;
  readonly latest: string;
};

/** Issue of an API token. */
export function ApiTokenForm({ errors, typed, latest }: ApiTokenFormProps) {
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <section className="mt-8 max-w-3xl print:hidden">
      <h2 className="mb-4 text-std-20B-150">{words.issueTitle}</h2>
      <Form method="post" className="flex flex-col gap-6">
        <TextField
          name="name"
          label={words.name}
          required
          hint={words.nameHint}
          autoComplete="off"
          defaultValue={typed?.name ?? ''}
          error={errorOf('name')}
        />
        <RadioField
          name="access"
          label={words.access}
          required
          hint={words.accessHint}
          options={tokenAccesses.map((access) => ({ value: access, label: tokenAccessNames[access] }))}
          defaultValue={typed?.access ?? 'read'}
          error={errorOf('access')}
        />
        <DateField
          name="last-day"
          label={words.lastDay}
          required
          hint={words.lastDayHint(latest)}
          defaultValue={typed?.lastDay ?? ''}
          error={errorOf('last-day')}
        />
        <div>
          <Button variant="solid">{words.submit}</Button>
        </div>
      </Form>
    </section>
  );
}
