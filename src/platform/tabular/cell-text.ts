const LINE_BREAK_MARK = '[改行]';
const LINE_BREAK_OR_MARK = /\r\n|\r|\n|\[改行\+*\]/g;
const ANY_MARK = /\[改行(\+*)\]/g;

/** What a spreadsheet would take for a formula, after any apostrophes. A full-width sign alone means "none" in tables. */
const GUARDABLE = /^'*(?:[=+\-@\t]|[＝＋－＠](?=.))/;
const GUARDED = /^'+(?:[=+\-@\t]|[＝＋－＠](?=.))/;

const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/u;

/**
 * Writes a value as the text of a cell without line breaks (DAT-07): a line break becomes 「[改行]」, and the same
 * characters typed by a person gain a `+` (「[改行+]」). With `guardFormula` (free text in CSV, DAT-06) text that a
 * spreadsheet would calculate gains an apostrophe. `fromCellText` undoes both, whichever way it was written.
 */
export function toCellText(value: string, guardFormula: boolean): string {
  const text = value.replace(LINE_BREAK_OR_MARK, (found) =>
    found.startsWith('[') ? `${found.slice(0, -1)}+]` : LINE_BREAK_MARK,
  );
  return (guardFormula ? GUARDABLE : GUARDED).test(text) ? `'${text}` : text;
}

/** Reads the text of a cell back into the value: undoes the apostrophe guard and the line break mark (DAT-06, DAT-07). */
export function fromCellText(text: string): string {
  const unguarded = GUARDED.test(text) ? text.slice(1) : text;
  if (!unguarded.includes('[改行')) return unguarded;
  return unguarded.replace(ANY_MARK, (_, pluses: string) => (pluses === '' ? '\n' : `[改行${pluses.slice(1)}]`));
}

/** The first character that no table may hold (control characters, half of a surrogate pair), as a code point. */
export function findForbiddenCharacter(text: string): number | undefined {
  const at = text.search(FORBIDDEN);
  return at === -1 ? undefined : text.charCodeAt(at);
}
