import type { ReactNode } from 'react';
import { uiText } from './text.ts';

/** What every field takes. The id follows from the name, so that the error summary can point at it. */
export type FieldBase = {
  readonly name: string;
  readonly label: string;
  /** Marks the label 「※必須」 or 「※任意」 (DES-11). Left out only in filters, where nothing is required. */
  readonly required?: boolean | undefined;
  /** Support text between label and control: what to write and in which form. There is no placeholder (DES-09). */
  readonly hint?: ReactNode;
  /** The sentence of the error, without the 「＊」. */
  readonly error?: string | undefined;
  /** Tells apart two fields of one name on one page. */
  readonly id?: string | undefined;
};

/** What the control itself must carry to be tied to its label, hint and error (DES-10). */
export type ControlAttributes = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
};

export type FieldWidth = 'short' | 'medium' | 'long' | 'full';

/** Width fits what is expected (DES-08): a number or date, a name, an address, the whole column. */
export const fieldWidths: Record<FieldWidth, string> = {
  short: 'max-w-40',
  medium: 'max-w-80',
  long: 'max-w-xl',
  full: 'max-w-full',
};

/** Look of the one-line controls. */
export const controlLook =
  'h-(--control-height) w-full rounded-8 border border-solid-gray-600 bg-white px-3 text-oln-16N-100 text-solid-gray-800 hover:border-black aria-invalid:border-2 aria-invalid:border-error-1';

/** The id of the control of a name; `ErrorSummary` links to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** Ids and states for the control of a field. */
export function controlAttributes(field: FieldBase): ControlAttributes {
  const id = field.id ?? fieldId(field.name);
  const described = [field.hint ? `${id}-hint` : '', field.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': field.error ? true : undefined,
    'aria-required': field.required ? true : undefined,
  };
}

function RequirementMark({ required }: { readonly required: boolean | undefined }) {
  if (required === undefined) return null;
  return required ? (
    <span className="ml-2 text-red-800">{uiText.required}</span>
  ) : (
    <span className="ml-2 font-400 text-solid-gray-600">{uiText.optional}</span>
  );
}

const labelLook = 'block text-std-16B-170 text-solid-gray-800 in-data-[density=compact]:text-dns-14B-130';

export function FieldHint({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={`${id}-hint`} className="text-dns-16N-130 text-solid-gray-700 in-data-[density=compact]:text-dns-14N-130">
      {children}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="text-dns-16N-130 text-error-2">
      ＊{children}
    </p>
  );
}

/** Label, support text, control and error of one control, in that order (DES-10). */
export function Field({ field, children }: { readonly field: FieldBase; readonly children: ReactNode }) {
  const { id } = controlAttributes(field);
  return (
    <div className="flex flex-col gap-2 in-data-[density=compact]:gap-1">
      <label htmlFor={id} className={labelLook}>
        {field.label}
        <RequirementMark required={field.required} />
      </label>
      {field.hint ? <FieldHint id={id}>{field.hint}</FieldHint> : null}
      {children}
      {field.error ? <FieldError id={id}>{field.error}</FieldError> : null}
    </div>
  );
}

/** The same for several controls under one question; what must be read aloud belongs into the label (DES-17). */
export function FieldGroup({ field, children }: { readonly field: FieldBase; readonly children: ReactNode }) {
  const { id, 'aria-describedby': describedBy } = controlAttributes(field);
  return (
    <fieldset aria-describedby={describedBy} className="flex min-w-0 flex-col gap-1">
      <legend className={`${labelLook} mb-1`}>
        {field.label}
        <RequirementMark required={field.required} />
      </legend>
      {field.hint ? <FieldHint id={id}>{field.hint}</FieldHint> : null}
      {children}
      {field.error ? <FieldError id={id}>{field.error}</FieldError> : null}
    </fieldset>
  );
}
