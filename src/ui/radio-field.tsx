import { Choice, type ChoiceOption } from './choice.tsx';
import { controlAttributes, type FieldBase, FieldGroup } from './field.tsx';

export type RadioFieldProps = FieldBase & {
  readonly options: readonly ChoiceOption[];
  readonly defaultValue?: string | undefined;
  /** Short choices side by side. */
  readonly inline?: boolean;
};

/** One of a few, all in view. */
export function RadioField({ options, defaultValue, inline = false, ...field }: RadioFieldProps) {
  const { id, 'aria-invalid': invalid } = controlAttributes(field);
  return (
    <FieldGroup field={field}>
      <div className={`flex ${inline ? 'flex-wrap gap-x-4' : 'flex-col'}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="radio"
            id={index === 0 ? id : `${id}-${index}`}
            name={field.name}
            value={option.value}
            label={option.label}
            note={option.note}
            defaultChecked={option.value === defaultValue}
            aria-invalid={invalid}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
