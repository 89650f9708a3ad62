import { DescriptionList } from '#ui/description-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { settingsText as words } from '../settings-text.ts';
import type { FieldOf, ShownWeights } from './settings-page.server.ts';

type WeightFieldsProps = { readonly weights: ShownWeights; readonly field: FieldOf };

/** The weights of all constraints; to those who may not set them as values. */
export function WeightFields({ weights: { mayWeigh, rules }, field }: WeightFieldsProps) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-std-20B-150">{words.weights}</h2>
      <p>{mayWeigh ? words.weightsLead : words.weightsChief}</p>
      {mayWeigh ? (
        <div className="grid items-end gap-4 desktop:grid-cols-2">
          {rules.map(({ rule, name, help, usual }) => (
            <TextField
              key={rule}
              {...field(`weight-${rule}`)}
              label={name}
              required={false}
              hint={`${help}${words.usual(usual)}`}
              width="short"
              inputMode="numeric"
              autoComplete="off"
            />
          ))}
        </div>
      ) : (
        <DescriptionList
          items={rules.map(({ name, weight }) => ({ term: name, detail: String(weight) }))}
          columns={2}
        />
      )}
    </section>
  );
}
