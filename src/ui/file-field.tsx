import type { ComponentProps } from 'react';
import { controlAttributes, Field, type FieldBase } from './field.tsx';

export type FileFieldProps = FieldBase & Pick<ComponentProps<'input'>, 'accept' | 'multiple'>;

/** A file from the person's machine. The hint must tell kinds, size and number before choosing (FRM-37). */
export function FileField({ accept, multiple, ...field }: FileFieldProps) {
  return (
    <Field field={field}>
      <input
        type="file"
        name={field.name}
        accept={accept}
        multiple={multiple}
        className="w-full max-w-xl rounded-8 border border-dashed border-solid-gray-600 bg-white p-3 text-dns-16N-130 file:mr-4 file:min-h-11 file:rounded-8 file:border file:border-solid file:border-key-900 file:bg-white file:px-4 file:text-oln-16B-100 file:text-key-900 hover:file:bg-key-200 hover:file:underline aria-invalid:border-2 aria-invalid:border-error-1"
        {...controlAttributes(field)}
      />
    </Field>
  );
}
