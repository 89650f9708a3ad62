import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { visitText as words } from '../text.ts';

type Person = { readonly id: string; readonly name: string };

type CoordinatorProps = {
  readonly current: Person | undefined;
  /** Empty for those who may only read. */
  readonly choices: readonly Person[];
  readonly error: string | undefined;
};

/** Who is in charge of a visit, and the choice of somebody else. */
export function Coordinator({ current, choices, error }: CoordinatorProps) {
  // Who is in charge already may have lost the right since.
  const others = choices.filter(({ id }) => id !== current?.id);
  const people = current ? [current, ...others] : others;
  return (
    <section className="mb-6 max-w-3xl">
      <h2 className="text-std-18B-160">{words.coordinator}</h2>
      <p>{current?.name ?? words.noCoordinator}</p>
      {choices.length === 0 ? null : (
        <Form
          method="post"
          data-density="compact"
          data-once
          className="mt-2 flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden"
        >
          <input type="hidden" name="intent" value="coordinator" />
          <SelectField
            name="coordinator"
            label={words.coordinator}
            blank={words.noCoordinator}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={current?.id ?? ''}
            error={error}
          />
          <Button>{words.saveCoordinator}</Button>
        </Form>
      )}
    </section>
  );
}
