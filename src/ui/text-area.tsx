import type { ComponentProps } from 'react';
import { controlAttributes, Field, type FieldBase, type FieldWidth, fieldWidths } from './field.tsx';
import { limitHint } from './text.ts';

type NativeTextArea = Omit<
  ComponentProps<'textarea'>,
  keyof FieldBase | 'className' | 'disabled' | 'placeholder' | 'readOnly' | 'width' | 'onInput'
>;

export type TextAreaProps = FieldBase &
  NativeTextArea & {
    /** Longest text in graphemes; told before typing, counted while typing (public/desk.js), never cut (FRM-22, FRM-35). */
    readonly limit?: number | undefined;
    readonly width?: FieldWidth;
  };

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { name, label, required, hint, error, id, limit, width = 'long', rows = 4, ...native } = props;
  const limited = limit === undefined ? '' : limitHint(limit);
  const field = {
    name,
    label,
    required,
    hint:
      hint && limited ? (
        <>
          {hint}（{limited}）
        </>
      ) : (
        (hint ?? limited)
      ),
    error,
    id,
  };
  return (
    <Field field={field}>
      <textarea
        name={name}
        rows={rows}
        className={`w-full ${fieldWidths[width]} rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-std-16N-170 text-solid-gray-800 hover:border-black aria-invalid:border-2 aria-invalid:border-error-1`}
        data-limit={limit}
        {...controlAttributes(field)}
        {...native}
      />
      {limit === undefined ? null : <output data-count className="block text-dns-14N-130" />}
    </Field>
  );
}
