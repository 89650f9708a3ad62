import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { ownText as words } from '../text.ts';
import type { showOwnConsents } from './show-consents.ts';

type ConsentFormProps = {
  readonly consents: ReturnType<typeof showOwnConsents>;
  /** 公開 of the ledger is 否, which hides everything. */
  readonly isHidden: boolean;
};

/** One choice for each item of the public profile: not public, or public until the end of a fiscal year. */
export function ConsentForm({ consents: { version, items }, isHidden }: ConsentFormProps) {
  return (
    <section className="mt-10">
      <h2 className="mb-2 text-std-20B-150">{words.consents}</h2>
      <p className="mb-4">{words.consentsLead}</p>
      {isHidden ? <p className="mb-4 text-std-18B-160">{words.consentsOff}</p> : null}
      <Form method="post" action="/my/profile" data-once className="flex flex-col gap-6">
        <input type="hidden" name="consents" value="yes" />
        <input type="hidden" name="version" value={version} />
        {items.map(({ name, label, value, state, until, options }) => (
          <div key={name}>
            <SelectField
              name={name}
              label={label}
              hint={
                <>
                  <span className="block whitespace-pre-line">{value}</span>
                  <span className="block">{state}</span>
                </>
              }
              blank={null}
              options={options}
              defaultValue={until}
              width="full"
            />
          </div>
        ))}
        <Button variant="solid" size="lg" wide>
          {words.saveConsents}
        </Button>
      </Form>
    </section>
  );
}
