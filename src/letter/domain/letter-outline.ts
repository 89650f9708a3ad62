/** 手紙の種類. The letters of the desk; each may have a template of the corner's own. */
export const letterKinds = [
  'application-form',
  'batch-letter',
  'intent-enquiry',
  'registration-end',
  'course-invitation',
  'course-certificate',
  'instruction-request',
  'dispatch-acceptance',
  'instruction-plan',
  'dispatch-notice',
  'claim-form',
  'activity-report-form',
  'thanks-to-host',
  'thanks-to-instructor',
  'commission',
  'trainee-roster',
  'dispatch-application',
  'training-plan',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** 差し込み. A place of a letter that is filled: its Japanese name between braces, what it means, and an example. */
export type LetterPlaceholder = { readonly name: string; readonly meaning: string; readonly sample: string };

/** 繰り返し. Places that are filled once for each row, between {#name} and {/name}. */
export type LetterLoop = {
  readonly name: string;
  readonly meaning: string;
  readonly placeholders: readonly LetterPlaceholder[];
};

/** What a letter is filled with: a text for each placeholder, rows for each loop. */
export type LetterValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

/** 手紙の骨組み. What a letter is called and what fills it. */
export type LetterOutline = {
  readonly kind: LetterKind;
  readonly title: string;
  readonly placeholders: readonly LetterPlaceholder[];
  readonly loops: readonly LetterLoop[];
  /** Whether it goes out with a 文書番号; its template must then have a place for it. */
  readonly numbered: boolean;
  /** Whether many people's letters are bound into one file: then heads and feet of pages can hold no placeholder. */
  readonly bound: boolean;
};

/** The placeholder for the 文書番号 of a letter. */
export const NUMBER_PLACEHOLDER = '文書番号';

/** The text of a placeholder; a name that the letter was not given is a mistake of the program. */
export function letterText(values: LetterValues, name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`the letter has no text for ${name}`);
  return value;
}

/** The letter's examples, to try a template with. */
export function sampleValues({ placeholders, loops }: LetterOutline): LetterValues {
  const sampleOf = (each: readonly LetterPlaceholder[]) =>
    Object.fromEntries(each.map(({ name, sample }) => [name, sample]));
  const rows = loops.map((loop) => [loop.name, [sampleOf(loop.placeholders), sampleOf(loop.placeholders)]] as const);
  return { ...sampleOf(placeholders), ...Object.fromEntries(rows) };
}

/**
 * Every placeholder in its own place, so that the built-in letter becomes a template to start from. A loop is one row,
 * opened in its first place and closed in its last: in a table, that row is repeated.
 */
export function starterValues({ placeholders, loops }: LetterOutline): LetterValues {
  return {
    ...Object.fromEntries(placeholders.map(({ name }) => [name, `{${name}}`])),
    ...Object.fromEntries(loops.map((loop) => [loop.name, [starterRow(loop)]])),
  };
}

function starterRow({ name: loop, placeholders }: LetterLoop): Readonly<Record<string, string>> {
  const last = placeholders.length - 1;
  return Object.fromEntries(
    placeholders.map(({ name }, at) => [
      name,
      `${at === 0 ? `{#${loop}}` : ''}{${name}}${at === last ? `{/${loop}}` : ''}`,
    ]),
  );
}

/** The rows of a loop; a name that the letter was not given is a mistake of the program. */
export function letterRows(values: LetterValues, name: string): readonly Readonly<Record<string, string>>[] {
  const value = values[name];
  if (value === undefined || typeof value === 'string') throw new Error(`the letter has no rows for ${name}`);
  return value;
}
