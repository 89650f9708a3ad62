import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { fieldId, type FieldWidth } from '#ui/field.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { AnyField, ControlKind } from '../domain/field.ts';
import { recordWords } from './text.ts';

type RecordFieldProps = {
  readonly field: AnyField;
  readonly value: string;
  readonly error: string | undefined;
  readonly suggestions?: readonly string[] | undefined;
  readonly taps?: readonly string[] | undefined;
  /** A list of suggestions that stands on the page once for several fields. */
  readonly listId?: string | undefined;
};

/** More choices than this are a list to open, fewer are all in sight. */
const MOST_RADIOS = 4;

const widths: Partial<Record<ControlKind, FieldWidth>> = {
  kana: 'long',
  list: 'long',
  email: 'long',
  integer: 'short',
  decimal: 'short',
  time: 'short',
  'postal-code': 'short',
};

/** The control that fits the kind of value; it posts the text that the field's codec reads. */
export function RecordField({ field, value, error, suggestions, taps = [], listId: shared }: RecordFieldProps) {
  const { key: name, header: label, required, hint, codec } = field;
  const base = { name, label, required, hint, error };
  const options = codec.choices?.map((choice) => ({ value: choice.label, label: choice.label })) ?? [];
  if (codec.control === 'multiline')
    return <TextArea {...base} defaultValue={value} limit={codec.limit} width="full" />;
  if (codec.control === 'date')
    return <DateField {...base} {...(hint === undefined ? {} : { hint })} defaultValue={value.replaceAll('-', '/')} />;
  if (codec.control === 'choices') {
    return <CheckboxGroup {...base} options={options} defaultValues={value.split(';')} inline />;
  }
  if (codec.control === 'choice' && options.length <= MOST_RADIOS && required) {
    return <RadioField {...base} options={options} defaultValue={value} inline />;
  }
  if (codec.control === 'choice') return <SelectField {...base} options={options} defaultValue={value} />;
  const listId = suggestions ? `${fieldId(name)}-suggestions` : shared;
  return (
    <>
      <TextField
        {...base}
        defaultValue={withoutTapped(value, taps)}
        width={widths[codec.control] ?? 'long'}
        unit={field.unit}
        list={listId}
        autoComplete={field.autocomplete ?? 'off'}
        {...(codec.control === 'integer' && { inputMode: 'numeric' as const })}
        {...(codec.control === 'phone' && { type: 'tel' as const })}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {taps.length > 0 ? <Taps name={name} label={label} value={value} taps={taps} /> : null}
    </>
  );
}

type TapsProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly taps: readonly string[];
};

/** Frequent values as boxes to tick; they are posted under the name of the list and join what is typed. */
function Taps({ name, label, value, taps }: TapsProps) {
  const given = value.split(';');
  return (
    <fieldset className="-mt-2 min-w-0">
      <legend className="text-dns-14N-130 text-solid-gray-700">{recordWords.taps(label)}</legend>
      <div className="flex flex-wrap gap-x-4">
        {taps.map((tap) => (
          <Choice key={tap} type="checkbox" name={name} value={tap} label={tap} defaultChecked={given.includes(tap)} />
        ))}
      </div>
    </fieldset>
  );
}

/** What stands as a box need not stand in the text too. */
function withoutTapped(value: string, taps: readonly string[]): string {
  if (taps.length === 0) return value;
  return value
    .split(';')
    .filter((part) => !taps.includes(part))
    .join(';');
}
