import { Choice, type ChoiceOption } from './choice.tsx';
import { controlAttributes, type FieldBase, FieldGroup } from './field.tsx';

export type CheckboxGroupProps = FieldBase & {
  readonly options: readonly ChoiceOption[];
  readonly defaultValues?: readonly string[];
  /** Short choices side by side. */
  readonly inline?: boolean;
};

/** Any number of a few; each ticked one is posted under the same name. */
export function CheckboxGroup({ options, defaultValues = [], inline = false, ...field }: CheckboxGroupProps) {
  const { id, 'aria-invalid': invalid } = controlAttributes(field);
  return (
    <FieldGroup field={field}>
      <div className={`flex ${inline ? 'flex-wrap gap-x-4' : 'flex-col'}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            id={index === 0 ? id : `${id}-${index}`}
            name={field.name}
            value={option.value}
            label={option.label}
            note={option.note}
            defaultChecked={defaultValues.includes(option.value)}
            aria-invalid={invalid}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
