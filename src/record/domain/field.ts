import type { Result } from '#kernel/result.ts';
import type { RuleProblem } from './rule-problem.ts';

/**
 * Why one typed value cannot be stored. Facts only; the Japanese sentence is made in `record/text.ts`.
 * `value` is what the person gave, cut to 60 graphemes by whoever shows it.
 */
export type Problem =
  | RuleProblem
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly limit: number; readonly length: number }
  | { readonly kind: 'private-use-character'; readonly character: string }
  | { readonly kind: 'control-character'; readonly codePoint: number }
  | { readonly kind: 'lone-surrogate' }
  | { readonly kind: 'line-break' }
  | { readonly kind: 'formula'; readonly value: string }
  | { readonly kind: 'not-kana'; readonly value: string }
  | { readonly kind: 'not-a-postal-code'; readonly value: string }
  | { readonly kind: 'not-a-phone-number'; readonly value: string }
  | { readonly kind: 'not-an-email'; readonly value: string }
  | { readonly kind: 'not-a-whole-number'; readonly value: string }
  | { readonly kind: 'not-a-number'; readonly value: string }
  | { readonly kind: 'out-of-range'; readonly value: string; readonly min: number; readonly max: number }
  | { readonly kind: 'not-a-date'; readonly value: string }
  | { readonly kind: 'no-such-day'; readonly value: string }
  | { readonly kind: 'year-out-of-range'; readonly value: string; readonly first: number; readonly last: number }
  | { readonly kind: 'wrong-era'; readonly value: string; readonly rightEra: string }
  | { readonly kind: 'wrong-weekday'; readonly value: string; readonly rightWeekday: string }
  | { readonly kind: 'wrong-step'; readonly value: string; readonly step: number }
  | { readonly kind: 'not-a-time'; readonly value: string }
  | { readonly kind: 'range-reversed'; readonly value: string }
  | { readonly kind: 'not-a-choice'; readonly value: string; readonly choices: readonly string[] }
  | { readonly kind: 'not-a-code'; readonly value: string; readonly code: CodeKind }
  | { readonly kind: 'wrong-check-digit'; readonly value: string; readonly code: CodeKind }
  | { readonly kind: 'unknown-code'; readonly value: string; readonly code: string; readonly suggestion?: string }
  | { readonly kind: 'wrong-form'; readonly value: string; readonly example: string }
  | { readonly kind: 'too-many'; readonly limit: number; readonly count: number }
  | { readonly kind: 'repeated'; readonly value: string };

/** The codes whose shape the desk knows (DAT-30 to DAT-32), and the numbers an office gives its own records. */
export type CodeKind = 'municipality-code' | 'corporate-number' | 'school-code' | 'business-number';

/** How a control is drawn and which keyboard a phone shows; the codec itself does not know HTML. */
export type ControlKind =
  | 'text'
  | 'multiline'
  | 'kana'
  | 'postal-code'
  | 'phone'
  | 'email'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'time'
  | 'choice'
  | 'choices'
  | 'list';

/**
 * One value's spelling outside (form, CSV, XLSX, API) and its meaning inside. Pure.
 * `parse` gets a non-blank text (blank is decided by the field's `required`), `format` writes what `parse` reads back.
 */
export type Codec<Value> = {
  readonly control: ControlKind;
  readonly parse: (text: string) => Result<Value, Problem>;
  readonly format: (value: Value) => string;
  /** The fixed words of a choice, in the order they are shown (DAT-01 L2-04). `code` is stored, `label` is read and written. */
  readonly choices?: readonly { readonly code: string; readonly label: string }[];
  /** Longest text in graphemes (FRM-22). */
  readonly limit?: number;
};

/** One column of a record: its name in code and API, its Japanese header in files and on screen (contract.md §3). */
export type Field<Key extends string = string, Value = unknown> = {
  readonly key: Key;
  readonly header: string;
  readonly required: boolean;
  readonly codec: Codec<Value>;
  /** Support text above the control: what to write and in which form. */
  readonly hint?: string;
  /** Unit written in the header of exports where the contract gives one, and beside the control. */
  readonly unit?: string;
  /** Personal data: reading and exporting it is logged (SEC-11). */
  readonly personal?: boolean;
  /** HTML autocomplete token (FRM-38). */
  readonly autocomplete?: string;
};

// Fields of many value types stand in one list; a codec's input and output are tied by its own type.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyField = Field<string, any>;

type ValueOf<Item> = Item extends Field<string, infer Value> ? Value : never;

/** The input of a record: required fields have a value, optional ones a value or null. */
export type InputOf<Fields extends readonly AnyField[]> = {
  readonly [Item in Fields[number] as Item['key']]: Item extends { readonly required: true }
    ? ValueOf<Item>
    : ValueOf<Item> | null;
};

export type FieldProblem = { readonly key: string; readonly header: string; readonly problem: Problem };
