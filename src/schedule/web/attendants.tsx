import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { visitText as words } from '../text.ts';

type Person = { readonly id: string; readonly name: string };

type AttendantsProps = {
  readonly current: readonly Person[];
  /** Empty for those who may only read. */
  readonly choices: readonly Person[];
  readonly error: string | undefined;
};

/** Which staff were at a visit, or are to be, and the choice of others. */
export function Attendants({ current, choices, error }: AttendantsProps) {
  // Who was there may have left since.
  const people = [...current, ...choices.filter(({ id }) => current.every((person) => person.id !== id))];
  return (
    <section className="mb-6 max-w-3xl">
      <h2 className="text-std-18B-160">{words.attendants}</h2>
      <p>{current.length === 0 ? words.noAttendants : current.map(({ name }) => name).join('、')}</p>
      {choices.length === 0 ? null : (
        <Form
          method="post"
          data-density="compact"
          data-once
          className="mt-2 flex flex-col items-start gap-2 print:hidden"
        >
          <input type="hidden" name="intent" value="attendants" />
          <CheckboxGroup
            name="attendant"
            label={words.attendants}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValues={current.map(({ id }) => id)}
            error={error}
            inline
          />
          <Button>{words.saveAttendants}</Button>
        </Form>
      )}
    </section>
  );
}
