import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import type { FormError } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ownText as words } from '../text.ts';

type PasswordFormProps = { readonly errors: readonly FormError[]; readonly shortest: number; readonly email: string };

/** Change of one's own password. The hidden address tells password managers whose it is. */
export function PasswordForm({ errors, shortest, email }: PasswordFormProps) {
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Form method="post" className="flex flex-col gap-6">
      <input type="hidden" name="email" value={email} autoComplete="username" />
      <TextField
        name="current-password"
        label={words.current}
        required
        type="password"
        autoComplete="current-password"
        error={errorOf('current-password')}
      />
      <TextField
        name="new-password"
        label={words.wanted}
        required
        hint={words.wantedHint(shortest)}
        type="password"
        autoComplete="new-password"
        error={errorOf('new-password')}
      />
      <div>
        <Button variant="solid">{words.submitPassword}</Button>
      </div>
    </Form>
  );
}
