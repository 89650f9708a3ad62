import { findForbiddenCharacter, foldWidth } from '#kernel/japanese-text.ts';
import { accept, refuse } from '#kernel/result.ts';
import type { Codec } from './field.ts';
import { listOf } from './list-codecs.ts';

type Choice<Code extends string> = { readonly code: Code; readonly label: string };

/** One of fixed words (DAT-01 L2-04). The label or the code is read, the label is written. */
export function choice<const Code extends string>(choices: readonly Choice<Code>[]): Codec<Code> {
  const byText = new Map(
    [
      ...choices.map(({ code }) => [code, code] as const),
      ...choices.map(({ code, label }) => [label, code] as const),
    ].map(([text, code]) => [foldWidth(text), code] as const),
  );
  const labels = new Map<string, string>(choices.map(({ code, label }) => [code, label]));
  return {
    control: 'choice',
    choices,
    format: (code) => labels.get(code) ?? code,
    parse(typed) {
      const code = byText.get(foldWidth(typed).trim());
      if (code !== undefined) return accept(code);
      return refuse({ kind: 'not-a-choice', value: typed, choices: choices.map(({ label }) => label) });
    },
  };
}

/** Some of fixed words, separated by `;`. */
export function choices<const Code extends string>(list: readonly Choice<Code>[]): Codec<readonly Code[]> {
  return { ...listOf(choice(list)), control: 'choices' };
}

/** What a reference table offers to a field: `find` gets the text with its width folded. */
export type Lookup<Value> = {
  readonly find: (text: string) => Value | undefined;
  readonly format: (value: Value) => string;
  /** A name near to one that was not found. */
  readonly suggest?: (text: string) => string | undefined;
};

/** A word of a reference table, such as a trade by its name or code; what the table does not know is refused. */
export function lookup<Value>({ find, format, suggest }: Lookup<Value>): Codec<Value> {
  return {
    control: 'text',
    format,
    parse(typed) {
      const forbidden = findForbiddenCharacter(typed.trim());
      if (forbidden) return refuse(forbidden);
      const code = foldWidth(typed).trim();
      const value = find(code);
      if (value !== undefined) return accept(value);
      const suggestion = suggest?.(code);
      return refuse({ kind: 'unknown-code', value: typed, code, ...(suggestion !== undefined && { suggestion }) });
    },
  };
}
