import type { ComponentProps } from 'react';
import { controlAttributes, controlLook, Field, type FieldBase, type FieldWidth, fieldWidths } from './field.tsx';
import { uiText } from './text.ts';

type NativeInput = Omit<
  ComponentProps<'input'>,
  keyof FieldBase | 'className' | 'disabled' | 'placeholder' | 'readOnly' | 'size' | 'type' | 'width'
>;

export type TextFieldProps = FieldBase &
  NativeInput & {
    /** No `email` or `number`: the browser would refuse full-width characters that the server accepts (FRM-21). */
    readonly type?: 'text' | 'password' | 'search' | 'tel';
    readonly width?: FieldWidth;
    /** Unit beside the control, such as 円 or 回. */
    readonly unit?: string | undefined;
    /** The value cannot be changed here; says why, and marks the field 「編集不可」 (DES-09). */
    readonly readOnlyReason?: string | undefined;
  };

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    required,
    hint,
    error,
    id,
    type = 'text',
    width = 'medium',
    unit,
    readOnlyReason,
    ...native
  } = props;
  const shownHint = readOnlyReason ? `${uiText.readOnly}：${readOnlyReason}` : hint;
  const field = { name, label, required, hint: shownHint, error, id };
  return (
    <Field field={field}>
      <div className={`flex items-center gap-2 ${fieldWidths[width]}`}>
        <input
          name={name}
          type={type}
          className={`${controlLook} ${readOnlyReason === undefined ? '' : 'border-dashed bg-solid-gray-50'}`}
          readOnly={readOnlyReason !== undefined}
          {...controlAttributes(field)}
          {...native}
        />
        {unit ? <span className="shrink-0">{unit}</span> : null}
      </div>
    </Field>
  );
}
