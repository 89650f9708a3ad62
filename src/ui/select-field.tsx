import type { ComponentProps, ReactNode } from 'react';
import { controlAttributes, controlLook, Field, type FieldBase, type FieldWidth, fieldWidths } from './field.tsx';
import { Icon } from './icon.tsx';
import { uiText } from './text.ts';

export type SelectOption = {
  readonly value: string;
  readonly label: string;
  /** Neighbours of one group are listed under its name. */
  readonly group?: string | undefined;
};

type NativeSelect = Omit<
  ComponentProps<'select'>,
  keyof FieldBase | 'className' | 'disabled' | 'children' | 'size' | 'width'
>;

export type SelectFieldProps = FieldBase &
  NativeSelect & {
    readonly options: readonly SelectOption[];
    /** Words of the empty first choice, 「すべて」 in a filter; `null` leaves it out. */
    readonly blank?: string | null;
    readonly width?: FieldWidth;
  };

function Options({ options }: { readonly options: readonly SelectOption[] }): ReactNode {
  const groups: { name: string | undefined; options: SelectOption[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.name === option.group) last.options.push(option);
    else groups.push({ name: option.group, options: [option] });
  }
  return groups.map((group) => {
    const items = group.options.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
    return group.name === undefined ? (
      items
    ) : (
      <optgroup key={group.name} label={group.name}>
        {items}
      </optgroup>
    );
  });
}

/** One of a list too long for radio buttons (about seven). */
export function SelectField(props: SelectFieldProps) {
  const { name, label, required, hint, error, id, options, blank, width = 'medium', ...native } = props;
  const first = blank === undefined ? (required === undefined ? uiText.every : uiText.choose) : blank;
  const field = { name, label, required, hint, error, id };
  return (
    <Field field={field}>
      <div className={`relative ${fieldWidths[width]}`}>
        <select name={name} className={`${controlLook} appearance-none pr-9`} {...controlAttributes(field)} {...native}>
          {first === null ? null : <option value="">{first}</option>}
          <Options options={options} />
        </select>
        <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center">
          <Icon name="down" />
        </span>
      </div>
    </Field>
  );
}
