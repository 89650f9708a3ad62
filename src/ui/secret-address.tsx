import { Form } from 'react-router';
import { Button } from './button.tsx';
import { Notification } from './notification.tsx';

export type SecretAddressProps = {
  /** What holds now. */
  readonly lines: readonly string[];
  /** Right after it was made, and never again. */
  readonly made?: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly address: string;
    readonly how: string;
  };
  /** What was just done, where nothing was made. */
  readonly done?: string;
  readonly make: string;
  /** Of an address that holds: how it is ended, and what a new one does to it. */
  readonly end?: { readonly label: string; readonly lead: string };
};

/** Makes, replaces and ends a secret address; it is shown once. It posts `intent` make or stop. */
export function SecretAddress({ lines, made, done, make, end }: SecretAddressProps) {
  return (
    <div className="max-w-3xl">
      {done ? (
        <div className="mb-6">
          <Notification kind="success" title={done} announce />
        </div>
      ) : null}
      {made ? <Made {...made} /> : null}
      {made
        ? null
        : lines.map((line) => (
            <p key={line} className="mb-2">
              {line}
            </p>
          ))}
      <Form method="post" data-once className="mt-4 print:hidden">
        {end ? <p className="mb-2">{end.lead}</p> : null}
        <div className="flex flex-wrap gap-3">
          <Button variant={end ? 'outline' : 'solid'} name="intent" value="make">
            {make}
          </Button>
          {end ? (
            <Button name="intent" value="stop">
              {end.label}
            </Button>
          ) : null}
        </div>
      </Form>
    </div>
  );
}

function Made({ title, lead, label, address, how }: NonNullable<SecretAddressProps['made']>) {
  return (
    <section className="mb-6">
      <Notification kind="success" title={title} announce>
        {lead}
      </Notification>
      <h2 className="mt-4 text-std-18B-160">{label}</h2>
      <p className="my-2 wrap-anywhere">
        <a href={address}>{address}</a>
      </p>
      <p>{how}</p>
    </section>
  );
}
