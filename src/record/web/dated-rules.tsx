import { ChipLabel } from '#ui/chip-label.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import type { AnyField } from '../domain/field.ts';
import { RecordForm, type FormState } from './record-form.tsx';

type DatedRow = { readonly from: string; readonly inForce: boolean };

type RuleWords = Readonly<Record<'title' | 'from' | 'inForce' | 'set' | 'save', string>>;

type TableProps<Row> = {
  readonly words: RuleWords;
  readonly rules: readonly Row[];
  /** What stands beside the day that a rule begins on. */
  readonly columns: readonly Column<Row>[];
};

/** The rules that a corner sets from a day on, the one in force marked. */
export function DatedRuleTable<Row extends DatedRow>({ words, rules, columns }: TableProps<Row>) {
  return (
    <DataTable
      caption={words.title}
      captionHidden
      dense
      folds
      rows={rules}
      rowKey={({ from }) => from}
      columns={[
        {
          key: 'from',
          header: words.from,
          rowHeader: true,
          keepTogether: true,
          cell: ({ from, inForce }) => (
            <>
              {from} {inForce ? <ChipLabel tone="done">{words.inForce}</ChipLabel> : null}
            </>
          ),
        },
        ...columns,
      ]}
    />
  );
}

type FormProps = {
  readonly words: RuleWords;
  readonly fields: readonly AnyField[];
  /** Absent for who may only read. */
  readonly state: FormState | undefined;
  readonly cancelHref: string;
};

/** The next rule, for who may set it. */
export function DatedRuleForm({ words, fields, state, cancelHref }: FormProps) {
  if (!state) return null;
  return (
    <section className="mt-6 print:hidden">
      <RecordForm
        fields={fields}
        groups={[{ heading: words.set, keys: fields.map(({ key }) => key) }]}
        state={state}
        submitLabel={words.save}
        cancelHref={cancelHref}
      />
    </section>
  );
}
