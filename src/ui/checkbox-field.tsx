import type { ReactNode } from 'react';
import { Choice } from './choice.tsx';
import { controlAttributes, FieldError } from './field.tsx';

export type CheckboxFieldProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly note?: ReactNode;
  readonly value?: string;
  readonly defaultChecked?: boolean | undefined;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
};

/** A single yes: an option, or a statement that is confirmed. */
export function CheckboxField({ name, label, note, value = 'on', defaultChecked, error, id }: CheckboxFieldProps) {
  const control = controlAttributes({ name, label: '', error, id });
  return (
    <div>
      <Choice
        type="checkbox"
        {...control}
        name={name}
        value={value}
        label={label}
        note={note}
        defaultChecked={defaultChecked}
      />
      {error ? <FieldError id={control.id}>{error}</FieldError> : null}
    </div>
  );
}
