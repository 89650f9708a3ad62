import { fieldId } from './field.tsx';
import { Icon } from './icon.tsx';
import { errorSummaryHeading, kindWord } from './text.ts';

export type FormError = {
  /** Name of the field at fault; absent when the whole form is. */
  readonly name?: string | undefined;
  /** Same words as beside the field. */
  readonly message: string;
};

/**
 * What is wrong with a form, at its top, each error a link to its field (DES-20). It takes the focus when it
 * appears.
 */
export function ErrorSummary({ errors }: { readonly errors: readonly FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <section
      tabIndex={-1}
      autoFocus
      aria-labelledby="error-summary-heading"
      className="mb-6 flex gap-3 rounded-12 border-2 border-error-1 bg-white p-4 desktop:px-6"
    >
      <span className="text-error-1">
        <Icon name="error" large />
      </span>
      <div>
        <h2 id="error-summary-heading" className="text-std-18B-160">
          <span className="sr-only">{kindWord.error}：</span>
          {errorSummaryHeading(errors.length)}
        </h2>
        <ul className="mt-1">
          {errors.map(({ name, message }) => (
            <li key={`${name ?? ''} ${message}`} className="py-0.5">
              {name === undefined ? message : <a href={`#${fieldId(name)}`}>{message}</a>}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
