import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { planLines, type ExtraInstructor, type PlanSettings } from '#matching/domain/planning-settings.ts';
import { weighedConstraints } from '#matching/domain/planning-weights.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { Codec } from '#record/domain/field.ts';
import { integer, yen } from '#record/domain/number-codecs.ts';
import { problemText } from '#record/text.ts';
import { textIn } from '#server/read-form.server.ts';
import { constraintName } from '../constraint-text.ts';
import { settingsText as words } from '../settings-text.ts';

type Error = { readonly name: string; readonly message: string };

/** What a form says, and everything in it that cannot be read; settings are whole only where there is no error. */
export type ReadSettings = { readonly settings: PlanSettings; readonly errors: readonly Error[] };

type Known = {
  readonly current: PlanSettings;
  /** Weights are the chief's: from others they stay as they are, whatever is sent. */
  readonly mayWeigh: boolean;
};

/** Reads the form of the conditions. A row without any entry is left out, which is how one is taken away. */
export function readSettingsForm(form: FormData, { current, mayWeigh }: Known): ReadSettings {
  const errors: Error[] = [];
  const read = <Value>(name: string, header: string, codec: Codec<Value>): Value | null => {
    const typed = textIn(form, name).trim();
    if (typed === '') return null;
    const parsed = codec.parse(typed);
    if (parsed.ok) return parsed.value;
    errors.push({ name, message: problemText(header, parsed.refusal) });
    return null;
  };
  const figures = <Key extends string>(
    prefix: string,
    keys: readonly { readonly key: Key; readonly label: string }[],
  ) =>
    Object.fromEntries(
      keys.flatMap(({ key, label }) => {
        const value = read(`${prefix}-${key}`, label, integer());
        return value === null ? [] : [[key, value]];
      }),
    ) as Partial<Record<Key, number>>;
  const day = (name: string, header: string) => read(name, header, date());
  const rules = weighedConstraints.map((key) => ({ key, label: constraintName(key) }));
  // In the order of the form, which is that of the errors.
  const settings: PlanSettings = {
    from: day('from', words.from),
    until: day('until', words.until),
    moveAgreed: form.has('moveAgreed'),
    weights: mayWeigh ? figures('weight', rules) : current.weights,
    targets: figures('target', planLines),
    budgetYen: read('budgetYen', words.budget, yen()),
    closedPeriods: rowsOf(form, 'closed').flatMap((row) => readClosed({ form, row, errors, day })),
    extraInstructors: rowsOf(form, 'extra').flatMap((row) => readExtra({ form, row, errors, read })),
  };
  return { settings, errors };
}

function rowsOf(form: FormData, prefix: string): readonly string[] {
  return form.getAll(prefix).filter((row): row is string => typeof row === 'string' && /^\d{1,3}$/u.test(row));
}

type Row = { readonly form: FormData; readonly row: string; readonly errors: Error[] };

function readExtra({
  form,
  row,
  errors,
  read,
}: Row & { readonly read: (name: string, header: string, codec: Codec<number>) => number | null }) {
  const text = (part: string) => textIn(form, `extra-${row}-${part}`).trim();
  const [name, trade, municipality] = [text('name'), text('trade'), text('municipality')];
  if (!name && !trade && !municipality) return [];
  if (!name) errors.push({ name: `extra-${row}-name`, message: words.extraNameMissing });
  if (!trade) errors.push({ name: `extra-${row}-trade`, message: words.extraTradeMissing });
  if (!municipality) errors.push({ name: `extra-${row}-municipality`, message: words.extraPlaceMissing });
  const extra: ExtraInstructor = {
    id: text('id'),
    name,
    kind: instructorKinds.find(({ code }) => code === text('kind'))?.code ?? 'meister',
    tradeCodes: [trade],
    municipalityCode: municipality,
    yearlyCap: read(`extra-${row}-cap`, words.extraCap, integer({ max: 400 })),
  };
  return [extra];
}

function readClosed({
  form,
  row,
  errors,
  day,
}: Row & { readonly day: (name: string, header: string) => PlainDate | null }) {
  const typed = (part: string) => textIn(form, `closed-${row}-${part}`).trim();
  if (!typed('from') && !typed('until') && !typed('reason')) return [];
  const needed = (part: string, header: string, message: string) => {
    if (!typed(part)) errors.push({ name: `closed-${row}-${part}`, message });
    return day(`closed-${row}-${part}`, header);
  };
  const from = needed('from', words.closedFrom, words.closedFromMissing);
  const until = needed('until', words.closedUntil, words.closedUntilMissing);
  return from === null || until === null ? [] : [{ from, until, reason: typed('reason').slice(0, 60) }];
}
