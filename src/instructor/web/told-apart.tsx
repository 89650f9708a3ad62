import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { fieldId } from '#ui/field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { mergeText as words } from '../merge-text.ts';

type Linked = { readonly id: string; readonly label: string; readonly href: string };

type TellApartFormProps = {
  readonly one: Linked;
  readonly other: Linked;
  /** Tells the reasons of several pairs on one page apart. */
  readonly id: string;
  readonly answer: { readonly reason: string; readonly message: string } | undefined;
};

/** Says of one pair that it is two people, with the reason. */
export function TellApartForm({ one, other, id, answer }: TellApartFormProps) {
  return (
    <Disclosure summary={words.tellApart} open={answer !== undefined}>
      <Form method="post" noValidate data-once className="flex flex-col gap-2">
        <input type="hidden" name="one" value={one.id} />
        <input type="hidden" name="other" value={other.id} />
        <p>{words.tellApartLead(one.label, other.label)}</p>
        <TextField
          name="reason"
          id={fieldId(id)}
          label={words.whyApart}
          required
          hint={words.whyApartHint}
          defaultValue={answer?.reason ?? ''}
          error={answer?.message}
          width="full"
        />
        <p>{words.apartAgain}</p>
        <div>
          <Button>{words.tellApart}</Button>
        </div>
      </Form>
    </Disclosure>
  );
}

type ToldApartProps = {
  readonly pairs: readonly {
    readonly key: string;
    readonly one: Linked;
    readonly other: Linked;
    readonly reason: string;
    readonly decided: string;
  }[];
};

/** The pairs that were said to be two people, each with its reason and the way back. */
export function ToldApart({ pairs }: ToldApartProps) {
  if (pairs.length === 0) return null;
  return (
    <section className="mt-8">
      <DataTable
        caption={`${words.toldApart} ${pairs.length}組`}
        dense
        rows={pairs}
        rowKey={({ key }) => key}
        columns={[
          { key: 'one', header: words.one, cell: ({ one }) => <a href={one.href}>{one.label}</a>, rowHeader: true },
          { key: 'other', header: words.other, cell: ({ other }) => <a href={other.href}>{other.label}</a> },
          { key: 'reason', header: words.whyApart, cell: ({ reason }) => reason },
          { key: 'decided', header: words.decided, cell: ({ decided }) => decided },
          {
            key: 'act',
            header: words.act,
            cell: ({ one, other }) => (
              <Form method="post" data-once>
                <input type="hidden" name="intent" value="undo" />
                <input type="hidden" name="one" value={one.id} />
                <input type="hidden" name="other" value={other.id} />
                <Button aria-label={words.undoOf(one.label, other.label)}>{words.undo}</Button>
              </Form>
            ),
          },
        ]}
      />
    </section>
  );
}
