import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import type { FormError } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ownText, secondFactorText as words } from '../text.ts';

/** What someone with a second factor may do with it; each asks for the password. */
export function SecondFactorChanges({ errors }: { readonly errors: readonly FormError[] }) {
  const changes = [
    { name: 'renew-password', title: words.renew, lead: words.renewLead },
    { name: 'replace-password', title: words.replace, lead: words.replaceLead },
  ];
  return (
    <div className="flex flex-col gap-10">
      {changes.map(({ name, title, lead }) => (
        <section key={name}>
          <h2 className="text-std-20B-150">{title}</h2>
          <p className="mt-1 mb-4">{lead}</p>
          <Form method="post" className="flex flex-col gap-4">
            <TextField
              name={name}
              label={ownText.current}
              required
              type="password"
              autoComplete="current-password"
              error={errors.find((error) => error.name === name)?.message}
            />
            <div>
              <Button>{title}</Button>
            </div>
          </Form>
        </section>
      ))}
    </div>
  );
}
