/** How many single-letter insertions, deletions and replacements turn one text into the other (Levenshtein), by code point. */
export function countEdits(from: string, to: string): number {
  const target = [...to];
  let previous = [...target.keys(), target.length];
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of target.entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const removed = (previous[column + 1] ?? 0) + 1;
      const inserted = (current[column] ?? 0) + 1;
      current.push(Math.min(replaced, removed, inserted));
    }
    previous = current;
  }
  return previous[target.length] ?? 0;
}

/** The entry whose text takes the fewest edits to reach from what was typed, at most `limit` and never all of it; the first of equals. */
export function findNearest<Entry>(
  typed: string,
  entries: Iterable<readonly [text: string, entry: Entry]>,
  limit: number,
): Entry | undefined {
  const length = [...typed].length;
  let fewest = Math.min(limit + 1, length);
  let nearest: Entry | undefined;
  for (const [text, entry] of entries) {
    if (Math.abs(text.length - typed.length) >= fewest) continue;
    const edits = countEdits(typed, text);
    if (edits < fewest) {
      fewest = edits;
      nearest = entry;
    }
  }
  return nearest;
}

/** The first entry of which what was typed is a part, or whose text is part of what was typed; nothing below two letters. */
export function findContaining<Entry>(
  typed: string,
  entries: Iterable<readonly [text: string, entry: Entry]>,
): Entry | undefined {
  for (const [text, entry] of entries) {
    if (Math.min(text.length, typed.length) >= 2 && (typed.includes(text) || text.includes(typed))) return entry;
  }
  return undefined;
}
