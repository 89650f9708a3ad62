import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { DateField } from '#ui/date-field.tsx';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { settingsText as words } from '../settings-text.ts';
import type { FieldOf } from './settings-page.server.ts';

type RowsProps = { readonly typed: Readonly<Record<string, string>>; readonly field: FieldOf };

/** The periods in which nobody is sent, and an empty row for one more. */
export function ClosedRows({ typed, field }: RowsProps) {
  return listRows(typed, 'closed').map((row) => (
    <fieldset key={row} className="flex flex-wrap gap-x-4 gap-y-2">
      <legend className="mb-1 text-dns-16B-130">{words.closedUnit(row + 1)}</legend>
      <input type="hidden" name="closed" value={row} />
      <DateField {...field(`closed-${row}-from`)} label={words.closedFrom} required={false} />
      <DateField {...field(`closed-${row}-until`)} label={words.closedUntil} required={false} />
      <TextField
        {...field(`closed-${row}-reason`)}
        label={words.closedReason}
        required={false}
        hint={words.closedReasonHint}
        autoComplete="off"
      />
    </fieldset>
  ));
}

type ExtraRowsProps = RowsProps & {
  readonly trades: readonly SelectOption[];
  readonly municipalities: readonly SelectOption[];
};

/** The people who are only supposed, and an empty row for one more. */
export function ExtraRows({ typed, field, trades, municipalities }: ExtraRowsProps) {
  return listRows(typed, 'extra').map((row) => (
    <fieldset key={row} className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <legend className="mb-1 text-dns-16B-130">{words.extraUnit(row + 1)}</legend>
      <input type="hidden" name="extra" value={row} />
      <input type="hidden" name={`extra-${row}-id`} value={typed[`extra-${row}-id`] ?? ''} />
      <TextField
        {...field(`extra-${row}-name`)}
        label={words.extraName}
        required={false}
        hint={words.extraNameHint}
        autoComplete="off"
      />
      <SelectField
        {...field(`extra-${row}-kind`)}
        label={words.extraKind}
        required={false}
        options={instructorKinds.map(({ code, label }) => ({ value: code, label }))}
        blank={null}
      />
      <SelectField {...field(`extra-${row}-trade`)} label={words.extraTrade} required={false} options={trades} />
      <SelectField
        {...field(`extra-${row}-municipality`)}
        label={words.extraPlace}
        required={false}
        options={municipalities}
      />
      <TextField
        {...field(`extra-${row}-cap`)}
        label={words.extraCap}
        required={false}
        hint={words.extraCapHint}
        unit={words.sessionsUnit}
        width="short"
        inputMode="numeric"
        autoComplete="off"
      />
    </fieldset>
  ));
}

/** The rows that hold something, and one more. */
function listRows(typed: Readonly<Record<string, string>>, prefix: string): readonly number[] {
  const used = Object.keys(typed).flatMap((name) => {
    const [, row] = new RegExp(`^${prefix}-(\\d+)-`, 'u').exec(name) ?? [];
    return row === undefined ? [] : [Number(row) + 1];
  });
  return Array.from({ length: Math.max(0, ...used) + (used.length > 0 ? 0 : 1) }, (_, index) => index);
}
