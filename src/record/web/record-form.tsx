import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { RecordField } from './record-field.tsx';
import type { AnyField } from '../domain/field.ts';
import { recordWords } from './text.ts';

/** Fields that belong together under one heading, in the order of the paper form. */
export type FieldGroup = {
  readonly heading: string;
  readonly keys: readonly string[];
  /** Left shut until somebody needs it: short entry on a phone. Open as soon as one of its fields is wrong. */
  readonly folded?: boolean;
  /** Two fields that belong to one thing stand beside each other where there is room. */
  readonly paired?: boolean;
};

/** What a form shows: the texts as the person typed them, and what was wrong with them. */
export type FormState = {
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly name?: string | undefined; readonly message: string }[];
  /** Makes a double submit one record. */
  readonly key: string;
  /** The version that the person saw; absent on a new record. */
  readonly version?: number;
};

export type RecordFormProps = {
  readonly fields: readonly AnyField[];
  readonly groups: readonly FieldGroup[];
  readonly state: FormState;
  readonly submitLabel: string;
  readonly cancelHref: string;
  /** Words offered while typing, by field: organizations, municipalities, trades. */
  readonly suggestions?: Readonly<Record<string, readonly string[]>>;
  /** Frequent values of a list, to be tapped instead of typed, by field. */
  readonly taps?: Readonly<Record<string, readonly string[]>>;
  /** What to know before saving, with the fields that confirm it. */
  readonly children?: ReactNode;
};

/** The form of one record, drawn from its fields. Works without JavaScript; nothing typed is lost on an error. */
export function RecordForm({
  children,
  fields,
  groups,
  state,
  submitLabel,
  cancelHref,
  suggestions = {},
  taps = {},
}: RecordFormProps) {
  const errorOf = (key: string) => state.errors.find(({ name }) => name === key)?.message;
  return (
    <Form method="post" noValidate data-density="compact" data-once>
      <ErrorSummary errors={state.errors} />
      {children}
      <input type="hidden" name="idempotency-key" value={state.key} />
      {state.version === undefined ? null : <input type="hidden" name="version" value={state.version} />}
      {groups.map((group) => (
        <Group key={group.heading} group={group} isWrong={group.keys.some((key) => errorOf(key) !== undefined)}>
          {group.keys.map((key) => {
            const field = fields.find((candidate) => candidate.key === key);
            if (!field) throw new Error(`no field ${key}`);
            return (
              <RecordField
                key={key}
                field={field}
                value={state.texts[key] ?? ''}
                error={errorOf(key)}
                suggestions={suggestions[key]}
                taps={taps[key]}
              />
            );
          })}
        </Group>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button variant="solid">{submitLabel}</Button>
        <ButtonLink variant="text" href={cancelHref}>
          {recordWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  );
}

type GroupProps = { readonly group: FieldGroup; readonly isWrong: boolean; readonly children: ReactNode };

function Group({ group: { heading, folded = false, paired = false }, isWrong, children }: GroupProps) {
  const fields = <div className={`grid max-w-3xl gap-4 ${paired ? 'desktop:grid-cols-2' : ''}`}>{children}</div>;
  if (folded) {
    return (
      <div className="mb-4 border-t border-solid-gray-420 pt-1">
        <Disclosure summary={heading} open={isWrong}>
          {fields}
        </Disclosure>
      </div>
    );
  }
  return (
    <fieldset className="mb-6 border-t border-solid-gray-420 pt-4">
      <legend className="text-std-18B-160 pr-3">{heading}</legend>
      {fields}
    </fieldset>
  );
}
